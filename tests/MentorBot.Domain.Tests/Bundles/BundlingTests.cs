using System.Collections.Immutable;
using MentorBot.Domain.Bundles;
using MentorBot.Domain.Notices;
using NodaTime;

namespace MentorBot.Domain.Tests.Bundles;

public sealed class BundlingTests
{
    private static readonly PersonId Ben = new("ben");
    private static readonly DateTimeZone Lisbon = DateTimeZoneProviders.Tzdb["Europe/Lisbon"];
    private static readonly Thing Question = new("questions.waiting", "r1", "1");
    private static readonly Thing Aims = new("agreements.aims", "r1", "3");

    /// <summary>A Monday at ten in the morning, in winter: Lisbon has UTC.</summary>
    private static readonly Instant Monday = Instant.FromUtc(2026, 3, 2, 10, 0);

    private static readonly Bundle Empty = Bundle.Of(Ben);

    [Fact]
    public void What_comes_first_waits_until_the_next_morning()
    {
        var decision = Bundling.Mention(Empty, Question, Lisbon, Monday);

        Assert.True(decision.Changes);
        Assert.Equal<Thing>([Question], decision.Next!.Waiting);
        Assert.Equal(Looks(Day(3, 8)), Assert.Single(decision.Consequences));
    }

    [Fact]
    public void In_the_small_hours_the_next_morning_is_today() =>
        Assert.Equal(Looks(Day(3, 8)), Assert.Single(Bundling.Mention(Empty, Question, Lisbon, Day(3, 2)).Consequences));

    [Fact]
    public void What_comes_later_goes_along_and_puts_nothing_off()
    {
        var decision = Bundling.Mention(With(Question), Aims, Lisbon, Monday);

        Assert.Equal<Thing>([Question, Aims], decision.Next!.Waiting);
        Assert.Empty(decision.Consequences);
    }

    [Fact]
    public void The_same_again_changes_nothing()
    {
        Assert.False(Bundling.Mention(With(Question), Question, Lisbon, Monday).Changes);
        Assert.False(Bundling.Mention(Sent(Day(3, 8), Question), Question, Lisbon, Day(3, 9)).Changes);
    }

    [Fact]
    public void Something_new_about_the_same_takes_its_place_while_it_waits_and_comes_again_after_it()
    {
        var anew = Question with { Occasion = "2" };

        Assert.Equal<Thing>([anew, Aims], Bundling.Mention(With(Question, Aims), anew, Lisbon, Monday).Next!.Waiting);
        Assert.Equal<Thing>([anew], Bundling.Mention(Sent(Day(3, 8), Question), anew, Lisbon, Day(3, 9)).Next!.Waiting);
    }

    [Fact]
    public void In_the_morning_everything_goes_in_one_message()
    {
        var decision = Bundling.Tick(With(Question, Aims), Holds, Lisbon, Day(3, 8));

        Assert.Empty(decision.Next!.Waiting);
        Assert.Equal<Thing>([Question, Aims], Assert.Single(decision.Next.Sent).Things);
        Assert.Equal(new Consequence.Tell(BundleNotices.Bundle, "ben 1", "1", Ben), Assert.Single(decision.Consequences));
    }

    [Fact]
    public void What_has_become_moot_is_left_out()
    {
        var decision = Bundling.Tick(With(Question, Aims), thing => thing == Aims, Lisbon, Day(3, 8));

        Assert.Equal<Thing>([Aims], Assert.Single(decision.Next!.Sent).Things);
    }

    [Fact]
    public void Where_nothing_is_left_nothing_is_sent_and_it_does_not_count()
    {
        var decision = Bundling.Tick(With(Question), _ => false, Lisbon, Day(3, 8));

        Assert.Equal((0, 0, 0), (decision.Next!.Waiting.Length, decision.Next.Sent.Length, decision.Next.Last));
        Assert.Empty(decision.Consequences);
    }

    [Fact]
    public void A_look_that_comes_too_late_in_the_day_waits_for_the_morning()
    {
        var decision = Bundling.Tick(With(Question), Holds, Lisbon, Day(3, 18));

        Assert.Equal<Thing>([Question], decision.Next!.Waiting);
        Assert.Equal(Looks(Day(4, 8)), Assert.Single(decision.Consequences));
    }

    [Fact]
    public void There_are_no_two_messages_on_one_day() =>
        Assert.Equal(Looks(Day(4, 8)), Assert.Single(Bundling.Tick(Sent(Day(3, 8), Aims) with { Waiting = [Question] }, Holds, Lisbon, Day(3, 12)).Consequences));

    [Fact]
    public void The_third_message_waits_until_the_first_is_seven_days_old()
    {
        var twice = Sent(Day(3, 8), Aims) with { Last = 2, Sent = [new(1, Day(3, 8), [Aims]), new(2, Day(5, 8), [Aims])] };

        Assert.Equal(Looks(Day(10, 8)), Assert.Single(Bundling.Mention(twice, Question, Lisbon, Day(5, 12)).Consequences));
        Assert.NotEmpty(Bundling.Tick(twice with { Waiting = [Question] }, Holds, Lisbon, Day(10, 8)).Next!.Sent.Where(sent => sent.Number == 3));
    }

    [Fact]
    public void More_than_six_things_come_with_the_next_message()
    {
        var things = Enumerable.Range(1, 8).Select(number => Question with { About = "r" + number }).ToImmutableArray();

        var decision = Bundling.Tick(With(things), Holds, Lisbon, Day(3, 8));

        Assert.Equal<Thing>(things[..6], Assert.Single(decision.Next!.Sent).Things);
        Assert.Equal<Thing>(things[6..], decision.Next.Waiting);
        Assert.Contains(Looks(Day(4, 8)), decision.Consequences);
    }

    [Theory]
    [InlineData(HowMuch.NothingForAWeek, 9)]
    [InlineData(HowMuch.NothingForAMonth, 32)]
    public void After_a_pause_what_waits_comes_on_the_first_morning(HowMuch choice, int dayInMarch)
    {
        var paused = Bundling.Choose(With(Question), choice, QuietHours.Usual, Lisbon, Day(2, 7));
        var morning = Day(1, 8) + Duration.FromDays(dayInMarch - 1);

        Assert.Equal(choice, paused.Next!.ChoiceAt(morning - Duration.FromHours(2)));
        Assert.Equal(HowMuch.AtMostTwoAWeek, paused.Next.ChoiceAt(morning));
        Assert.Equal(dayInMarch > 29 ? morning - Duration.FromHours(1) : morning, Assert.Single(paused.Consequences).At);
    }

    [Fact]
    public void The_same_pause_again_goes_on_as_it_was()
    {
        var paused = Bundling.Choose(Empty, HowMuch.NothingForAWeek, QuietHours.Usual, Lisbon, Monday).Next!;
        var again = Bundling.Choose(paused, HowMuch.NothingForAWeek, new(new(20, 0), new(9, 0)), Lisbon, Day(5, 9)).Next!;

        Assert.Equal((paused.PausedUntil, new LocalTime(20, 0)), (again.PausedUntil, again.QuietHours.From));
    }

    [Fact]
    public void With_nothing_at_all_what_waits_is_dropped_and_afterwards_two_a_week_holds_again()
    {
        var silent = Bundling.Choose(With(Question), HowMuch.NothingUntilTheyWrite, QuietHours.Usual, Lisbon, Monday).Next!;

        Assert.Empty(silent.Waiting);
        Assert.Equal(HowMuch.AtMostTwoAWeek, silent.ChoiceAt(Monday));
    }

    [Fact]
    public void Without_quiet_hours_a_morning_begins_at_eight() => Assert.Equal(
        Looks(Day(3, 8)), Assert.Single(Bundling.Mention(Empty with { QuietHours = new(new(0, 0), new(0, 0)) }, Question, Lisbon, Monday).Consequences));

    /// <summary>In Lisbon the clocks go forward on 29 March 2026 at one, and back on 25 October at two.</summary>
    [Theory]
    [InlineData("2026-03-29T00:30:00Z", 22, 1, "2026-03-29T01:00:00Z")]
    [InlineData("2026-10-24T23:30:00Z", 22, 1, "2026-10-25T01:00:00Z")]
    [InlineData("2026-10-25T00:10:00Z", 1, 2, "2026-10-25T02:00:00Z")]
    public void Quiet_hours_end_also_on_the_nights_when_the_clocks_change(string at, int from, int to, string end)
    {
        var hours = new QuietHours(new(from, 0), new(to, 0));
        var moment = Instant.FromDateTimeOffset(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(Instant.FromDateTimeOffset(DateTimeOffset.Parse(end, System.Globalization.CultureInfo.InvariantCulture)), hours.NotWithin(moment, Lisbon));
    }

    [Fact]
    public void What_is_stored_is_read_again()
    {
        var step = BundleNotices.To(Ben, "questions.waiting", "r1 4", "2");

        Assert.Equal("ben questions.waiting 2 r1 4", step.Subject);
        Assert.Equal((Ben, new Thing("questions.waiting", "r1 4", "2")), BundleNotices.In(step.Subject));
        Assert.Equal((Ben, 12), BundleNotices.InBundle(BundleNotices.Numbered(Ben, 12)));
    }

    private static bool Holds(Thing thing) => true;

    private static Bundle With(params ImmutableArray<Thing> things) => Empty with { Waiting = things };

    private static Bundle Sent(Instant at, params ImmutableArray<Thing> things) => Empty with { Last = 1, Sent = [new(1, at, things)] };

    private static Consequence.Step Looks(Instant at) => new(BundleNotices.Tick, "ben", "") { At = at };

    private static Instant Day(int dayInMarch, int hour) => Instant.FromUtc(2026, 3, dayInMarch, hour, 0);
}
