using AdaptiveCards;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Requests;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Requests;
using MentorBot.Flows.Wishes;

namespace MentorBot.Flows.Relationships;

/// <summary>What was ticked by who asked, as the person reads it whom they chose.</summary>
internal static class AskedLines
{
    public static IEnumerable<AdaptiveElement> Of(RequestForm form) =>
    [
        .. Line(RelationshipText.LookingFor, RequestChoices.Read(RequestChoices.Help, form.Help.Select(one => one.ToString()))),
        .. Line(RelationshipText.HowMuch, RequestChoices.Read(RequestChoices.Pace, [form.Pace.ToString()])),
        .. Line(RelationshipText.HowSoon, RequestChoices.Read(RequestChoices.Soon, [form.Soon.ToString()])),
        .. Line(RelationshipText.HowToMeet, RequestChoices.Read(WishChoices.Meeting, [form.Meeting.ToString()])),
        .. Line(RelationshipText.Languages, string.Join(", ", form.Languages.Select(WishChoices.NameOf))),
    ];

    /// <summary>An invitation asks for less.</summary>
    public static IEnumerable<AdaptiveElement> OfInvitation(RequestForm form) =>
        Line(RelationshipText.HowMuch, RequestChoices.Read(RequestChoices.Pace, [form.Pace.ToString()]));

    public static IEnumerable<AdaptiveElement> Themes(RequestForm form, MentoringProgramme programme) =>
        Line(RelationshipText.ItIsAbout, RequestChoices.Read(RequestChoices.Themes(programme), form.Themes));

    private static IEnumerable<AdaptiveElement> Line(string what, string? answer) => string.IsNullOrEmpty(answer) ? [] : [Card.Text($"**{what}:** {answer}")];
}
