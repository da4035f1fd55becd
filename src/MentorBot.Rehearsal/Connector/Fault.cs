namespace MentorBot.Rehearsal;

/// <summary>What goes wrong with a send of the bot: a conversation created, an activity posted, updated or deleted.</summary>
public abstract record Fault
{
    private Fault()
    {
    }

    /// <summary>Refused with a status, and nothing done.</summary>
    public static Fault Refused(int status, string code = "ServiceError") => new Refusal(status, code, null);

    /// <summary>429, and how long to wait, in whole seconds.</summary>
    public static Fault Throttled(int retryAfterSeconds = 1) => new Refusal(429, "Throttled", retryAfterSeconds);

    /// <summary>Done, but the connection breaks before the answer.</summary>
    public static Fault AnswerLost() => new Broken(IsDone: true);

    /// <summary>The connection breaks before anything is done.</summary>
    public static Fault NeverArrived() => new Broken(IsDone: false);

    /// <summary>Hangs until <paramref name="release"/> completes, then goes as usual.</summary>
    public static Fault Stalled(Task release) => new Stall(release);

    internal static readonly Fault None = new Nothing();

    internal sealed record Nothing : Fault;

    internal sealed record Refusal(int Status, string Code, int? RetryAfter) : Fault;

    internal sealed record Broken(bool IsDone) : Fault;

    internal sealed record Stall(Task Release) : Fault;
}
