using NodaTime;

namespace MentorBot.Domain.MyData;

/// <summary>A file that somebody takes with them, once. A person has one at most.</summary>
/// <param name="Number">Counts their files, from 1: each has a card of its own.</param>
/// <param name="Until">When the link is over; null while there is none.</param>
/// <param name="LinkHash">SHA-256 of the link's secret, in hexadecimal digits: the secret itself stands on the card and nowhere else. Null while there is none.</param>
/// <param name="Parts">In how many parts the file lies sealed.</param>
public sealed record Download(PersonId Person, int Number, DownloadStage Stage, Instant? Until, string? LinkHash, int Parts);
