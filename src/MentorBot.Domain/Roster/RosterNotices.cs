namespace MentorBot.Domain.Roster;

/// <summary>The kinds of <see cref="Notices.Consequence"/> that come of a roster. Stored, so never renamed.</summary>
public static class RosterNotices
{
    /// <summary>A step: possible mentors are asked, each once ever. Subject: the version.</summary>
    public const string AskAll = "roster.ask-all";

    /// <summary>A step, later: a version that does not stand is erased. Subject: the version.</summary>
    public const string Sweep = "roster.sweep";

    /// <summary>A mention: whether they would like to mentor. Subject: the person.</summary>
    public const string Ask = "roster.ask";
}
