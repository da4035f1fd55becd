using MentorBot.Domain.Notices;

namespace MentorBot.Domain.Relationships;

/// <summary>The kinds of <see cref="Consequence"/> that come of relationships. Stored, so never renamed. Subject: the relationship, where nothing else is said.</summary>
public static class RelationshipNotices
{
    /// <summary>To the person who asked: the other said yes. (Whoever said yes sees it in their answer.)</summary>
    public const string Begun = "relationships.begun";

    /// <summary>To the other: one plain sentence about a quiet time. Subject: relationship and revision.</summary>
    public const string QuietMonth = "relationships.lighter";

    /// <summary>To both: it has come to an end.</summary>
    public const string Ended = "relationships.ended";

    /// <summary>To both: the quiet time is over.</summary>
    public const string QuietOver = "relationships.quiet-over";

    /// <summary>A mention to each, in no hurry: when what they kept is erased.</summary>
    public const string Expires = "relationships.expires";

    /// <summary>A step: the place is free, and unless it was finished the two are not introduced again.</summary>
    public const string Free = "matching.free";

    /// <summary>A step: whether it goes on stands in the list of those that do.</summary>
    public const string Going = "relationships.going";

    /// <summary>A step: nothing is booked any more, and an open conversation is closed.</summary>
    public const string StopMeetings = "sessions.stop";

    /// <summary>A step of each of the two, a day after it was erased: what was written about it at that very moment goes, too.</summary>
    public const string Sweep = "relationships.sweep";

    /// <summary>A step: both see times to choose from, unless something is booked.</summary>
    public const string OfferTimes = "scheduling.offer";

    public static string Numbered(RelationshipId id, int revision) => Subject.Of(id.Value, revision);

    public static (RelationshipId Id, int Revision) In(string subject)
    {
        var (id, revision) = Subject.Numbered(subject);
        return (new(id), revision);
    }
}
