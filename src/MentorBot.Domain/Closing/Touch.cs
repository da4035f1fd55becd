using NodaTime;

namespace MentorBot.Domain.Closing;

/// <summary>After it was complete: staying in touch as equals, wished for by one, and wanted by both or not done.</summary>
/// <param name="Number">Counts how often it was wished for, from 1.</param>
/// <param name="IsDeclined">The other would rather not. Whoever wished for it learns on the date that it stays as it was, as if nobody had said anything.</param>
/// <param name="Until">Without an answer by then it stays as it was.</param>
public sealed record Touch(int Number, PersonId By, bool IsDeclined, Instant Until, TouchState State);
