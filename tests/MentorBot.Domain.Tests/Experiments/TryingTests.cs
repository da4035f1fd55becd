using MentorBot.Domain.Experiments;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Tests.Matching;
using MentorBot.Domain.Tests.Relationships;
using NodaTime;

namespace MentorBot.Domain.Tests.Experiments;

/// <summary>Something to try, its day, and the one reminder.</summary>
public sealed class TryingTests
{
    private static readonly DateTimeZone Lisbon = DateTimeZoneProviders.Tzdb["Europe/Lisbon"];
    private static readonly Instant Monday = Situation.Monday;
    private static readonly LocalDate Today = new(2026, 3, 2);
    private static readonly ExperimentAddress ForBoth = new(Two.Going.Id, null, new("try-1"));
    private static readonly ExperimentDraft Plain = new(Confidential.From("one"), null, Remind: false);
    private static readonly ExperimentDraft OnFriday = Plain with { Day = new LocalDate(2026, 3, 6), Remind = true };
    private static readonly Experiment Friday = Done(Save(null, OnFriday));

    [Fact]
    public void Nothing_but_words_is_needed()
    {
        var plain = Save(null, Plain);

        Assert.Equal(new Experiment(ForBoth, Two.Ben, 1, Plain.Words!, null, null, false, Monday, Monday), Done(plain));
        Assert.Empty(plain.Consequences);
    }

    [Fact]
    public void Who_asked_for_it_is_reminded_once_in_the_morning_of_that_day_in_their_own_zone()
    {
        var reminder = Assert.IsType<Consequence.Tell>(Assert.Single(Save(null, OnFriday).Consequences));

        Assert.Equal(Instant.FromUtc(2026, 3, 6, 9, 0), reminder.At);
        Assert.Equal((ExperimentNotices.Reminder, Two.Ben), (reminder.Kind, reminder.Whom));
        Assert.Equal(ForBoth, ExperimentNotices.In(reminder.Subject));
        Assert.True(Trying.IsWanted(Friday, reminder.Occasion));
    }

    [Fact]
    public void The_morning_is_right_after_the_clocks_changed() =>
        Assert.Equal(Instant.FromUtc(2026, 3, 30, 8, 0), Done(Save(null, OnFriday with { Day = new LocalDate(2026, 3, 30) })).RemindAt);

    [Fact]
    public void What_is_ones_own_is_found_as_ones_own()
    {
        var own = ForBoth with { Alone = Two.Ben };

        Assert.Equal(own, ExperimentNotices.In(ExperimentNotices.About(own)));
    }

    [Fact]
    public void A_reminder_needs_a_day_that_is_not_gone_and_not_years_away()
    {
        Unchanged<ExperimentOutcome.NoDay>(Save(null, Plain with { Remind = true }));
        Unchanged<ExperimentOutcome.DayGone>(Save(null, Plain with { Day = Today.PlusDays(-1), Remind = true }));
        Unchanged<ExperimentOutcome.DayGone>(Save(null, Plain with { Day = Today, Remind = true }));
        Unchanged<ExperimentOutcome.DayTooFar>(Save(null, Plain with { Day = new LocalDate(9999, 12, 31), Remind = true }));
        Unchanged<ExperimentOutcome.DayTooFar>(Save(null, Plain with { Day = Today.PlusYears(1).PlusDays(1) }));
    }

    [Fact]
    public void Without_a_reminder_today_is_a_day_and_yesterday_is_not()
    {
        Assert.Equal(Today, Done(Save(null, Plain with { Day = Today })).Day);
        Unchanged<ExperimentOutcome.DayGone>(Save(null, Plain with { Day = Today.PlusDays(-1) }));
    }

    [Fact]
    public void A_day_that_has_gone_since_may_stay_when_the_words_change()
    {
        var later = Monday + Duration.FromDays(20);

        Assert.Equal(2, Done(Save(Friday, OnFriday with { Words = Confidential.From("two"), Remind = false }, now: later)).Revision);
    }

    [Fact]
    public void A_reminder_that_was_given_up_or_moved_is_not_wanted_any_more()
    {
        var occasion = ExperimentNotices.Occasion(Friday.RemindAt!.Value);

        Assert.False(Trying.IsWanted(Done(Save(Friday, OnFriday with { Remind = false })), occasion));
        Assert.False(Trying.IsWanted(Done(Save(Friday, OnFriday with { Day = new LocalDate(2026, 3, 9) })), occasion));
        Assert.False(Trying.IsWanted(Done(Trying.PutAway(Two.Going, Friday, Two.Ben, Monday)), occasion));
    }

    [Fact]
    public void It_is_brought_back_on_another_day()
    {
        var later = Monday + Duration.FromDays(4);
        var moved = Trying.AnotherDay(Two.Going, Friday, Two.Ben, Friday.Version, new LocalDate(2026, 3, 9), later, Lisbon);

        Assert.Equal(Instant.FromUtc(2026, 3, 9, 9, 0), Assert.IsType<Consequence.Tell>(Assert.Single(moved.Consequences)).At);
        Unchanged<ExperimentOutcome.AsItIs>(Trying.AnotherDay(Two.Going, moved.Next, Two.Ben, Friday.Version, new LocalDate(2026, 3, 9), later, Lisbon));
        Unchanged<ExperimentOutcome.ChangedMeanwhile>(Trying.AnotherDay(Two.Going, moved.Next, Two.Ben, Friday.Version, new LocalDate(2026, 3, 10), later, Lisbon));
        Unchanged<ExperimentOutcome.NoDay>(Trying.AnotherDay(Two.Going, Friday, Two.Ben, Friday.Version, null, later, Lisbon));
        Unchanged<ExperimentOutcome.DayGone>(Trying.AnotherDay(Two.Going, Friday, Two.Ben, Friday.Version, Today, later, Lisbon));
    }

    [Fact]
    public void Put_away_it_comes_up_again_only_when_it_is_written_anew()
    {
        var away = Done(Trying.PutAway(Two.Going, Friday, Two.Ben, Monday));

        Assert.True(away.IsPutAway);
        Unchanged<ExperimentOutcome.AsItIs>(Trying.PutAway(Two.Going, away, Two.Ben, Monday));
        Unchanged<ExperimentOutcome.AsItIs>(Trying.PutAway(Two.Going, null, Two.Ben, Monday));
        Assert.False(Done(Save(away, Plain)).IsPutAway);
    }

    [Fact]
    public void The_same_form_twice_is_one_thing_to_try()
    {
        Unchanged<ExperimentOutcome.AsItIs>(Save(Friday, OnFriday, seen: ""));
        Unchanged<ExperimentOutcome.AsItIs>(Save(null, Plain with { Words = null }));
        Unchanged<ExperimentOutcome.AsItIs>(Save(null, Plain, seen: Friday.Version));
    }

    [Fact]
    public void An_older_window_overwrites_nothing()
    {
        Assert.Equal(Friday, Unchanged<ExperimentOutcome.ChangedMeanwhile>(Save(Friday, Plain, seen: "")).Now);
        Unchanged<ExperimentOutcome.ChangedMeanwhile>(Save(Friday, Plain with { Words = null }, seen: "1.1"));
        Assert.IsType<ExperimentOutcome.Erased>(Save(Friday, Plain with { Words = null }).Outcome);
    }

    [Fact]
    public void Only_who_wrote_it_changes_it_and_only_while_the_two_go_on()
    {
        Unchanged<ExperimentOutcome.NotYours>(Trying.Save(Two.Going, Friday, ForBoth, Two.Ana, Friday.Version, Plain, Monday, Lisbon));
        Unchanged<ExperimentOutcome.NotYours>(Trying.PutAway(Two.Going, Friday, Two.Ana, Monday));
        Unchanged<ExperimentOutcome.NotYours>(Trying.Save(Two.Going, null, ForBoth, Two.Chidi, "", Plain, Monday, Lisbon));
        Unchanged<ExperimentOutcome.Gone>(Trying.Save(Two.Ended, Friday, ForBoth, Two.Ben, Friday.Version, Plain, Monday, Lisbon));
        Unchanged<ExperimentOutcome.Gone>(Trying.PutAway(null, Friday, Two.Ben, Monday));
    }

    private static Decision<Experiment, ExperimentOutcome> Save(Experiment? found, ExperimentDraft draft, string? seen = null, Instant? now = null) =>
        Trying.Save(Two.Going, found, ForBoth, Two.Ben, seen ?? found?.Version ?? "", draft, now ?? Monday, Lisbon);

    private static Experiment Done(Decision<Experiment, ExperimentOutcome> decision)
    {
        Assert.True(decision.Changes);
        return Assert.IsType<ExperimentOutcome.Done>(decision.Outcome).Now;
    }

    private static TOutcome Unchanged<TOutcome>(Decision<Experiment, ExperimentOutcome> decision)
    {
        Assert.False(decision.Changes);
        Assert.Empty(decision.Consequences);
        return Assert.IsType<TOutcome>(decision.Outcome);
    }
}
