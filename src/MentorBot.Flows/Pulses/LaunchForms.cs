using System.Collections.Immutable;
using System.Globalization;
using AdaptiveCards;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Pulses;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Turns;
using NodaTime;
using NodaTime.Text;

namespace MentorBot.Flows.Pulses;

/// <summary>What a coordinator sees and chooses around a check-in.</summary>
internal static class LaunchForms
{
    private static readonly ImmutableArray<int> Repeats = [6, 8, 12];

    /// <summary>For a typed word and from the desk: a form opens from a button only.</summary>
    /// <param name="toRepeat">After which another is to go out. Said where none is open: one that is open is stopped, and with it all after it.</param>
    public static AdaptiveCard CheckIns(IReadOnlyList<Pulse> open, ImmutableArray<Pulse> toRepeat, ImmutableArray<StandingGroup> groups, Reader reader, Instant now)
    {
        var card = Card.Of(LaunchText.CardTitle, open.Count == 0 ? [Card.Text(LaunchText.NoneOpen)] : []);
        foreach (var one in open)
        {
            card.Body.Add(Card.Text(LaunchText.OpenUntil.With(
                NameOf(one.Plan.Group, groups), one.Plan.Form == PulseForm.All ? LaunchText.AllStatements : LaunchText.SevenStatements, reader.Day(one.ClosesAt), reader.Day(one.ResultAt))));
            card.Body.Add(new AdaptiveActionSet { Actions = [Card.Open(LaunchText.StopIt, PulseActions.StopForm, (PulseActions.Pulse, one.Id.Value))] });
        }

        foreach (var one in open.Count == 0 ? toRepeat : [])
        {
            card.Body.Add(Card.Text(LaunchText.NextGoesOut.With(NameOf(one.Plan.Group, groups), reader.Day(Repeating.NextAt(one, now)!.Value))));
            card.Body.Add(new AdaptiveActionSet { Actions = [Card.Press(LaunchText.NoMore, PulseActions.EndRow, (PulseActions.Pulse, one.Id.Value))] });
        }

        card.Body.Add(new AdaptiveActionSet { Actions = [Card.Open(LaunchText.Title, PulseActions.LaunchForm)] });
        return card;
    }

    /// <param name="next">The form of seven that is the next in turn.</param>
    /// <param name="closesOn">Null where no day was chosen.</param>
    public static Form New(PulsePlan plan, LocalDate? closesOn, PulseForm next, ImmutableArray<StandingGroup> groups, LocalDate today, string? wrong) => new(LaunchText.Title, Card.Of(
        null,
        [
            wrong is null ? null : Card.Wrong(wrong),
            Card.Text(LaunchText.Intro),
            Card.Choices(
                PulseActions.Who,
                LaunchText.Who,
                [(PulseActions.Everyone, LaunchText.Everyone), .. groups.Select(group => (group.Id, group.Name))],
                [plan.Group ?? PulseActions.Everyone]),
            Card.Small(LaunchText.WhoHint),
            Card.One(PulseActions.HowMuch, LaunchText.HowMuch, [(nameof(PulseForm.All), LaunchText.All), (next.ToString(), LaunchText.Seven.With(next))], plan.Form),
            Card.Small(LaunchText.HowMuchHint),
            new AdaptiveDateInput
            {
                Id = PulseActions.Until,
                Label = LaunchText.Until,
                Value = closesOn is { } day ? LocalDatePattern.Iso.Format(day) : null,
                Min = LocalDatePattern.Iso.Format(today.PlusDays(Launching.FewestDays)),
                Max = LocalDatePattern.Iso.Format(today.PlusDays(Launching.MostDays)),
                ErrorMessage = LaunchText.ChooseADay,
            },
            Card.Choices(
                PulseActions.Again,
                LaunchText.Again,
                [(PulseActions.Once, LaunchText.No), .. Repeats.Select(weeks => (Text(weeks), LaunchText.EveryWeeks.With(weeks)))],
                [plan.RepeatWeeks is { } repeat ? Text(repeat) : PulseActions.Once]),
        ],
        Card.Submit(LaunchText.Check, PulseActions.Check),
        Card.Submit(LaunchText.NotNow, ActionIds.CloseForm)));

    /// <param name="id">Given away for it: sent twice, it goes out once.</param>
    public static Form Ready(PulseId id, PulsePlan plan, string audience, ImmutableArray<StandingGroup> groups, Reader reader, LocalDate today) => new(LaunchText.ReadyTitle, Card.Of(
        null,
        [
            Card.Text(plan.Group is null
                ? LaunchText.ReadyEveryone.With(reader.Day(today), reader.Day(plan.ClosesOn))
                : LaunchText.ReadyGroup.With(NameOf(plan.Group, groups), reader.Day(today), reader.Day(plan.ClosesOn))),
        ],
        Card.Submit(LaunchText.Invite, PulseActions.Launch, [.. Chosen(plan), (PulseActions.Pulse, id.Value), (PulseActions.Audience, audience)]),
        Card.Submit(LaunchText.Change, PulseActions.ChangePlan, Chosen(plan)),
        Card.Submit(LaunchText.NotNow, ActionIds.CloseForm)));

    public static Form Stop(Pulse pulse) => new(LaunchText.StopTitle, Card.Of(
        null,
        [Card.Text(LaunchText.StopBody)],
        Card.Submit(LaunchText.StopIt, PulseActions.Stop, (PulseActions.Pulse, pulse.Id.Value)),
        Card.Submit(LaunchText.LetItRun, ActionIds.CloseForm)));

    /// <summary>What was chosen, and what came as no choice, as it is at the beginning. The day is null where none was chosen.</summary>
    public static (PulsePlan Plan, LocalDate? ClosesOn) Read(Submission submission, PulseForm next, ImmutableArray<StandingGroup> groups)
    {
        var day = submission.Day(PulseActions.Until);
        return (
            new(
                submission.One<PulseForm>(PulseActions.HowMuch) ?? next,
                Find(groups, submission.Id(PulseActions.Who))?.Id,
                day ?? default,
                submission.Number(PulseActions.Again) is { } weeks && Repeats.Contains(weeks) ? weeks : null),
            day);
    }

    /// <summary>Whether this group is one that can be chosen: a form may be older than the settings.</summary>
    public static bool KnowsGroup(Submission submission, ImmutableArray<StandingGroup> groups) =>
        submission.Id(PulseActions.Who) is var who && (who == PulseActions.Everyone || Find(groups, who) is not null);

    /// <summary>Whether how much and how often are as they can be chosen: what goes out is what was looked at, and nothing instead of it.</summary>
    public static bool KnowsRest(Submission submission) =>
        submission.One<PulseForm>(PulseActions.HowMuch) is not null
        && (submission.Id(PulseActions.Again) == PulseActions.Once || (submission.Number(PulseActions.Again) is { } weeks && Repeats.Contains(weeks)));

    public static string Words(LaunchRefusal why, PulsePlan plan, MentoringProgramme programme, Reader reader, LocalDate today) => why switch
    {
        LaunchRefusal.TooFew => LaunchText.TooFew,
        LaunchRefusal.TooClose close => LaunchText.TooClose.With(reader.Day(close.Earlier), reader.Day(close.After)),
        LaunchRefusal.StillOpen open => LaunchText.StillOpen.With(reader.Day(open.Until)),
        LaunchRefusal.TooSoon soon => LaunchText.TooSoon.With(reader.Day(soon.After)),
        LaunchRefusal.TooShort => plan.ClosesOn > today.PlusDays(Launching.FewestDays) ? LaunchText.TooLong : LaunchText.TooShort,
        LaunchRefusal.NotCleared => LaunchText.NotCleared.With(programme.Contact, programme.Organisation),
        _ => LaunchText.GroupChanged,
    };

    private static StandingGroup? Find(ImmutableArray<StandingGroup> groups, string? id) => groups.FirstOrDefault(group => group.Id == id);

    private static string NameOf(string? group, ImmutableArray<StandingGroup> groups) => group is null ? LaunchText.Everyone : Find(groups, group)?.Name ?? LaunchText.EarlierGroup;

    private static (string, string)[] Chosen(PulsePlan plan) =>
    [
        (PulseActions.Who, plan.Group ?? PulseActions.Everyone),
        (PulseActions.HowMuch, plan.Form.ToString()),
        (PulseActions.Until, LocalDatePattern.Iso.Format(plan.ClosesOn)),
        (PulseActions.Again, plan.RepeatWeeks is { } weeks ? Text(weeks) : PulseActions.Once),
    ];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
