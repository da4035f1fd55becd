using System.Globalization;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Relationships;

namespace MentorBot.Domain.Sessions;

/// <summary>The kinds of <see cref="Notices.Consequence"/> that come of conversations. Stored, so never renamed. Subject: relationship and number, where nothing else is said.</summary>
public static class SessionNotices
{
    /// <summary>Somebody's card for the conversation. Subject: relationship, number of the conversation, number of the card.</summary>
    public const string Card = "sessions.card";

    /// <summary>To the other: somebody comes a little later. Subject: relationship, number of the conversation, minutes. (Both may be late at once.)</summary>
    public const string Late = "sessions.late";

    /// <summary>A mention to both: it has been quiet for a while. Subject: relationship.</summary>
    public const string Quiet = "sessions.quiet";

    /// <summary>A step, later: whatever is due by then. Subject: relationship.</summary>
    public const string Tick = "sessions.tick";

    /// <summary>A step, once a conversation was held: questions that were read before its end stand on no card any more. Subject: relationship.</summary>
    public const string DropQuestions = "questions.drop-read";

    /// <summary>A step, the next morning: whether there is anything to keep, and what becomes of notes that came late.</summary>
    public const string Keep = "keeping.offer";

    /// <summary>A step: one more was held, and counts in the month in which that is told. Subject: relationship, and how many it had with that one.</summary>
    public const string Count = "sessions.count";

    /// <summary>A step, later: how many there were in a month is shown no more. Subject: the month.</summary>
    public const string ForgetCounts = "sessions.forget-counts";

    public static string Numbered(RelationshipId id, int number) => Subject.Of(id.Value, number);

    public static string OfCard(RelationshipId id, int number, int card) =>
        Subject.Of(id.Value, number.ToString(CultureInfo.InvariantCulture), card.ToString(CultureInfo.InvariantCulture));

    /// <summary>The relationship and the numbers behind it; missing ones are 0.</summary>
    public static (RelationshipId Id, int Number, int Card) In(string subject)
    {
        var parts = Subject.Parts(subject);
        return (new(parts[0]), NumberAt(parts, 1), NumberAt(parts, 2));
    }

    private static int NumberAt(string[] parts, int at) => at < parts.Length ? int.Parse(parts[at], CultureInfo.InvariantCulture) : 0;
}
