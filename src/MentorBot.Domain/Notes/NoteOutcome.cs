namespace MentorBot.Domain.Notes;

/// <summary>The answer to whoever saved a note.</summary>
public abstract record NoteOutcome
{
    public sealed record Kept(Note Now) : NoteOutcome;

    /// <summary>The same again, or nothing to do; null where nothing was written and nothing is there.</summary>
    public sealed record AsItIs(Note? Now) : NoteOutcome;

    /// <summary>It was emptied, and is gone.</summary>
    public sealed record Erased : NoteOutcome;

    /// <summary>It was changed in another window since; nothing is lost, and nothing was saved.</summary>
    public sealed record ChangedMeanwhile(Note Now) : NoteOutcome;

    public sealed record NotYours : NoteOutcome;

    /// <summary>The relationship has ended: nothing new is for both any more.</summary>
    public sealed record Ended : NoteOutcome;

    /// <summary>The relationship is not there any more, or the two never had such a conversation.</summary>
    public sealed record Gone : NoteOutcome;
}
