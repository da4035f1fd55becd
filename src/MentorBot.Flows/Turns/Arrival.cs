namespace MentorBot.Flows.Turns;

/// <summary>Who came, or why we cannot talk.</summary>
public abstract record Arrival
{
    public sealed record Welcome(Turn Turn) : Arrival;

    public sealed record Refused(string Sentence) : Arrival;
}
