using System.Collections.Immutable;
using System.Globalization;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Relationships;
using NodaTime;

namespace MentorBot.Domain.LearningStories;

/// <summary>How decisions on the story are put together.</summary>
internal static class StoryDeciding
{
    /// <summary>It changes to this; what happens next by itself is left for its time.</summary>
    public static Decision<LearningStory, StoryOutcome> Done(LearningStory next, params ImmutableArray<Consequence> consequences)
    {
        var changed = next with { Revision = next.Revision + 1 };
        var occasion = changed.Revision.ToString(CultureInfo.InvariantCulture);
        ImmutableArray<Consequence> follows = [.. consequences.Select(one => one with { Occasion = occasion })];
        if (changed.NextDue is { } due)
            follows = follows.Add(new Consequence.Step(StoryNotices.Tick, next.In.Value, occasion) { At = due });
        return new(new StoryOutcome.Done(changed), true, changed, follows);
    }

    /// <summary>Their card shows how it stands; the first time, it comes.</summary>
    public static Consequence Follow(LearningStory now, Side side) => Tell(now, side, side.Card);

    /// <summary>They are told anew, in a card of its own; the one before points to it.</summary>
    public static (LearningStory Next, ImmutableArray<Consequence> Tells) Anew(LearningStory now, Side side)
    {
        var next = side with { Card = side.Card + 1 };
        return (now.With(next), [Tell(now, side, side.Card), Tell(now, side, next.Card)]);
    }

    /// <summary>Both are told anew at the same moment.</summary>
    public static Decision<LearningStory, StoryOutcome> DoneAndBothAnew(LearningStory now)
    {
        var (one, first) = Anew(now, now.OfMentee);
        var (both, second) = Anew(one, one.OfMentor);
        return Done(both, [.. first, .. second]);
    }

    /// <summary>Why this person may decide nothing here; null when they may.</summary>
    public static Decision<LearningStory, StoryOutcome>? Refusal(Relationship? pair, LearningStory? found, PersonId actor) => pair switch
    {
        null => AsItIs(null),
        _ when !pair.IsOf(actor) => Refused(found, new StoryOutcome.NotYours()),
        _ => MayTell(pair) ? null : AsItIs(null),
    };

    /// <summary>Their conversations are complete, and nothing is erased yet. Who stays in touch has it as long as they do.</summary>
    public static bool MayTell(Relationship pair) => pair.AsPeers || pair.State is RelationshipState.Ended { How: Ending.Finished };

    /// <summary>The cards name a day: it lasts to the end of it.</summary>
    public static Instant UntilOf(Relationship pair, Instant now) => WorkingDays.EndOf(now.InZone(pair.Zone).Date.PlusDays(LearningStory.Days), pair.Zone);

    public static Decision<LearningStory, StoryOutcome> AsItIs(LearningStory? found) => Refused(found, new StoryOutcome.AsItIs(found));

    public static Decision<LearningStory, StoryOutcome> Refused(LearningStory? found, StoryOutcome outcome) => new(outcome, false, found, []);

    private static Consequence.Tell Tell(LearningStory now, Side side, int card) => new(StoryNotices.Card, StoryNotices.OfCard(now.In, card), "", side.Person);
}
