using System.Globalization;
using MentorBot.Domain;
using MentorBot.Domain.LearningStories;
using MentorBot.Domain.Relationships;
using MentorBot.Flows.Relationships;

namespace MentorBot.Flows.LearningStories;

/// <summary>The story of two people, as one of them has it before them.</summary>
/// <param name="Name">The other's.</param>
public sealed record FoundStory(Relationship Pair, LearningStory Story, PersonId Me, string Name)
{
    public Side Mine => Story.Of(Me);

    public Side Other => Story.OtherThan(Me);

    /// <summary>They may choose passages, say that it is fine, or leave both as they are.</summary>
    public bool MayJoin => Story.Stage is StoryStage.Exchanged or StoryStage.Joined && !Mine.HasLeft;

    /// <summary>What every button about it carries.</summary>
    public (string Name, string Value)[] Ids => [(RelationshipActions.Relationship, Pair.Id.Value)];

    /// <summary>The same, with the number of the joint story that is shown.</summary>
    public (string Name, string Value)[] IdsWithJoint => [.. Ids, (StoryActions.Joint, NumberText(Story.Joint))];

    public static string NumberText(int number) => number.ToString(CultureInfo.InvariantCulture);
}
