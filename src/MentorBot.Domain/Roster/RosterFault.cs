namespace MentorBot.Domain.Roster;

/// <summary>What can be wrong with a roster.</summary>
public enum RosterFault
{
    /// <summary>There is nobody in it.</summary>
    Empty,

    /// <summary>It is longer than a roster may be.</summary>
    TooManyPeople,

    /// <summary>The line is longer than a line can be.</summary>
    LineTooLong,

    /// <summary>The header does not name the column of people.</summary>
    NoPersonColumn,

    /// <summary>The header names a column twice.</summary>
    ColumnTwice,

    /// <summary>There are more fields than the header names.</summary>
    TooManyFields,

    /// <summary>A quotation mark is not closed, or stands within a field.</summary>
    Quote,

    /// <summary>No id or mail address can look like this.</summary>
    NotAPerson,

    /// <summary>The directory knows nobody by it.</summary>
    UnknownPerson,

    /// <summary>Somebody is listed twice.</summary>
    Twice,

    /// <summary>No group can be called like this.</summary>
    NotAGroup,

    /// <summary>There are more groups than can be chosen from.</summary>
    TooManyGroups,

    /// <summary>Neither yes nor no.</summary>
    NotYesOrNo,
}
