namespace MentorBot.Rehearsal;

/// <summary>A text that somebody typed.</summary>
public sealed record Canary(string Text, string Author);
