using System.Collections.Immutable;
using AdaptiveCards;
using MentorBot.Domain.Experiments;
using MentorBot.Domain.Relationships;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Relationships;
using MentorBot.Flows.Turns;
using NodaTime;
using NodaTime.Text;

namespace MentorBot.Flows.Experiments;

/// <summary>Where things to try are written, read and put away.</summary>
public static class ExperimentForms
{
    /// <summary>Those longest ago are not lost: they come up when newer ones are put away.</summary>
    private const int MostListed = 10;

    /// <summary>A new one.</summary>
    /// <param name="id">Given away for it.</param>
    public static Form New(RelationshipId relationship, ExperimentId id, string name, ExperimentDraft draft, bool isForBoth, Reader reader, Instant now, string? wrong) => new(
        ExperimentText.Title,
        Card.Of(
            null,
            [
                .. Beginning(ExperimentText.Intro, wrong),
                WritingForm.Field(ExperimentActions.Words, ExperimentText.What, draft.Words, Trying.LongestWords),
                Card.Choices(
                    ExperimentActions.Readers,
                    ExperimentText.WhoMayRead,
                    [(ExperimentActions.Both, ExperimentText.BothOfUs.With(name)), (ExperimentActions.Mine, ExperimentText.OnlyMe)],
                    [isForBoth ? ExperimentActions.Both : ExperimentActions.Mine]),
                .. DayAndReminder(draft, reader, now),
            ],
            Card.Submit(
                ExperimentText.Save,
                ExperimentActions.Save,
                (RelationshipActions.Relationship, relationship.Value),
                (ExperimentActions.Experiment, id.Value),
                (ExperimentActions.Whose, ExperimentActions.New)),
            Card.Submit(ExperimentText.LeaveIt, ActionIds.CloseForm)));

    /// <summary>One's own, to be changed.</summary>
    public static Form Change(Experiment found, ExperimentDraft draft, Reader reader, Instant now, string? wrong) => new(ExperimentText.Title, Card.Of(
        null,
        [
            .. Beginning(found.Address.Alone is null ? ExperimentText.BothMayRead : ExperimentText.OnlyYouMayRead, wrong),
            .. found.Words.Equals(draft.Words) ? [] : WritingForm.Read(ExperimentText.KeptSoFar, found.Words, ""),
            WritingForm.Field(ExperimentActions.Words, ExperimentText.What, draft.Words, Trying.LongestWords),
            .. DayAndReminder(draft, reader, now),
        ],
        Submit(ExperimentText.Save, ExperimentActions.Save, found),
        Card.Submit(ExperimentText.LeaveIt, ActionIds.CloseForm)));

    /// <summary>What was asked to be brought back.</summary>
    public static Form Read(Experiment found, Reader reader, Instant now) => new(ExperimentText.Title, Card.Of(
        null,
        Shown(found, "", reader, now),
        Submit(ExperimentText.Change, ExperimentActions.ChangeNext, found),
        found.IsPutAway ? null : Submit(ExperimentText.PutAway, ExperimentActions.PutAwayHere, found),
        Card.Submit(TurnText.Close, ActionIds.CloseForm)));

    public static Form AnotherDay(Experiment found, LocalDate? day, Reader reader, Instant now, string? wrong) => new(ExperimentText.AnotherDay, Card.Of(
        null,
        [wrong is null ? null : Card.Wrong(wrong), Day(day, reader, now)],
        Submit(ExperimentText.BringItBack, ExperimentActions.SaveDay, found),
        Card.Submit(ExperimentText.LeaveIt, ActionIds.CloseForm)));

    /// <summary>What there is to try, and, closed, what was put away.</summary>
    public static Form List(RelationshipId relationship, ImmutableArray<Experiment> all, string name, Reader reader, Instant now)
    {
        var open = all.Where(one => !one.IsPutAway).Take(MostListed).ToList();
        var away = all.Where(one => one.IsPutAway).Take(MostListed).ToList();
        return new(ExperimentText.ListTitle, Card.Of(
            null,
            [
                .. open.Count == 0 ? [Card.Text(ExperimentText.NothingYet)] : open.SelectMany(one => Listed(one, name, reader, now)),
                .. away.Count == 0 ? [] : Card.Folded(ExperimentText.PutAwayBefore, "away", away.SelectMany(one => Listed(one, name, reader, now))),
            ],
            Card.Submit(ExperimentText.Title, ExperimentActions.NewNext, (RelationshipActions.Relationship, relationship.Value)),
            Card.Submit(TurnText.Close, ActionIds.CloseForm)));
    }

    private static IEnumerable<AdaptiveElement> Listed(Experiment one, string name, Reader reader, Instant now)
    {
        foreach (var element in Shown(one, name, reader, now))
            yield return element;
        if (one.Author == reader.Person)
            yield return new AdaptiveActionSet
            {
                Actions =
                [
                    Submit(ExperimentText.Change, ExperimentActions.ChangeNext, one),
                    .. one.IsPutAway ? Array.Empty<AdaptiveAction>() : [Submit(ExperimentText.PutAway, ExperimentActions.PutAwayHere, one)],
                ],
            };
    }

    private static IEnumerable<AdaptiveElement> Shown(Experiment one, string name, Reader reader, Instant now)
    {
        var whose = one.Author != reader.Person ? ExperimentText.FromOther.With(name) : one.Address.Alone is null ? ExperimentText.YoursForBoth : ExperimentText.YoursAlone;
        foreach (var element in WritingForm.Read(whose, one.Words, ""))
            yield return element;
        if (one.Day is { } day)
            yield return Card.Small(one.RemindAt > now && one.Author == reader.Person ? ExperimentText.OnDayReminded.With(reader.Day(day)) : ExperimentText.OnDay.With(reader.Day(day)));
    }

    private static IEnumerable<AdaptiveElement?> Beginning(string intro, string? wrong) => [wrong is null ? null : Card.Wrong(wrong), Card.Text(intro)];

    private static IEnumerable<AdaptiveElement> DayAndReminder(ExperimentDraft draft, Reader reader, Instant now) =>
    [
        Day(draft.Day, reader, now),
        Card.Choices(ExperimentActions.Remind, ExperimentText.ShallIRemind, [("false", ExperimentText.RemindNo), ("true", ExperimentText.RemindOnce)], [draft.Remind ? "true" : "false"]),
    ];

    private static AdaptiveDateInput Day(LocalDate? day, Reader reader, Instant now) => new()
    {
        Id = ExperimentActions.Day,
        Label = ExperimentText.GoodDay,
        Value = day is { } chosen ? LocalDatePattern.Iso.Format(chosen) : null,
        Max = LocalDatePattern.Iso.Format(Trying.LastDay(now, reader.Zone)),
        ErrorMessage = ExperimentText.DayTooFar,
    };

    private static AdaptiveAction Submit(string title, string id, Experiment one) => Card.Submit(title, id, [.. Ids(one), (ExperimentActions.Seen, one.Version)]);

    /// <summary>By which a card or form names it.</summary>
    public static (string, string)[] Ids(Experiment one) =>
    [
        (RelationshipActions.Relationship, one.Address.In.Value),
        (ExperimentActions.Experiment, one.Address.Id.Value),
        (ExperimentActions.Whose, one.Address.Alone is null ? ExperimentActions.Both : ExperimentActions.Mine),
    ];
}
