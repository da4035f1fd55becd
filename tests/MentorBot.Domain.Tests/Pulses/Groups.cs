using MentorBot.Domain.Pulses;

namespace MentorBot.Domain.Tests.Pulses;

/// <summary>Which answers each figure is made of, and the smallest groups that any sums and differences of figures can be about.</summary>
internal static class Groups
{
    private static readonly (Func<ShownFigures, bool> IsShown, Func<PulseRole, bool, bool> Has)[] Lines =
    [
        (_ => true, (_, _) => true),
        (shown => shown.Mentees is not null, (role, _) => role == PulseRole.Mentee),
        (shown => shown.Mentors is not null, (role, _) => role == PulseRole.Mentor),
        (shown => shown.FirstHalfYear is not null, (_, isLonger) => !isLonger),
        (shown => shown.Longer is not null, (_, isLonger) => isLonger),
    ];

    /// <summary>Answers that are in the same figures throughout cannot be told from one another.</summary>
    public static IEnumerable<Breadth> Smallest(Town town, ShownFigures shown, Func<PersonId, bool> answers) => town.Pairs
        .SelectMany(pair => new[] { (Pair: pair, Role: PulseRole.Mentee), (Pair: pair, Role: PulseRole.Mentor) })
        .Where(one => answers(one.Pair.In(one.Role)))
        .GroupBy(one => string.Concat(Lines.Select(line => line.IsShown(shown) && line.Has(one.Role, one.Pair.IsLonger) ? '1' : '0')))
        .Select(group => new Breadth(
            group.Select(one => one.Pair.In(one.Role)).Distinct().Count(),
            group.Count(one => one.Role == PulseRole.Mentee),
            group.Count(one => one.Role == PulseRole.Mentor)));
}
