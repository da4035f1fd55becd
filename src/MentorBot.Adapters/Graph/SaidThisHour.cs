using NodaTime;

namespace MentorBot.Adapters.Graph;

/// <summary>So that the same trouble of the same person is one line in the log an hour, not one a press.</summary>
internal sealed class SaidThisHour(IClock clock)
{
    private const int Most = 10_000;

    private readonly Lock gate = new();
    private readonly HashSet<string> said = new(StringComparer.Ordinal);
    private long hour;

    /// <summary>Whether it is still to be said.</summary>
    public bool IsNew(string what)
    {
        lock (gate)
        {
            var now = clock.GetCurrentInstant().ToUnixTimeSeconds() / 3600;
            if (now != hour || said.Count >= Most)
                said.Clear();
            hour = now;
            return said.Add(what);
        }
    }
}
