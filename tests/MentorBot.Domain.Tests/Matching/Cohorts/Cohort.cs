using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using MentorBot.Domain.Matching.Cohorts;

namespace MentorBot.Domain.Tests.Matching.Cohorts;

/// <summary>Who waits, who has room, and who may go to whom.</summary>
internal sealed record Cohort(int Mentees, ImmutableArray<MentorPlaces> Mentors, ImmutableArray<Eligible> Pairs)
{
    private static readonly Gen<MentorPlaces> Mentor =
        from free in Gen.Frequency((1, Gen.Constant(0)), (4, Gen.Constant(1)), (3, Gen.Constant(2)), (1, Gen.Constant(3)), (1, Gen.Constant(900)))
        from taken in Gen.Frequency((3, Gen.Constant(0)), (3, Gen.Choose(1, 3)), (1, Gen.Constant(99)))
        select new MentorPlaces(free, taken);

    /// <summary>Small enough to try everything; few different scores, so that there are ties; now and then a pair twice.</summary>
    public static readonly Arbitrary<Cohort> Small = (
        from mentees in Gen.Choose(0, 6)
        from mentors in Gen.Choose(1, 4)
        from places in Mentor.ArrayOf(mentors)
        from count in Gen.Choose(0, mentees * mentors * 5 / 4)
        from pairs in Pair(mentees, mentors).ArrayOf(count)
        select new Cohort(mentees, [.. places], [.. pairs])).ToArbitrary();

    public Placement Optimum() => MentorBot.Domain.Matching.Cohorts.Optimum.Of(Mentees, Mentors, Pairs);

    public Cohort Shuffled(int seed)
    {
        var pairs = Pairs.ToArray();
        new Random(seed).Shuffle(pairs);
        return this with { Pairs = [.. pairs] };
    }

    public override string ToString() => $"{Mentees} mentees, mentors {string.Join(' ', Mentors)}, pairs {string.Join(' ', Pairs)}";

    private static Gen<Eligible> Pair(int mentees, int mentors) =>
        from mentee in Gen.Choose(0, mentees - 1)
        from mentor in Gen.Choose(0, mentors - 1)
        from score in Gen.Frequency((6, Gen.Elements(20, 30, 40, 60)), (2, Gen.Choose(0, 1000)), (1, Gen.Elements(0, 1000)))
        select new Eligible(mentee, mentor, score);
}
