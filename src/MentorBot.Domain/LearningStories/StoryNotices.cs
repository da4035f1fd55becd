using MentorBot.Domain.Notices;
using MentorBot.Domain.Relationships;

namespace MentorBot.Domain.LearningStories;

/// <summary>The kinds of <see cref="Consequence"/> around the story of two people. Stored, so never renamed.</summary>
public static class StoryNotices
{
    /// <summary>To each of the two: how it stands. Subject: relationship, and which card of theirs.</summary>
    public const string Card = "stories.card";

    /// <summary>A step, later: nobody said anything by the date. Subject: relationship.</summary>
    public const string Tick = "stories.tick";

    public static string OfCard(RelationshipId id, int card) => Subject.Of(id.Value, card);

    public static (RelationshipId Id, int Card) In(string subject)
    {
        var (id, card) = Subject.Numbered(subject);
        return (new(id), card);
    }
}
