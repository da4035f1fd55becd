namespace MentorBot.Domain.Agreements;

/// <summary>What somebody noted about one of the nine questions.</summary>
/// <param name="IsShown">Whether the other sees it; for the fifth, with what is ticked there.</param>
public sealed record SheetAnswer(Confidential? Words, bool IsShown)
{
    public static readonly SheetAnswer Nothing = new(null, false);
}
