using System.Collections.Immutable;
using MentorBot.Domain.Relationships;
using NodaTime;

namespace MentorBot.Domain.LearningStories;

/// <summary>The story of two people's time together, once it is complete: from what each writes unseen to what both keep.</summary>
/// <param name="Revision">Counts its changes, from 1; 0 before the first.</param>
/// <param name="Until">By when the other has to say something, or it stays as it is; null where nobody waits.</param>
/// <param name="Joint">Counts what both chose together, from 1; 0 before the first. A yes names the one it saw.</param>
public sealed record LearningStory(RelationshipId In, int Revision, StoryStage Stage, Instant? Until, int Joint, Side OfMentee, Side OfMentor)
{
    /// <summary>Of one's own side; in characters.</summary>
    public const int Longest = 4_000;

    /// <summary>For how many days the other may say something, to the end of the last one.</summary>
    public const int Days = 7;

    public ImmutableArray<Side> Sides => [OfMentee, OfMentor];

    /// <summary>What both chose, each in the order in which they wrote it, the mentee's first. Nothing is added.</summary>
    public ImmutableArray<Confidential> Together => [.. OfMentee.Offered, .. OfMentor.Offered];

    /// <summary>Each may read the other's.</summary>
    public bool IsExchanged => Stage is StoryStage.Exchanged or StoryStage.Joined or StoryStage.Kept or StoryStage.Separate;

    /// <summary>When something happens by itself; null when nothing does.</summary>
    public Instant? NextDue => Until;

    public static LearningStory Of(Relationship pair) => new(pair.Id, 0, StoryStage.Writing, null, 0, Side.Of(pair.Mentee), Side.Of(pair.Mentor));

    public Side Of(PersonId person) => OfMentee.Person == person ? OfMentee : OfMentor;

    public Side OtherThan(PersonId person) => OfMentee.Person == person ? OfMentor : OfMentee;

    public LearningStory With(Side side) => OfMentee.Person == side.Person ? this with { OfMentee = side } : this with { OfMentor = side };
}
