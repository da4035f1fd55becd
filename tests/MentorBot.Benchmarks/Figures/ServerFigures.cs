using MentorBot.Benchmarks.Children;

namespace MentorBot.Benchmarks.Figures;

/// <summary>What a server took for each request, and how long its callers waited.</summary>
public sealed record ServerFigures(TimeSpan Cpu, double Allocated, TimeSpan Median, TimeSpan P99, long Resident, long Heap, string Collector)
{
    public static ServerFigures Of(Usage before, Usage after, TimeSpan[] took)
    {
        var sorted = took.Order().ToArray();
        return new(
            (after.Cpu - before.Cpu) / took.Length,
            (double)(after.Allocated - before.Allocated) / took.Length,
            sorted[sorted.Length / 2],
            sorted[sorted.Length * 99 / 100],
            after.Resident,
            after.Heap,
            after.Collector);
    }

    public static void PrintHead() =>
        Console.WriteLine($"{"a request",-34}{"CPU",9}{"× bare",9}{"aim",16}{"allocated",13}{"p50",10}{"p99",10}   aim: p99 15 ms");

    public void Print(string name, ServerFigures bare, string aim) => Console.WriteLine(
        $"{name,-34}{Cpu.TotalMicroseconds,6:0} µs{Cpu / bare.Cpu,9:0.0}{aim,16}{Allocated / 1000,10:0.0} KB{Median.TotalMilliseconds,7:0.0} ms{P99.TotalMilliseconds,7:0.0} ms");
}
