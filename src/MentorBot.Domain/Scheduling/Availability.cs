using System.Collections.Immutable;
using MentorBot.Domain.Directory;
using NodaTime;

namespace MentorBot.Domain.Scheduling;

/// <summary>When somebody works, and when they are busy.</summary>
/// <param name="Zone">Their own zone.</param>
/// <param name="Hours">Their usual hours, Monday to Friday in that zone; an end before the start reaches past midnight.</param>
/// <param name="Busy">In any order; they may overlap.</param>
public sealed record Availability(DateTimeZone Zone, WorkingHours Hours, ImmutableArray<Interval> Busy);
