using NodaTime;

namespace MentorBot.Storage.Scheduling;

/// <summary>What is known of the event that shows a booking in somebody's mailbox. Not a word of what is in it.</summary>
/// <param name="Version">Of the entry that is to be there.</param>
/// <param name="Generation">Counts up when the event is removed or lost, so that the next one is another.</param>
/// <param name="Id">The mailbox's own, until it is out of there; null also while nobody knows whether it was made.</param>
/// <param name="RemovedAt">Since when none is to be there; null while one is.</param>
public sealed record CalendarEvent(int Version, int Generation, string? Id, Instant? RemovedAt);
