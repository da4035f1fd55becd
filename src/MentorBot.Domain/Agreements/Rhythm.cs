using System.Collections.Immutable;
using MentorBot.Domain.Wishes;

namespace MentorBot.Domain.Agreements;

/// <summary>What is ticked beside the fifth question; null for what is left open.</summary>
/// <param name="Minutes">One of <see cref="Lengths"/>.</param>
/// <param name="Where">Never <see cref="WayOfMeeting.Any"/>: that is left open.</param>
/// <param name="LookAgainAfter">One of <see cref="LooksAgain"/>, in conversations.</param>
public sealed record Rhythm(HowOften? HowOften, int? Minutes, WayOfMeeting? Where, int? LookAgainAfter)
{
    public static readonly Rhythm Open = new(null, null, null, null);

    public static readonly ImmutableArray<int> Lengths = [20, 30, 45, 60];

    public static readonly ImmutableArray<int> LooksAgain = [1, 3, 6];
}
