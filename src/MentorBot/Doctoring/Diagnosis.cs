namespace MentorBot.Doctoring;

/// <summary>What a check found. No secrets, and nothing about people but their ids.</summary>
internal abstract record Diagnosis
{
    private Diagnosis()
    {
    }

    public sealed record Fine(string Seen) : Diagnosis;

    public sealed record Failed(string Happened, string Advice) : Diagnosis;

    /// <summary>Worth a look; the bot may be well all the same.</summary>
    public sealed record Doubtful(string Happened, string Advice) : Diagnosis;
}
