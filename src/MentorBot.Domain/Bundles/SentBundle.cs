using System.Collections.Immutable;
using NodaTime;

namespace MentorBot.Domain.Bundles;

/// <summary>A message that mentioned what had come together by then.</summary>
/// <param name="Number">Counts the messages to this person, from 1.</param>
public sealed record SentBundle(int Number, Instant At, ImmutableArray<Thing> Things);
