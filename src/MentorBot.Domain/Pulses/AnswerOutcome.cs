namespace MentorBot.Domain.Pulses;

/// <summary>The answer to whoever sends their answers, or takes them back.</summary>
public abstract record AnswerOutcome
{
    /// <summary>As it is now.</summary>
    public sealed record Done(Invitation Now) : AnswerOutcome;

    /// <summary>It closed, or was stopped, before: nothing was taken in.</summary>
    public sealed record Closed(Pulse Pulse) : AnswerOutcome;

    /// <summary>This person is not asked about this relationship, or it is not there any more.</summary>
    public sealed record NotAsked : AnswerOutcome;
}
