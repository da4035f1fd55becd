using System.Collections.Immutable;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Relationships;
using NodaTime;
using static MentorBot.Domain.LearningStories.StoryDeciding;

namespace MentorBot.Domain.LearningStories;

/// <summary>
/// After the exchange each chooses passages of their own, and together they are the joint story: nothing is added. It is kept when
/// both said of the same one that it is fine. Leaving both as they are and silence read the same, on the same day.
/// </summary>
public static class Joining
{
    /// <summary>These passages of their own, in place of any others that they had chosen.</summary>
    /// <param name="seen">The number of the joint story that they saw; 0 for none.</param>
    /// <param name="chosen">The numbers of passages of their own, from 0.</param>
    public static Decision<LearningStory, StoryOutcome> Offer(Relationship? pair, LearningStory? found, PersonId actor, int seen, ImmutableArray<int> chosen, Instant now)
    {
        if (NotOpen(pair, found, actor) is { } refused)
            return refused;
        var (story, mine) = (found!, found!.Of(actor));
        ImmutableArray<int> sorted = [.. chosen.Distinct().Order()];
        if (mine.Chosen.SequenceEqual(sorted) || sorted.IsEmpty || sorted[0] < 0 || sorted[^1] >= mine.Passages.Length)
            return AsItIs(story);
        if (seen != story.Joint)
            return Refused(story, new StoryOutcome.ChangedMeanwhile(story));

        var offered = story.With(mine with { Chosen = sorted });
        var other = story.OtherThan(actor);
        if (other.Chosen.IsEmpty || (other.HasLeft && story.Stage == StoryStage.Exchanged))
        {
            var waits = offered with { Until = story.Until ?? UntilOf(pair!, now) };
            return other.HasLeft ? Done(waits, Follow(waits, waits.Of(actor))) : Done(waits, Follow(waits, waits.Of(actor)), Follow(waits, other));
        }

        var joint = offered with { Stage = StoryStage.Joined, Joint = story.Joint + 1, Until = UntilOf(pair!, now) };
        joint = joint.With(joint.OfMentee with { FineWith = 0 }).With(joint.OfMentor with { FineWith = 0 });
        if (story.Stage == StoryStage.Exchanged)
            return DoneAndBothAnew(joint);
        if (other.HasLeft)
            return Done(joint, Follow(joint, joint.Of(actor)));
        var (next, tells) = Anew(joint, joint.OtherThan(actor));
        return Done(next, [Follow(next, next.Of(actor)), .. tells]);
    }

    /// <param name="seen">The number of the joint story that they read.</param>
    public static Decision<LearningStory, StoryOutcome> Fine(Relationship? pair, LearningStory? found, PersonId actor, int seen)
    {
        if (NotOpen(pair, found, actor) is { } refused)
            return refused;
        var (story, mine) = (found!, found!.Of(actor));
        if (story.Stage != StoryStage.Joined || (seen == story.Joint && mine.FineWith == seen))
            return AsItIs(story);
        if (seen != story.Joint)
            return Refused(story, new StoryOutcome.ChangedMeanwhile(story));

        var said = story.With(mine with { FineWith = seen });
        if (said.Sides.Any(side => side.FineWith != said.Joint))
            return Done(said, Follow(said, said.Of(actor)));
        var (next, tells) = Anew(said with { Stage = StoryStage.Kept, Until = null }, said.OtherThan(actor));
        return Done(next, [Follow(next, next.Of(actor)), .. tells]);
    }

    /// <summary>They would leave both as they are. For the other nothing changes before the date, unless they would, too.</summary>
    /// <param name="seen">The number of the joint story that they saw; 0 for none.</param>
    public static Decision<LearningStory, StoryOutcome> LeaveItSo(Relationship? pair, LearningStory? found, PersonId actor, int seen)
    {
        if (NotOpen(pair, found, actor) is { } refused)
            return refused;
        var story = found!;
        if (seen != story.Joint)
            return Refused(story, new StoryOutcome.ChangedMeanwhile(story));
        var left = story.With(story.Of(actor) with { HasLeft = true, FineWith = 0 });
        if (left.OtherThan(actor).HasLeft)
            left = left with { Stage = StoryStage.Separate, Until = null };
        return Done(left, Follow(left, left.Of(actor)));
    }

    /// <summary>Nobody said anything by the date.</summary>
    public static Decision<LearningStory, StoryOutcome> Tick(Relationship? pair, LearningStory? found, Instant now)
    {
        if (pair is null || found is not { NextDue: { } due } story || now < due)
            return AsItIs(pair is null ? null : found);
        if (!MayTell(pair))
            return Done(story with { Until = null });
        return story.Stage == StoryStage.Writing ? Writing.NotExchanged(story) : StayAsTheyAre(story);
    }

    /// <summary>Who was told that they hear by then hears.</summary>
    private static Decision<LearningStory, StoryOutcome> StayAsTheyAre(LearningStory story)
    {
        var over = story with { Stage = StoryStage.Separate, Until = null };
        ImmutableArray<Consequence> tells = [];
        foreach (var side in story.Sides)
        {
            var waits = !side.HasLeft && (story.Stage == StoryStage.Joined ? side.FineWith == story.Joint : !side.Chosen.IsEmpty);
            if (!waits)
            {
                tells = tells.Add(Follow(over, side));
                continue;
            }

            (over, var anew) = Anew(over, side);
            tells = tells.AddRange(anew);
        }

        return Done(over, tells);
    }

    private static Decision<LearningStory, StoryOutcome>? NotOpen(Relationship? pair, LearningStory? found, PersonId actor)
    {
        if (Refusal(pair, found, actor) is { } refused)
            return refused;
        return found is { Stage: StoryStage.Exchanged or StoryStage.Joined } && !found.Of(actor).HasLeft ? null : AsItIs(found);
    }
}
