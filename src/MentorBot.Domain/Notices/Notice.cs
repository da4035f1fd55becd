namespace MentorBot.Domain.Notices;

/// <summary>A <see cref="Consequence.Tell"/> on its way.</summary>
/// <param name="Home">Where it was decided: the id of the person or relationship whose rows these are; the tenant for what is decided in Matching.</param>
/// <param name="Card">The activity id of the card about this subject in the chat of <paramref name="Whom"/>; null if it was never posted.</param>
public sealed record Notice(string Kind, string Home, string Subject, string Occasion, PersonId Whom, string? Card);
