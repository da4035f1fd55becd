namespace MentorBot.Domain.Pulses;

/// <summary>The answer to a coordinator who checks or launches one.</summary>
public abstract record LaunchOutcome
{
    /// <summary>It may go out. <paramref name="Audience"/> stands for these people: the launch names it, and is refused when they changed.</summary>
    public sealed record Ready(string Audience) : LaunchOutcome;

    /// <summary>It goes out; also where it did before.</summary>
    public sealed record Launched(Pulse Now) : LaunchOutcome;

    public sealed record Refused(LaunchRefusal Why) : LaunchOutcome;
}
