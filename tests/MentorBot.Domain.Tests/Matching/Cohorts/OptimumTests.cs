using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using MentorBot.Domain.Matching.Cohorts;

namespace MentorBot.Domain.Tests.Matching.Cohorts;

public sealed class OptimumTests
{
    private static readonly MentorPlaces One = new(1, 0);

    [Fact]
    public void No_placement_of_a_small_cohort_is_better_when_all_are_tried() => Prop.ForAll(Cohort.Small, cohort =>
        Assert.Equal(Aims.BestOf(cohort), Aims.Of(cohort, cohort.Optimum().MentorOf))).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void The_prices_of_a_small_cohort_prove_its_placement() => Prop.ForAll(Cohort.Small, cohort =>
        Proof.Holds(cohort, cohort.Optimum())).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void The_order_of_the_pairs_does_not_matter() => Prop.ForAll(Cohort.Small, ArbMap.Default.ArbFor<int>(), (cohort, seed) =>
        Assert.Equal<int?>(cohort.Optimum().MentorOf, cohort.Shuffled(seed).Optimum().MentorOf)).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Somebody_with_a_choice_makes_room_for_somebody_without()
    {
        // Whoever takes the best pair first sends mentee 0 to mentor 0, and nobody is left for mentee 1.
        Assert.Equal<int?>([1, 0], Of(2, [One, One], new(0, 0, 100), new(0, 1, 20), new(1, 0, 90)));
    }

    [Fact]
    public void The_best_pair_is_given_up_where_the_others_gain_more()
    {
        // The best pair first: 100 + 10. The other way: 90 + 95.
        Assert.Equal<int?>([1, 0], Of(2, [One, One], new(0, 0, 100), new(0, 1, 90), new(1, 0, 95), new(1, 1, 10)));
    }

    [Fact]
    public void A_whole_chain_moves_on_so_that_one_more_has_a_place()
    {
        Assert.Equal<int?>([1, 2, 3, 0], Of(4, [One, One, One, One],
            new(0, 0, 160), new(0, 1, 20), new(1, 1, 160), new(1, 2, 20), new(2, 2, 160), new(2, 3, 20), new(3, 0, 20)));
    }

    [Fact]
    public void Where_scores_are_equal_the_mentor_with_fewer_people_is_asked()
    {
        // One has nobody yet, the other two people: with three and one more, both have three.
        var mentors = Of(4, [new(4, 0), new(4, 2)], [.. Everybody(4, 2, (_, _) => 50)]);

        Assert.Equal([3, 1], new[] { 0, 1 }.Select(mentor => mentors.Count(one => one == mentor)));
    }

    [Fact]
    public void Somebody_moves_so_that_nobody_has_two_people_while_another_has_none()
    {
        Assert.Equal<int?>([1, 2, 0], Of(3, [new(2, 0), new(2, 0), new(2, 0)],
            new(0, 0, 50), new(0, 1, 50), new(1, 1, 50), new(1, 2, 50), new(2, 0, 50)));
    }

    [Fact]
    public void A_point_of_score_counts_for_more_than_any_load()
    {
        Assert.Equal<int?>([0, 0, 0], Of(3, [new(3, 900), One], [.. Everybody(3, 2, (_, mentor) => mentor == 0 ? 51 : 50)]));
    }

    [Fact]
    public void A_mentee_more_counts_for_more_than_any_score()
    {
        Assert.Equal<int?>([1, 0], Of(2, [One, One], new(0, 0, 1000), new(0, 1, 0), new(1, 0, 0)));
    }

    [Fact]
    public void Where_places_are_short_those_who_fit_best_are_placed()
    {
        Assert.Equal<int?>([null, 0, null, 0], Of(4, [new(2, 1)], new(0, 0, 30), new(1, 0, 60), new(2, 0, 20), new(3, 0, 40)));
    }

    [Fact]
    public void Of_a_pair_given_twice_the_better_score_counts()
    {
        Assert.Equal<int?>([0], Of(1, [One, One], new(0, 0, 20), new(0, 1, 60), new(0, 0, 80)));
        Assert.Equal<int?>([0], Of(1, [One, One], new(0, 0, 80), new(0, 1, 60), new(0, 0, 20), new(0, 0, 80)));
    }

    [Fact]
    public void A_mentor_without_a_free_place_gets_nobody() => Assert.Equal<int?>([null, 1], Of(2, [new(0, 3), One], new(0, 0, 160), new(1, 0, 160), new(1, 1, 20)));

    [Fact]
    public void Without_a_pair_nobody_is_placed() => Assert.Equal<int?>([null, null], Of(2, [One]));

    [Fact]
    public void Without_mentors_nobody_is_placed() => Assert.Equal<int?>([null, null], Of(2, []));

    [Fact]
    public void Without_mentees_there_is_nothing_to_do() => Assert.Empty(Of(0, [One]));

    [Theory]
    [InlineData(1, 0, 50)]
    [InlineData(-1, 0, 50)]
    [InlineData(0, 1, 50)]
    [InlineData(0, -1, 50)]
    [InlineData(0, 0, -1)]
    [InlineData(0, 0, 1001)]
    public void A_pair_out_of_range_is_a_mistake_of_the_caller(int mentee, int mentor, int score) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Of(1, [One], new Eligible(mentee, mentor, score)));

    [Theory]
    [InlineData(-1, 1, 0)]
    [InlineData(Scale.MostMentees + 1, 1, 0)]
    [InlineData(1, -1, 0)]
    [InlineData(1, 0, -1)]
    [InlineData(1, 1, Scale.MostPeople)]
    [InlineData(1, int.MaxValue, 1)]
    public void A_number_of_people_out_of_range_is_a_mistake_of_the_caller(int mentees, int free, int taken) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Of(mentees, [new MentorPlaces(free, taken)]));

    [Fact]
    public void Whoever_asked_can_call_it_off() =>
        Assert.Throws<OperationCanceledException>(() => Optimum.Of(1, [One], [new Eligible(0, 0, 50)], new CancellationToken(canceled: true)));

    private static ImmutableArray<int?> Of(int mentees, ImmutableArray<MentorPlaces> mentors, params Eligible[] pairs) =>
        Optimum.Of(mentees, mentors, pairs).MentorOf;

    private static IEnumerable<Eligible> Everybody(int mentees, int mentors, Func<int, int, int> score) =>
        from mentee in Enumerable.Range(0, mentees)
        from mentor in Enumerable.Range(0, mentors)
        select new Eligible(mentee, mentor, score(mentee, mentor));
}
