using System.Collections.Immutable;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Relationships;
using NodaTime;
using static MentorBot.Domain.LearningStories.StoryDeciding;

namespace MentorBot.Domain.LearningStories;

/// <summary>
/// Each writes for themselves; nobody sees what the other writes, nor that they do. Who is ready says so, and when both are, each sees
/// the other's at the same moment. Rather not and silence read the same, on the same day.
/// </summary>
public static class Writing
{
    /// <summary>Whether the two may write it (still): once their conversations are complete.</summary>
    public static bool IsFor(Relationship pair) => MayTell(pair);

    /// <summary>Theirs alone. Whoever was ready to exchange is so no longer.</summary>
    /// <param name="seen">The number of their own text that the form showed; 0 for none.</param>
    /// <param name="words">Null for nothing: what was there goes.</param>
    public static Decision<LearningStory, StoryOutcome> Keep(Relationship? pair, LearningStory? found, PersonId actor, int seen, Confidential? words)
    {
        if (Refused(pair, found, actor, seen, words) is { } refused)
            return refused;
        var story = found ?? LearningStory.Of(pair!);
        var mine = story.Of(actor);
        var wasReady = story.Stage == StoryStage.Writing && mine.IsReady;
        return !wasReady && Equals(mine.Words, words) ? AsItIs(story) : WrittenAlone(story, mine, words, wasReady);
    }

    /// <summary>They would like to exchange this. With the other's yes both are told at the same moment; else the other reads, once, that they could.</summary>
    /// <param name="seen">The number of their own text that the form showed; 0 for none.</param>
    public static Decision<LearningStory, StoryOutcome> Ready(Relationship? pair, LearningStory? found, PersonId actor, int seen, Confidential words, Instant now)
    {
        if (Refused(pair, found, actor, seen, words) is { } refused)
            return refused;
        var story = found ?? LearningStory.Of(pair!);
        var mine = story.Of(actor);
        if (story.Stage == StoryStage.NoExchange)
            return Equals(mine.Words, words) ? AsItIs(story) : WrittenAlone(story, mine, words, wasReady: false);
        if (mine.IsReady && Equals(mine.Words, words))
            return AsItIs(story);

        var ready = story.With(Written(mine, words) with { IsReady = true, HasLeft = false });
        var other = story.OtherThan(actor);
        if (other.IsReady)
            return DoneAndBothAnew((ready with { Stage = StoryStage.Exchanged, Until = null }).With(other with { HasLeft = false }));
        var next = ready with { Until = story.Until ?? UntilOf(pair!, now) };
        return Done(next, Follow(next, next.Of(actor)), Follow(next, other));
    }

    /// <summary>Until the other is ready, too, it can be taken back.</summary>
    public static Decision<LearningStory, StoryOutcome> TakeBack(Relationship? pair, LearningStory? found, PersonId actor)
    {
        if (Refusal(pair, found, actor) is { } refused)
            return refused;
        return found is { Stage: StoryStage.Writing } && found.Of(actor) is { IsReady: true } mine ? WrittenAlone(found, mine, mine.Words, wasReady: true) : AsItIs(found);
    }

    /// <summary>To whoever was told that the other has written. They may still think better of it.</summary>
    public static Decision<LearningStory, StoryOutcome> RatherNot(Relationship? pair, LearningStory? found, PersonId actor)
    {
        if (Refusal(pair, found, actor) is { } refused)
            return refused;
        if (found is not { Stage: StoryStage.Writing } || !found.OtherThan(actor).IsReady || found.Of(actor).HasLeft)
            return AsItIs(found);
        var next = found.With(found.Of(actor) with { HasLeft = true });
        return Done(next, Follow(next, next.Of(actor)));
    }

    /// <summary>
    /// They want to be forgotten: what they wrote and the other has not seen goes at once. For the other that looks as if it was taken
    /// back, or never written. What was exchanged is both's, and goes with the relationship.
    /// </summary>
    public static Decision<LearningStory, StoryOutcome> Forget(LearningStory? found, PersonId actor)
    {
        if (found is not { Stage: StoryStage.Writing or StoryStage.NoExchange } || found.Of(actor) is not { Words: not null } mine)
            return AsItIs(found);
        var gone = WrittenAlone(found, mine, null, found.Stage == StoryStage.Writing && mine.IsReady);
        return gone with { Consequences = [.. gone.Consequences.Where(each => each is not Consequence.Tell tell || tell.Whom != actor)] };
    }

    /// <summary>By the date only one was ready. The other was asked, and is told nothing more.</summary>
    internal static Decision<LearningStory, StoryOutcome> NotExchanged(LearningStory story)
    {
        var over = story with { Stage = StoryStage.NoExchange, Until = null };
        ImmutableArray<Consequence> tells = [];
        foreach (var side in story.Sides)
        {
            if (!side.IsReady)
            {
                tells = tells.Add(Follow(over, side));
                continue;
            }

            (over, var anew) = Anew(over, side);
            tells = tells.AddRange(anew);
        }

        return Done(over, tells);
    }

    private static Decision<LearningStory, StoryOutcome>? Refused(Relationship? pair, LearningStory? found, PersonId actor, int seen, Confidential? words)
    {
        if (Refusal(pair, found, actor) is { } refused)
            return refused;
        if (found is null)
            return null;
        if (found.IsExchanged)
            return Equals(found.Of(actor).Words, words) ? AsItIs(found) : StoryDeciding.Refused(found, new StoryOutcome.Over(found));
        var mine = found.Of(actor);
        return mine.Text != seen && !Equals(mine.Words, words) ? StoryDeciding.Refused(found, new StoryOutcome.ChangedMeanwhile(found)) : null;
    }

    private static Side Written(Side mine, Confidential? words) => Equals(mine.Words, words) ? mine : mine with { Words = words, Text = mine.Text + 1 };

    /// <summary>Not a card of anybody's changes, unless they were ready and so the other knew.</summary>
    private static Decision<LearningStory, StoryOutcome> WrittenAlone(LearningStory story, Side mine, Confidential? words, bool wasReady)
    {
        var next = story.With(Written(mine, words) with { IsReady = mine.IsReady && !wasReady });
        if (!wasReady)
            return Done(next);
        next = next with { Until = next.OtherThan(mine.Person).IsReady ? next.Until : null };
        return Done(next, Follow(next, next.Of(mine.Person)), Follow(next, next.OtherThan(mine.Person)));
    }
}
