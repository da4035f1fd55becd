using MentorBot.Domain.Pulses;

namespace MentorBot.Domain.Tests.Pulses;

/// <summary>People who talk with one another, and what each would answer in a short form about each of theirs: the sum of seven statements.</summary>
internal sealed record Town(IReadOnlyList<InvitedPair> Pairs, int[] MenteeSums, int[] MentorSums)
{
    public const int LowestSum = 7 * MentoringIndex.Lowest;
    public const int HighestSum = 7 * MentoringIndex.Highest;

    public IEnumerable<PersonId> People => Pairs.SelectMany(pair => new[] { pair.Mentee, pair.Mentor }).Distinct();

    /// <param name="shape">Pairs such as "a-b", the mentee first; with an asterisk where they have been together for long.</param>
    public static Town Of(string shape)
    {
        var pairs = shape.Split(' ').Select(text => text.TrimEnd('*').Split('-') is var two
            ? new InvitedPair(new(two[0]), new(two[1]), text.EndsWith('*'))
            : default).ToList();
        return new(pairs, [.. pairs.Select(_ => 28)], [.. pairs.Select(_ => 28)]);
    }

    public Town Answering(Random random) => this with { MenteeSums = Draw(random), MentorSums = Draw(random) };

    /// <summary>What is shown when these pairs are asked and these people answer.</summary>
    public ShownFigures? Shows(IReadOnlyCollection<int> asked, Func<PersonId, bool> answers)
    {
        var sums = asked.SelectMany(at => new[]
        {
            (Who: Pairs[at].Mentee, What: new Answered(PulseRole.Mentee, Pairs[at].IsLonger, Of(MenteeSums[at]))),
            (Who: Pairs[at].Mentor, What: new Answered(PulseRole.Mentor, Pairs[at].IsLonger, Of(MentorSums[at]))),
        }).Where(one => answers(one.Who)).GroupBy(one => one.Who, one => one.What).Aggregate(PulseSums.None(PulseForm.A), (all, person) => all.Plus(person));
        return Showing.Of(sums, Invited.Of([.. asked.Select(at => Pairs[at])]));
    }

    private int[] Draw(Random random) => [.. Pairs.Select(_ => random.Next(LowestSum, HighestSum + 1))];

    private static Answers Of(int sum) =>
        Answers.Of(MentoringIndex.ItemsOf(PulseForm.A).Select((item, at) => (item, (sum / 7) + (at < sum % 7 ? 1 : 0))));
}
