using System.Collections.Immutable;
using NodaTime;

namespace MentorBot.Domain.MyData;

/// <summary>What somebody opened on one day of their own zone: each kind once, not how often nor whose.</summary>
public sealed record OpenedOnDay(LocalDate Day, ImmutableArray<Opened> What);
