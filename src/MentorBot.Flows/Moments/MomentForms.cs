using System.Collections.Immutable;
using System.Globalization;
using MentorBot.Domain;
using MentorBot.Domain.Moments;
using MentorBot.Domain.Relationships;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Turns;

namespace MentorBot.Flows.Moments;

/// <summary>Where moments are written and read.</summary>
public static class MomentForms
{
    /// <summary>Of a size that a client takes.</summary>
    public const int MostAtOnce = 5;

    /// <param name="people">Those they talk with, by relationship.</param>
    /// <param name="chosen">Who may read it, too.</param>
    public static Form Write(
        MomentId id, Confidential? words, IReadOnlyList<(RelationshipId Id, string Name)> people, ImmutableArray<RelationshipId> chosen, string? wrong = null) => new(
        MomentText.Title,
        Card.Of(
            null,
            [
                wrong is null ? null : Card.Wrong(wrong),
                WritingForm.Field(MomentActions.Words, MomentText.What, words, Remembering.LongestMoment, MomentText.Hint),
                people.Count == 0
                    ? Card.Small(MomentText.OnlyYou)
                    : Card.Choices(
                        MomentActions.Readers,
                        MomentText.WhoElse,
                        people.Select(one => (one.Id.Value, MomentText.Too.With(one.Name))),
                        chosen.Select(one => one.Value),
                        several: true),
                people.Count == 0 ? null : Card.Small(MomentText.OnlyYouUnless),
            ],
            Card.Submit(MomentText.Keep, MomentActions.Keep, (MomentActions.Moment, id.Value)),
            Card.Submit(MomentText.LeaveIt, ActionIds.CloseForm)));

    /// <param name="some">Those to be read now, with a line that says when and by whom.</param>
    /// <param name="next">After how many it goes on; null where these are the last.</param>
    public static Form Read(IEnumerable<(Moment Moment, string Line)> some, int? next) => new(MomentText.ReadTitle, Card.Of(
        null,
        some.SelectMany(one => WritingForm.Read(one.Line, one.Moment.Words, "")),
        next is { } after ? Card.Submit(MomentText.Earlier, MomentActions.ReadOn, (MomentActions.After, after.ToString(CultureInfo.InvariantCulture))) : null,
        Card.Submit(TurnText.Close, ActionIds.CloseForm)));
}
