using MentorBot.Domain.Notices;
using MentorBot.Domain.Relationships;

namespace MentorBot.Domain.Closing;

/// <summary>The kinds of <see cref="Consequence"/> around how two people go on. Stored, so never renamed. Subject: the relationship, where nothing else is said.</summary>
public static class ClosingNotices
{
    /// <summary>To both: how they would like to go on. Subject: relationship, and which time they are asked.</summary>
    public const string Look = "closing.look";

    /// <summary>To the other: one would like one last conversation. Subject: relationship, and the revision of the meetings.</summary>
    public const string LastOne = "closing.last-one";

    /// <summary>To the other: a stretch without each other is suggested. Subject: relationship and number.</summary>
    public const string Stretch = "closing.stretch";

    /// <summary>To whoever suggested it: what became of it. Subject: the same.</summary>
    public const string StretchAnswered = "closing.stretch-answered";

    /// <summary>To the other: one would like to stay in touch. Subject: relationship and number.</summary>
    public const string Touch = "closing.touch";

    /// <summary>To whoever wished to stay in touch: what became of it. Subject: the same.</summary>
    public const string TouchAnswered = "closing.touch-answered";

    /// <summary>A step: both want to stay in touch as equals.</summary>
    public const string StayInTouch = "closing.stay-in-touch";

    /// <summary>A step: they held one more conversation.</summary>
    public const string Held = "closing.held";

    /// <summary>A step: they held the last one. Subject: relationship, and who had wished for it.</summary>
    public const string LastHeld = "closing.last-held";

    /// <summary>A step: the relationship paused or ended, so nobody is asked any more.</summary>
    public const string Follow = "closing.follow";

    /// <summary>A step, later: whatever is due by then.</summary>
    public const string Tick = "closing.tick";

    /// <summary>A step: after the last conversation nobody wished to go on. Subject: relationship, and who had wished for it.</summary>
    public const string Finish = "closing.finish";

    /// <summary>A step: both want a stretch without each other.</summary>
    public const string BeApart = "closing.be-apart";

    public static string Numbered(RelationshipId id, int number) => Subject.Of(id.Value, number);

    public static (RelationshipId Id, int Number) In(string subject)
    {
        var (id, number) = Subject.Numbered(subject);
        return (new(id), number);
    }

    public static string By(RelationshipId id, PersonId person) => Subject.Of(id.Value, person.Value);

    public static (RelationshipId Id, PersonId Person) PersonIn(string subject)
    {
        var parts = Subject.Parts(subject);
        return (new(parts[0]), new(parts[1]));
    }
}
