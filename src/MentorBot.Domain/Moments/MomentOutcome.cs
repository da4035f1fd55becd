namespace MentorBot.Domain.Moments;

/// <summary>The answer to whoever wrote down a moment.</summary>
public abstract record MomentOutcome
{
    public sealed record Kept(Moment Now) : MomentOutcome;

    /// <summary>It was kept before with other words: these are not kept yet.</summary>
    public sealed record OtherWords : MomentOutcome;

    /// <summary>It was kept before, or nothing was written.</summary>
    public sealed record AsItIs(Moment? Now) : MomentOutcome;
}
