using System.Diagnostics;
using System.Text.Json;
using MentorBot.Benchmarks.Load;
using MentorBot.Domain.Matching.Cohorts;
using static System.Globalization.CultureInfo;

namespace MentorBot.Benchmarks.Figures;

/// <summary>
/// Placing a whole cohort, each in a process of its own: a coordinator does it now and then, so the first time is what they wait
/// for. The fixed loop that stands beside it says how fast the machine was just then.
/// </summary>
public static class CohortFigures
{
    private const int Times = 5;
    private const int LoopSteps = 100_000_000;

    private static readonly (int Mentees, int Mentors)[] Sizes = [(300, 120), (2_000, 800), (10_000, 3_000)];

    /// <summary>Somebody has to want what the loop computes, or the compiler leaves it out.</summary>
    private static ulong loopEnd;

    public static async Task<int> Print()
    {
        Console.WriteLine();
        Console.WriteLine($"{"placing a cohort",-44}{"first time",12}{"again",12}{"a fixed loop",15}{"again / loop",15}{"allocated",12}{"resident",11}");
        foreach (var (mentees, mentors) in Sizes)
        {
            await Print(mentees, mentors, "ample", mentees * 23 / 20);
            await Print(mentees, mentors, "short", mentees * 3 / 4);
        }

        var (many, mentorsOfMany) = Sizes[^1];
        await Print(many, mentorsOfMany, "short, hard", many * 3 / 4);
        Console.WriteLine("aim for the largest: 2 s on one core, 500 MB");
        return 0;
    }

    /// <summary>In the process that was started for it: one line, for who started it.</summary>
    public static int Measure(string mentees, string mentors, string places, string kind)
    {
        static int Number(string text) => int.Parse(text, InvariantCulture);
        var cohort = WaitingCohort.Of(Number(mentees), Number(mentors), Number(places), hard: kind == "hard");
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var (first, placed) = Place(cohort);
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        var peak = Process.GetCurrentProcess().PeakWorkingSet64;

        var (again, loop) = (first, TimeSpan.MaxValue);
        for (var time = 0; time < Times; time++)
        {
            loop = Least(loop, FixedLoop());
            again = Least(again, Place(cohort).Took);
        }

        Console.WriteLine(JsonSerializer.Serialize(new Measured(first, again, loop, allocated, peak, placed, loopEnd)));
        return 0;
    }

    private static async Task Print(int mentees, int mentors, string name, int places)
    {
        var kind = name.EndsWith("hard", StringComparison.Ordinal) ? "hard" : "usual";
        var arguments = new[] { mentees, mentors, places }.Select(number => number.ToString(InvariantCulture));
        var measured = JsonSerializer.Deserialize<Measured>(await ChildProcess.Once(["cohort", .. arguments, kind]))!;
        Console.WriteLine(string.Create(InvariantCulture,
            $"{$"{mentees} × {mentors}, {name}: {measured.Placed} placed",-44}{Milliseconds(measured.First),12}{Milliseconds(measured.Again),12}{Milliseconds(measured.Loop),15}{$"× {measured.Again / measured.Loop:0.00}",15}{Megabytes(measured.Allocated),12}{Megabytes(measured.Peak),11}"));
    }

    private static (TimeSpan Took, int Placed) Place(WaitingCohort cohort)
    {
        var watch = Stopwatch.StartNew();
        var placement = Optimum.Of(cohort.Mentees, cohort.Mentors, cohort.Pairs);
        return (watch.Elapsed, placement.MentorOf.Count(mentor => mentor is not null));
    }

    /// <summary>Each step needs the one before, and no memory: what one core does, whoever else keeps the other busy.</summary>
    private static TimeSpan FixedLoop()
    {
        var watch = Stopwatch.StartNew();
        var state = 1UL;
        for (var step = 0; step < LoopSteps; step++)
        {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
        }

        loopEnd = state;
        return watch.Elapsed;
    }

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static string Milliseconds(TimeSpan time) => string.Create(InvariantCulture, $"{time.TotalMilliseconds:0} ms");

    private static string Megabytes(long bytes) => string.Create(InvariantCulture, $"{bytes / 1e6:0} MB");

    private sealed record Measured(TimeSpan First, TimeSpan Again, TimeSpan Loop, long Allocated, long Peak, int Placed, ulong LoopEnd);
}
