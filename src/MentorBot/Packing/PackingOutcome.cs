using System.Collections.Immutable;

namespace MentorBot.Packing;

/// <summary>What came of packing: a package that Teams takes, or everything that is wrong at once.</summary>
public abstract record PackingOutcome
{
    private PackingOutcome()
    {
    }

    public sealed record Packed(ImmutableArray<byte> Zip) : PackingOutcome;

    public sealed record Refused(ImmutableArray<PackageProblem> Problems) : PackingOutcome;
}
