using System.Collections.Immutable;
using NodaTime;

namespace MentorBot.Domain.Evaluations;

/// <summary>What five people wrote, question by question, without anything that says who wrote what, or that two answers are of one person.</summary>
/// <param name="On">The day on which it was shown.</param>
/// <param name="Number">Which one of that day, from 1.</param>
/// <param name="Answers">For each question the answers that were given, each question in an order of its own.</param>
public sealed record Released(LocalDate On, int Number, Instant EraseAt, ImmutableArray<ImmutableArray<Confidential>> Answers);
