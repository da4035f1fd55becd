using MentorBot.Domain.Matching.Cohorts;

namespace MentorBot.Domain.Tests.Matching.Cohorts;

/// <summary>What a placement comes to, as the three aims name it: more is better for the first two, less for the third.</summary>
internal sealed record Aims(int Placed, long Score, long Squares) : IComparable<Aims>
{
    public static Aims Of(Cohort cohort, IReadOnlyList<int?> mentorOf)
    {
        var best = cohort.Pairs.GroupBy(pair => (pair.Mentee, pair.Mentor)).ToDictionary(same => same.Key, same => same.Max(pair => pair.Score));
        var people = cohort.Mentors.Select(mentor => (long)mentor.Taken).ToArray();
        long score = 0;
        for (var mentee = 0; mentee < cohort.Mentees; mentee++)
        {
            if (mentorOf[mentee] is not { } mentor)
                continue;
            Assert.True(best.ContainsKey((mentee, mentor)), $"{mentee} may not go to {mentor}.");
            score += best[(mentee, mentor)];
            people[mentor]++;
        }

        Assert.All(people.Zip(cohort.Mentors), one => Assert.True(one.First <= one.Second.Taken + one.Second.Free, "A mentor has more people than places."));
        return new Aims(mentorOf.Count(mentor => mentor is not null), score, people.Sum(count => count * count));
    }

    /// <summary>The best of all placements there are, found by trying each.</summary>
    public static Aims BestOf(Cohort cohort)
    {
        var best = cohort.Pairs.ToLookup(pair => pair.Mentee, pair => pair.Mentor);
        var free = cohort.Mentors.Select(mentor => mentor.Free).ToArray();
        var mentorOf = new int?[cohort.Mentees];
        return Try(0);

        Aims Try(int mentee)
        {
            if (mentee == cohort.Mentees)
                return Of(cohort, mentorOf);
            mentorOf[mentee] = null;
            var found = Try(mentee + 1);
            foreach (var mentor in best[mentee].Distinct().Where(mentor => free[mentor] > 0))
            {
                free[mentor]--;
                mentorOf[mentee] = mentor;
                if (Try(mentee + 1) is var other && other.CompareTo(found) > 0)
                    found = other;
                mentorOf[mentee] = null;
                free[mentor]++;
            }

            return found;
        }
    }

    public int CompareTo(Aims? other) => (Placed, Score, -Squares).CompareTo((other!.Placed, other.Score, -other.Squares));
}
