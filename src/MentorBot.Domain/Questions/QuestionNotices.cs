using MentorBot.Domain.Notices;
using MentorBot.Domain.Relationships;

namespace MentorBot.Domain.Questions;

/// <summary>What comes of questions. Stored, so never renamed. About and subject: relationship and author.</summary>
public static class QuestionNotices
{
    /// <summary>A mention: the other left a question.</summary>
    public const string Waiting = "questions.waiting";

    /// <summary>A step: there is a question, or none any more, and the card of the other says so.</summary>
    public const string Changed = "questions.changed";

    public static string About(RelationshipId id, PersonId author) => Subject.Of(id.Value, author.Value);

    public static (RelationshipId Id, PersonId Author) In(string about)
    {
        var parts = Subject.Parts(about);
        return (new(parts[0]), new(parts[1]));
    }
}
