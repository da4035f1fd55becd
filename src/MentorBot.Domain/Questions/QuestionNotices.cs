using MentorBot.Domain.Notices;
using MentorBot.Domain.Relationships;

namespace MentorBot.Domain.Questions;

/// <summary>What is mentioned of questions. Stored, so never renamed.</summary>
public static class QuestionNotices
{
    /// <summary>A mention: the other left a question. About: relationship and author.</summary>
    public const string Waiting = "questions.waiting";

    public static string About(RelationshipId id, PersonId author) => Subject.Of(id.Value, author.Value);

    public static (RelationshipId Id, PersonId Author) In(string about)
    {
        var parts = Subject.Parts(about);
        return (new(parts[0]), new(parts[1]));
    }
}
