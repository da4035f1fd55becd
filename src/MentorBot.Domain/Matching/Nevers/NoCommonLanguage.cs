namespace MentorBot.Domain.Matching.Nevers;

/// <summary>Two people need a language in which both like to talk.</summary>
public sealed class NoCommonLanguage : Never
{
    public override bool Forbids(Pairing pairing) => !CommonLanguages.Any(pairing);
}
