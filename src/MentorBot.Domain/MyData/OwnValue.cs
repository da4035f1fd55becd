namespace MentorBot.Domain.MyData;

/// <summary>Something that somebody chose or that was noted of them, without a word that anybody wrote.</summary>
/// <param name="Name">The same in every language.</param>
public sealed record OwnValue(string Name, string Value);
