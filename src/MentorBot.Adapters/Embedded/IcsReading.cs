using System.Collections.Immutable;
using NodaTime;

namespace MentorBot.Adapters.Embedded;

/// <summary>What came of reading an .ics file.</summary>
internal abstract record IcsReading
{
    /// <param name="Busy">In the order of the file.</param>
    /// <param name="Version">The highest SEQUENCE in it.</param>
    public sealed record Good(ImmutableArray<Interval> Busy, int Version) : IcsReading;

    /// <param name="Line">Where reading ended. What stands there is nobody's business.</param>
    public sealed record Refused(int Line) : IcsReading;
}
