namespace MentorBot.Domain.Experiments;

/// <summary>The answer to who writes something to try, changes it or puts it away.</summary>
public abstract record ExperimentOutcome
{
    public sealed record Done(Experiment Now) : ExperimentOutcome;

    /// <summary>The same again, or nothing to do; null when there is none and nothing was written.</summary>
    public sealed record AsItIs(Experiment? Now) : ExperimentOutcome;

    /// <summary>It was emptied, and is gone.</summary>
    public sealed record Erased : ExperimentOutcome;

    /// <summary>It was changed in another window since; nothing is lost, and nothing was saved.</summary>
    public sealed record ChangedMeanwhile(Experiment Now) : ExperimentOutcome;

    /// <summary>A reminder needs a day.</summary>
    public sealed record NoDay : ExperimentOutcome;

    /// <summary>That day, or with a reminder its morning, has already gone.</summary>
    public sealed record DayGone : ExperimentOutcome;

    /// <summary>Further away than anybody plans.</summary>
    public sealed record DayTooFar : ExperimentOutcome;

    public sealed record NotYours : ExperimentOutcome;

    /// <summary>The relationship has ended.</summary>
    public sealed record Gone : ExperimentOutcome;
}
