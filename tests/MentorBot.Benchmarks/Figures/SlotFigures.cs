using System.Diagnostics;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Scheduling;
using NodaTime;
using static System.Globalization.CultureInfo;

namespace MentorBot.Benchmarks.Figures;

/// <summary>Looking for five times in two full calendars: 500 busy intervals each, over eight weeks in which the clocks change.</summary>
public static class SlotFigures
{
    private const int Busy = 500;
    private const int Weeks = 8;
    private const int Times = 200;
    private const int Rounds = 20;

    private static readonly Instant Start = Instant.FromUtc(2026, 3, 2, 6, 0);

    public static int Print()
    {
        Console.WriteLine();
        Console.WriteLine($"{"five times, 500 busy intervals each",-44}{"first time",12}{"again",12}{"allocated",12}{"found",8}");
        Print("Berlin and New York", Search("Europe/Berlin", "America/New_York", beyond: false));
        Print("both in Berlin", Search("Europe/Berlin", "Europe/Berlin", beyond: false));
        Print("both in Berlin, beyond usual hours", Search("Europe/Berlin", "Europe/Berlin", beyond: true));
        Print("both in Berlin, nothing busy", WithoutBusy(Search("Europe/Berlin", "Europe/Berlin", beyond: false)));
        Console.WriteLine("aim: 1 ms");
        return 0;
    }

    private static void Print(string name, SlotSearch search)
    {
        var watch = Stopwatch.StartNew();
        var found = Slots.Find(search).Length;
        var first = watch.Elapsed;
        var best = TimeSpan.MaxValue;
        for (var round = 0; round < Rounds; round++)
            best = Least(best, Took(search));

        var before = GC.GetAllocatedBytesForCurrentThread();
        Slots.Find(search);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Console.WriteLine(string.Create(InvariantCulture,
            $"{name,-44}{$"{first.TotalMilliseconds:0.0} ms",12}{$"{best.TotalMilliseconds:0.000} ms",12}{$"{allocated / 1e3:0} kB",12}{found,8}"));
    }

    private static TimeSpan Took(SlotSearch search)
    {
        var watch = Stopwatch.StartNew();
        for (var time = 0; time < Times; time++)
            Slots.Find(search);
        return watch.Elapsed / Times;
    }

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static SlotSearch Search(string zone, string otherZone, bool beyond) => new(
        Somebody(zone, 1), Somebody(otherZone, 2), 60, new(Start, Start + Duration.FromDays(7 * Weeks)), 5, beyond, Start - Duration.FromDays(7), 1, 0);

    private static SlotSearch WithoutBusy(SlotSearch search) => search with { One = search.One with { Busy = [] }, Other = search.Other with { Busy = [] } };

    /// <summary>Twelve or so a day from quarter to quarter, in no order, now and then two at once.</summary>
    private static Availability Somebody(string zone, int seed)
    {
        var random = new Random(seed);
        var busy = Enumerable.Range(0, Busy).Select(_ =>
        {
            var day = random.Next(Weeks) * 7 + random.Next(5);
            var start = Start + Duration.FromDays(day) + Duration.FromMinutes(15 * random.Next(4 * 13));
            return new Interval(start, start + Duration.FromMinutes(15 * random.Next(1, 5)));
        });
        return new(DateTimeZoneProviders.Tzdb[zone], new WorkingHours(new(9, 0), new(17, 0)), [.. busy]);
    }
}
