namespace MentorBot.Domain.Programme;

/// <summary>Something to talk about.</summary>
/// <param name="Id">Stored and sent; lower-case letters, digits and hyphens. It outlives a change of the name.</param>
/// <param name="Name">As people read it.</param>
public sealed record Theme(string Id, string Name);
