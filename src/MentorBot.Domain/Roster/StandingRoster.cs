using System.Collections.Immutable;

namespace MentorBot.Domain.Roster;

/// <summary>The roster as it stands: not its lines.</summary>
/// <param name="Version">Names it; another one is another roster.</param>
/// <param name="Mark">As <see cref="NewRoster.Mark"/> was when it was taken over.</param>
public sealed record StandingRoster(string Version, string Mark, int People, ImmutableArray<string> Groups)
{
    /// <summary>The version before the first.</summary>
    public const string None = "none";
}
