namespace MentorBot.Domain.Notes;

/// <summary>The kinds of <see cref="Notices.Consequence"/> that come of notes. Stored, so never renamed.</summary>
public static class NoteNotices
{
    /// <summary>A step: a note for both came to be or went, and the cards of that conversation say in which parts there are some. Subject: relationship and number.</summary>
    public const string Changed = "notes.changed";
}
