using System.Collections.Immutable;

namespace MentorBot.Domain.Pulses;

/// <summary>One of the four smallest groups that figures are folded into, by role and by how long the relationship had lasted. Nothing is folded finer.</summary>
public readonly record struct Cell(PulseRole Role, bool IsLonger)
{
    public static readonly ImmutableArray<Cell> All =
        [new(PulseRole.Mentee, false), new(PulseRole.Mentee, true), new(PulseRole.Mentor, false), new(PulseRole.Mentor, true)];

    public int At => (2 * (int)Role) + (IsLonger ? 1 : 0);
}
