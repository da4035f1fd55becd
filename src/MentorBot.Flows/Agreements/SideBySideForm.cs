using AdaptiveCards;
using MentorBot.Domain.Agreements;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Relationships;
using MentorBot.Flows.Turns;

namespace MentorBot.Flows.Agreements;

/// <summary>What the two show each other: what they share first, then what may be worth a talk.</summary>
internal static class SideBySideForm
{
    public static Form Of(ShownSheet mine, ShownSheet theirs, string name, string? wrong = null)
    {
        var sides = SideBySide.Of(mine, theirs);
        var isBoth = mine.ShowsAnything && theirs.ShowsAnything;
        var said = mine.SuitsWith(theirs);
        return new(AgreementText.SideTitle.With(name), Card.Of(
            null,
            [
                wrong is null ? null : Card.Wrong(wrong),
                Says(theirs.SuitsWith(mine), AgreementText.TheySuit.With(name), AgreementText.TheyTalk.With(name)),
                Says(said, AgreementText.YouSuit, AgreementText.YouTalk),
                mine.ShowsAnything ? null : Card.Small(AgreementText.YouShowNothing),
                .. Part(sides.Same.IsEmpty, AgreementText.Agree, sides.Same.Select(tick => Alike(mine, tick))),
                .. Part(sides.Both.IsEmpty, AgreementText.BothWrote, sides.Both.SelectMany(question => Words(mine, theirs, name, question))),
                .. Part(
                    sides.Differing.IsEmpty && sides.One.IsEmpty,
                    sides.Same.IsEmpty && sides.Both.IsEmpty ? AgreementText.WorthATalkAlone : AgreementText.WorthATalk,
                    sides.Differing.Select(tick => Differs(mine, theirs, name, tick)).Concat(sides.One.SelectMany(question => Words(mine, theirs, name, question)))),
            ],
            isBoth && said != true ? Submit(AgreementText.SuitsMe, AgreementActions.SuitsMe, mine, theirs) : null,
            isBoth && said != false ? Submit(AgreementText.TalkFirst, AgreementActions.TalkFirst, mine, theirs) : null,
            Submit(AgreementText.ChangeMine, AgreementActions.WriteNext, mine, theirs),
            Card.Submit(TurnText.Close, ActionIds.CloseForm)));
    }

    private static AdaptiveTextBlock? Says(bool? suits, string yes, string talk) => suits switch
    {
        true => Card.Text(yes),
        false => Card.Text(talk),
        _ => null,
    };

    private static IEnumerable<AdaptiveElement> Part(bool isEmpty, string heading, IEnumerable<AdaptiveElement> content)
    {
        if (isEmpty)
            return [];
        var title = Card.Text(heading);
        title.Weight = AdaptiveTextWeight.Bolder;
        return [title, .. content];
    }

    private static IEnumerable<AdaptiveElement> Words(ShownSheet mine, ShownSheet theirs, string name, int question) =>
    [
        Card.Text(AgreementWords.Questions[question]),
        .. mine.Words[question] is { } own ? WritingForm.Read(AgreementText.You, own, AgreementText.NotWritten) : [],
        .. theirs.Words[question] is { } other ? WritingForm.Read(name, other, AgreementText.NotWritten) : [],
    ];

    private static AdaptiveTextBlock Alike(ShownSheet mine, SideBySide.Tick tick) => Card.Text(AgreementText.TickAlike.With(LabelOf(tick), Chosen(mine, tick)));

    private static AdaptiveTextBlock Differs(ShownSheet mine, ShownSheet theirs, string name, SideBySide.Tick tick) =>
        Card.Text(AgreementText.TickDiffers.With(LabelOf(tick), Chosen(mine, tick), name, Chosen(theirs, tick)));

    private static string LabelOf(SideBySide.Tick tick) => AgreementWords.Ticks.Single(one => one.Tick == tick).Label;

    private static string Chosen(ShownSheet sheet, SideBySide.Tick tick)
    {
        var value = AgreementWords.ValueOf(sheet.Rhythm, tick);
        return AgreementWords.Ticks.Single(one => one.Tick == tick).Choices.Single(choice => choice.Value == value).Title;
    }

    private static AdaptiveAction Submit(string title, string id, ShownSheet mine, ShownSheet theirs) => Card.Submit(
        title,
        id,
        (RelationshipActions.Relationship, mine.In.Value),
        (AgreementActions.Mine, AgreementWords.Text(mine.Revision)),
        (AgreementActions.Theirs, AgreementWords.Text(theirs.Revision)));
}
