using System.Globalization;
using NodaTime;

namespace MentorBot.Rehearsal;

/// <summary>Everything that happened in the town, in order: who did what, and who saw what.</summary>
public sealed class Transcript
{
    private readonly Lock gate = new();
    private readonly List<(Instant At, string Line, IReadOnlyList<string> Drawn)> steps = [];
    private readonly TownClock clock;
    private readonly DateTimeZone zone;
    private int inShort;

    internal Transcript(TownClock clock, DateTimeZone zone)
    {
        this.clock = clock;
        this.zone = zone;
        clock.Moved += by => Add($"— {Said(by)} later —");
    }

    /// <summary>How many steps there are; what is printed from here on is what comes next.</summary>
    public int Count
    {
        get
        {
            lock (gate)
                return steps.Count;
        }
    }

    /// <summary>Prints it from a step on, 78 columns wide.</summary>
    /// <param name="forTerminal">Sets what people do apart in bold; otherwise plain text without escapes.</param>
    public void Print(TextWriter writer, int from = 0, bool forTerminal = false)
    {
        foreach (var (at, line, drawn) in Copy()[from..])
        {
            var time = at.InZone(zone).ToString("ddd d MMM HH:mm", CultureInfo.InvariantCulture);
            var (on, off) = forTerminal ? ("\x1b[1m", "\x1b[0m") : ("", "");
            var wrapped = TextWidth.Wrap(line, CardDrawing.Width - 18);
            writer.WriteLine($"{time,-16}  {on}{wrapped[0]}{off}");
            foreach (var more in wrapped.Skip(1))
                writer.WriteLine($"{"",18}{on}{more}{off}");
            foreach (var row in drawn)
                writer.WriteLine(row);
        }
    }

    /// <summary>Puts in a line of its own, such as the heading of a chapter.</summary>
    public void Note(string line) => Add(line);

    /// <summary>What many people do alike is told in this line, and not step by step until the answer is disposed.</summary>
    public IDisposable InShort(string line)
    {
        Add(line);
        Interlocked.Increment(ref inShort);
        return new Telling(this);
    }

    public override string ToString()
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        Print(writer);
        return writer.ToString();
    }

    internal static string Said(Duration by) => by switch
    {
        { Days: 1, NanosecondOfDay: 0 } => "a day",
        { NanosecondOfDay: 0 } => string.Create(CultureInfo.InvariantCulture, $"{by.Days} days"),
        { Days: 0, Hours: 1, Minutes: 0 } => "an hour",
        { Days: 0, Hours: 0 } => string.Create(CultureInfo.InvariantCulture, $"{by.TotalMinutes:0.#} minutes"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{by.TotalHours:0.#} hours"),
    };

    internal void Add(string line, IEnumerable<string>? drawn = null)
    {
        if (Volatile.Read(ref inShort) > 0)
            return;
        lock (gate)
            steps.Add((clock.GetCurrentInstant(), line, [.. drawn ?? []]));
    }

    private List<(Instant At, string Line, IReadOnlyList<string> Drawn)> Copy()
    {
        lock (gate)
            return [.. steps];
    }

    private sealed class Telling(Transcript transcript) : IDisposable
    {
        private int isOver;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref isOver, 1) == 0)
                Interlocked.Decrement(ref transcript.inShort);
        }
    }
}
