namespace MentorBot.Domain.Scheduling;

/// <summary>How conversations with one other person appear in somebody's own calendar. The other isn't told.</summary>
/// <param name="Revision">Counts its changes, from 1; 0 for what everybody has who chose nothing.</param>
/// <param name="Subject">In their own words; null for the usual one.</param>
public sealed record Appearance(int Revision, Appearing As, Confidential? Subject)
{
    /// <summary>In characters.</summary>
    public const int LongestSubject = 60;

    public static readonly Appearance Usual = new(0, Appearing.OwnBlock, null);
}
