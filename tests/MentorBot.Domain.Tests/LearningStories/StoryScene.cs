using System.Collections.Immutable;
using MentorBot.Domain.LearningStories;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Requests;
using MentorBot.Domain.Tests.Matching;
using NodaTime;

namespace MentorBot.Domain.Tests.LearningStories;

/// <summary>Ana mentored Ben; on Monday they finished.</summary>
internal static class StoryScene
{
    public const string OfAna = "You asked what I was afraid of.\n\nI had no answer for a week.";
    public const string OfBen = "I came for advice.\n\nI left with a question.\n\nIt is still with me.";

    public static readonly PersonId Ana = new("ana");
    public static readonly PersonId Ben = new("ben");
    public static readonly PersonId Chidi = new("chidi");
    public static readonly Instant Monday = Situation.Monday;

    public static readonly Relationship Going = Begun();
    public static readonly Relationship Pair = Relating.Finish(Going, Ben, 180, Monday).Next!;
    public static readonly Relationship Stopped = Relating.Stop(Going, Ben, 180, Monday).Next!;

    /// <summary>Ben is ready; Ana is asked.</summary>
    public static readonly LearningStory OneReady = Ready(null, Ben, OfBen).Next!;

    public static readonly LearningStory Exchanged = Ready(OneReady, Ana, OfAna).Next!;

    /// <summary>Ben's first and last passage, Ana's second.</summary>
    public static readonly LearningStory Joined = Offer(Offer(Exchanged, Ben, [2, 0]).Next!, Ana, [1]).Next!;

    public static Confidential Words(string words) => Confidential.From(words)!;

    public static Decision<LearningStory, StoryOutcome> Keep(LearningStory? story, PersonId who, string? words, int? seen = null) =>
        Writing.Keep(Pair, story, who, seen ?? story?.Of(who).Text ?? 0, Confidential.From(words));

    public static Decision<LearningStory, StoryOutcome> Ready(LearningStory? story, PersonId who, string words, int? seen = null) =>
        Writing.Ready(Pair, story, who, seen ?? story?.Of(who).Text ?? 0, Words(words), Monday);

    public static Decision<LearningStory, StoryOutcome> Offer(LearningStory story, PersonId who, ImmutableArray<int> chosen, int? seen = null) =>
        Joining.Offer(Pair, story, who, seen ?? story.Joint, chosen, Monday);

    public static Decision<LearningStory, StoryOutcome> Fine(LearningStory story, PersonId who, int? seen = null) => Joining.Fine(Pair, story, who, seen ?? story.Joint);

    public static Decision<LearningStory, StoryOutcome> LeaveItSo(LearningStory story, PersonId who, int? seen = null) =>
        Joining.LeaveItSo(Pair, story, who, seen ?? story.Joint);

    public static Decision<LearningStory, StoryOutcome> Passes(LearningStory story) => Joining.Tick(Pair, story, story.NextDue!.Value);

    public static IEnumerable<string> Tells(this Decision<LearningStory, StoryOutcome> decision) =>
        decision.Consequences.OfType<Consequence.Tell>().Select(tell => $"{tell.Whom} {StoryNotices.In(tell.Subject).Card}").Order(StringComparer.Ordinal);

    public static Instant? Next(this Decision<LearningStory, StoryOutcome> decision) => decision.Consequences.SingleOrDefault(one => one.Kind == StoryNotices.Tick)?.At;

    private static Relationship Begun()
    {
        var saidYes = new RequestState.Accepted(new("match-1"), Ana, Situation.Monday, ByTurns: false);
        return Relating.Open(null, Situation.RequestOf("ben") with { State = saidYes }, saidYes).Next!;
    }
}
