namespace MentorBot.Rehearsal;

/// <summary>Words of a person where none may be.</summary>
/// <param name="Canary">What was typed.</param>
/// <param name="Encoding">How it was written there, such as "UTF-16LE" or "base64 of UTF-8".</param>
/// <param name="Offset">At which byte.</param>
public sealed record Leak(Canary Canary, string Encoding, long Offset);
