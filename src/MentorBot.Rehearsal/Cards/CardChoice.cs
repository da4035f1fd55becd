namespace MentorBot.Rehearsal;

/// <summary>One of the things to choose from: what is read, and what travels.</summary>
public sealed record CardChoice(string Title, string Value);
