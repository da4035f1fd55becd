namespace MentorBot.Domain.MyData;

/// <summary>Words that somebody wrote.</summary>
/// <param name="Name">What they are an answer to, such as "words"; the same in every language.</param>
public sealed record OwnText(string Name, Confidential Words);
