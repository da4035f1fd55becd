namespace MentorBot.Storage.Due;

/// <summary>A message that somebody has taken from the queue.</summary>
/// <param name="Id">Which message, in the queue's own terms.</param>
/// <param name="Receipt">Says that it was taken this time; stale once somebody takes it again.</param>
/// <param name="Times">How often it was taken, this time included.</param>
public sealed record DueMessage(DuePointer Due, string Id, string Receipt, long Times);
