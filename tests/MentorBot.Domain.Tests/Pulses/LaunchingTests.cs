using System.Collections.Immutable;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Pulses;
using MentorBot.Domain.Relationships;
using NodaTime;

namespace MentorBot.Domain.Tests.Pulses;

/// <summary>What may go out, and why not.</summary>
public sealed class LaunchingTests
{
    private static readonly Instant Now = Instant.FromUtc(2027, 3, 1, 10, 0);
    private static readonly PersonId Noor = new("noor");
    private static readonly MentoringProgramme Programme =
        new(new("contoso"), "", [], [Noor], [], "", "", "", 180, new(5, 14, 60, 30), new(3, 5, 5, 5, 3, 30, 7, 30, 2)) { IndexCleared = true };

    [Fact]
    public void Without_the_operators_word_nothing_goes_out()
    {
        Assert.IsType<LaunchRefusal.NotCleared>(Launching.Refusal(Programme with { IndexCleared = false }, Plan(-1), Pairs(0), [], DateTimeZone.Utc, Now));
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(9, true)]
    [InlineData(10, false)]
    [InlineData(56, false)]
    [InlineData(57, true)]
    public void It_is_open_for_ten_days_to_eight_weeks(int days, bool isRefused)
    {
        Assert.Equal(isRefused, Launching.Refusal(Programme, Plan(days), Pairs(8), [], DateTimeZone.Utc, Now) is LaunchRefusal.TooShort);
    }

    [Fact]
    public void A_group_of_which_nothing_could_be_shown_is_not_asked()
    {
        Assert.IsType<LaunchRefusal.TooFew>(Refusal(Pairs(0)));
        Assert.IsType<LaunchRefusal.TooFew>(Refusal(Pairs(4)));
        Assert.Null(Refusal(Pairs(5)));

        // Nine who talk with one: the one could be told by it.
        Assert.IsType<LaunchRefusal.TooFew>(Refusal(Audience.Of(Enumerable.Range(1, 9).Select(number => new AskedPair(new($"{number}"), new($"mentee{number}"), Noor, false)))));
    }

    [Fact]
    public void Nobody_is_asked_while_they_are_and_for_six_weeks()
    {
        Assert.Equal(new LaunchRefusal.StillOpen(Now + Duration.FromDays(3)), Refusal(Pairs(8), Was(Pairs(6), 50, PulseStage.Open)));
        Assert.IsType<LaunchRefusal.StillOpen>(Refusal(Pairs(8), Was(Pairs(8), 50, PulseStage.Folding)));
        Assert.Equal(new LaunchRefusal.TooSoon(new(2027, 3, 2)), Refusal(Pairs(8), Was(Pairs(8), 41, PulseStage.Closed)));
        Assert.Equal(new LaunchRefusal.TooClose(Now - Duration.FromDays(41), new(2027, 3, 2)), Refusal(Pairs(8), Was(Pairs(7), 41, PulseStage.Closed)));
        Assert.Null(Refusal(Pairs(8), Was(Pairs(8), 42, PulseStage.Closed)));
        Assert.Null(Refusal(Pairs(8), Was(Pairs(8, from: 100), 10, PulseStage.Open)));
    }

    [Fact]
    public void Of_a_group_too_small_it_is_not_told_whether_it_was_asked_before()
    {
        foreach (var stage in new[] { PulseStage.Open, PulseStage.Closed })
        {
            Assert.IsType<LaunchRefusal.TooFew>(Refusal(Pairs(1), Was(Pairs(8), 10, stage)));
            Assert.IsType<LaunchRefusal.TooFew>(Refusal(Pairs(1), Was(Pairs(1), 10, stage)));
        }
    }

    [Fact]
    public void Closed_long_after_its_time_its_result_comes_on_the_next_morning_and_nobody_is_counted_any_more()
    {
        var folding = Concluding.Fold(Launch(null, null).Next!, Pairs(8), Launch(null, null).Next!.ClosesAt).Next!;
        var sums = PulseSums.None(PulseForm.A);
        Assert.Equal(folding.ResultAt, Concluding.Close(folding, sums, DateTimeZone.Utc, folding.ClosesAt).Next!.ResultAt);

        var late = Concluding.Close(folding, sums, DateTimeZone.Utc, folding.ResultAt + Duration.FromHours(1)).Next!;
        Assert.Equal((PulseStage.Closed, folding.ResultAt + Duration.FromDays(1)), (late.Stage, late.ResultAt));
        Assert.Equal((16, 0, 0), (folding.Invited.People, late.Invited.People, late.Invited.ByRole.Sum() + late.Invited.ByAge.Sum()));
    }

    [Fact]
    public void The_same_person_with_somebody_else_was_asked_as_well()
    {
        var others = Audience.Of(Enumerable.Range(50, 8).Select(number => new AskedPair(new($"pair{number}"), new($"mentee{number}"), new(number == 50 ? "mentee1" : $"mentor{number}"), false)));

        Assert.IsType<LaunchRefusal.TooClose>(Refusal(Pairs(8), Was(others, 10, PulseStage.Closed)));
    }

    [Fact]
    public void A_group_that_changed_since_it_was_checked_is_looked_at_again()
    {
        Assert.Equal(new LaunchOutcome.Refused(new LaunchRefusal.GroupChanged()), Launch(Pairs(7).Fingerprint, null).Outcome);
        Assert.IsType<LaunchOutcome.Launched>(Launch(Pairs(8).Fingerprint, null).Outcome);
    }

    [Fact]
    public void It_closes_in_the_early_evening_and_everyone_hears_on_the_next_working_morning()
    {
        // The 12th of March 2027 is a Friday.
        var launched = Launch(null, null, 11);

        Assert.Equal((Instant.FromUtc(2027, 3, 12, 17, 0), Instant.FromUtc(2027, 3, 15, 9, 0)), (launched.Next!.ClosesAt, launched.Next.ResultAt));
        Assert.Equal(["pulses.invite-all", "pulses.close"], launched.Consequences.Select(follows => follows.Kind));
    }

    [Fact]
    public void What_is_to_come_again_waits_for_its_weeks_and_goes_through_the_forms()
    {
        var launched = Launch(null, 8);
        var again = launched.Consequences.Single(follows => follows.Kind == PulseNotices.Repeat);
        Assert.Equal(Now + Duration.FromDays(56), again.At);
        Assert.Equal((new PulseId("one"), 0), PulseNotices.InRepeat(again.Subject));

        Assert.Equal([PulseForm.B, PulseForm.C, PulseForm.A, PulseForm.All], new[] { PulseForm.A, PulseForm.B, PulseForm.C, PulseForm.All }.Select(Repeating.NextForm));
        Assert.Equal(["one-2", "one-3"], new[] { new PulseId("one"), new("one-2") }.Select(id => Repeating.NextId(id).Value));
        Assert.Equal(launched.Next!.Plan.ClosesOn.PlusWeeks(10), Repeating.NextPlan(launched.Next, 2).ClosesOn);
        Assert.NotNull(Repeating.Again(new("one"), 5, Now));
        Assert.Null(Repeating.Again(new("one"), 6, Now));
    }

    [Fact]
    public void Launched_once_it_stays_as_it_was()
    {
        var first = Launch(null, null).Next!;
        var again = Launching.Launch(first, first.Id, Plan(20), Noor, "other", Programme with { IndexCleared = false }, Pairs(0), [], DateTimeZone.Utc, Now);

        Assert.Equal((new LaunchOutcome.Launched(first), false), (again.Outcome, again.Changes));
    }

    [Fact]
    public void An_audience_and_sums_come_back_as_they_were_sealed()
    {
        var audience = Pairs(7);
        Assert.Equal(audience.Pairs.ToArray(), Audience.FromSealed(audience.ToSeal(3)).Pairs.ToArray());
        Assert.Empty(Pairs(0).ToSeal(3));

        foreach (var form in Enum.GetValues<PulseForm>())
        {
            var sums = Enumerable.Range(1, 7).Aggregate(PulseSums.None(form), (all, value) => all.Plus(
                [new Answered(value % 2 == 0 ? PulseRole.Mentee : PulseRole.Mentor, value > 3, Answers.Of(Enumerable.Range(1, MentoringIndex.Items).Select(item => (item, 1 + ((item * value) % 7)))))]));
            Assert.Equal(sums, PulseSums.FromSealed(form, sums.ToSeal()));
        }
    }

    [Fact]
    public void It_folds_when_its_time_has_come_and_not_before()
    {
        var open = Launch(null, null).Next!;
        Assert.False(Concluding.Fold(open, Pairs(8), open.ClosesAt - Duration.Epsilon).Changes);
        Assert.Equal(PulseStage.Folding, Concluding.Fold(open, Pairs(8), open.ClosesAt).Outcome!.Stage);
        Assert.Null(Concluding.Stop(open, open.ClosesAt).Outcome);
        Assert.Equal((PulseStage.Stopped, 0), (Concluding.Stop(open, Now).Outcome!.Stage, Concluding.Stop(open, Now).Outcome!.Invited.People));
    }

    private static PulsePlan Plan(int days, int? weeks = null) => new(PulseForm.A, null, Now.InUtc().Date.PlusDays(days), weeks);

    private static Audience Pairs(int count, int from = 1) =>
        Audience.Of(Enumerable.Range(from, count).Select(number => new AskedPair(new RelationshipId($"pair{number}"), new($"mentee{number}"), new($"mentor{number}"), number % 2 == 0)));

    private static LaunchRefusal? Refusal(Audience audience, params ImmutableArray<Earlier> earlier) => Launching.Refusal(Programme, Plan(14), audience, earlier, DateTimeZone.Utc, Now);

    private static Decision<Pulse, LaunchOutcome> Launch(string? named, int? weeks, int days = 14) =>
        Launching.Launch(null, new("one"), Plan(days, weeks), Noor, named, Programme, Pairs(8), [], DateTimeZone.Utc, Now);

    private static Earlier Was(Audience audience, int daysAgo, PulseStage stage) => new(
        new(new("earlier"), 1, Plan(14), Noor, Now - Duration.FromDays(daysAgo), Now + Duration.FromDays(3), Now, stage, audience.Invited, null), audience);
}
