namespace MentorBot.Domain.Agreements;

/// <summary>What somebody noted about one of the nine questions.</summary>
/// <param name="IsShown">Whether the other sees it; for the fifth, with what is ticked there.</param>
public sealed record Written(Confidential? Words, bool IsShown)
{
    public static readonly Written Nothing = new(null, false);
}
