namespace MentorBot.EndToEnd.BadInput;

internal static class Complaints
{
    private const int Shown = 12;

    /// <summary>Fails with a line for each, so that one sees which button, what was sent, and what happened.</summary>
    public static void None(IReadOnlyCollection<string> complaints) => Assert.True(
        complaints.Count == 0,
        $"{complaints.Count} in all:\n{string.Join('\n', complaints.Take(Shown).Select(complaint => complaint.Length > 600 ? complaint[..600] + "…" : complaint))}");
}
