using System.Collections.Immutable;
using MentorBot.Domain.Bundles;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Relationships;
using NodaTime;

namespace MentorBot.Domain.Questions;

/// <summary>A question sent ahead: no answer is expected before the two meet. Until it is read it can be changed and taken back.</summary>
public static class AskingAhead
{
    /// <summary>In characters.</summary>
    public const int LongestQuestion = 500;

    /// <summary>Sends it; where one waits unread, changes that one, of which the other has heard or will.</summary>
    /// <param name="seen">The version that the form showed; empty where it showed none.</param>
    public static Decision<Question, QuestionOutcome> Ask(Relationship? pair, Question? found, PersonId author, string seen, Confidential? words, Instant now) =>
        Refusal(pair, found, author) ?? (found, words) switch
        {
            (_, null) => Same(found),
            ({ } before, { } again) when again.Equals(before.Words) => Same(before),
            ({ IsOpened: false } waiting, { } other) when waiting.Version == seen => Sent(waiting with { Revision = waiting.Revision + 1, Words = other, At = now }, []),
            ({ IsOpened: false } waiting, _) => AsItIs(waiting, new QuestionOutcome.ChangedMeanwhile(waiting)),
            var (before, asked) => Anew(pair!, new(pair!.Id, author, (before?.Revision ?? 0) + 1, asked, now, OpenedAt: null)),
        };

    public static Decision<Question, QuestionOutcome> TakeBack(Relationship? pair, Question? found, PersonId author, string seen) =>
        Refusal(pair, found, author) ?? found switch
        {
            null => Same(null),
            { IsOpened: true } => AsItIs(found, new QuestionOutcome.Read(found)),
            _ when found.Version != seen => AsItIs(found, new QuestionOutcome.ChangedMeanwhile(found)),
            _ => new(new QuestionOutcome.Done(null), true, null, [Changed(found)]),
        };

    /// <summary>The other reads it. From now on it stays, until the two have talked.</summary>
    public static Decision<Question, QuestionOutcome> Read(Relationship? pair, Question? found, PersonId reader, Instant now) =>
        Refusal(pair, found, reader) ?? found switch
        {
            null => Same(null),
            _ when found.Author == reader => AsItIs(found, new QuestionOutcome.NotYours()),
            { IsOpened: true } => Same(found),
            _ => Sent(found with { Revision = found.Revision + 1, OpenedAt = now }, []),
        };

    /// <summary>The two have talked: what was read before is done with. What nobody had read by then waits for the next time.</summary>
    /// <param name="held">The end of their last conversation.</param>
    public static Decision<Question, QuestionOutcome> Talked(Question? found, Instant held) => found?.OpenedAt <= held
        ? new(new QuestionOutcome.Done(null), true, null, [Changed(found)])
        : Same(found);

    private static Decision<Question, QuestionOutcome>? Refusal(Relationship? pair, Question? found, PersonId actor) => pair switch
    {
        not null when !pair.IsOf(actor) => AsItIs(found, new QuestionOutcome.NotYours()),
        { State: RelationshipState.Going } => null,
        _ => AsItIs(found, new QuestionOutcome.Gone()),
    };

    private static Decision<Question, QuestionOutcome> Anew(Relationship pair, Question next) =>
        Sent(next, [BundleNotices.To(pair.OtherThan(next.Author), QuestionNotices.Waiting, QuestionNotices.About(pair.Id, next.Author), next.Version), Changed(next)]);

    private static Consequence.Step Changed(Question question) => new(QuestionNotices.Changed, QuestionNotices.About(question.In, question.Author), question.Version);

    private static Decision<Question, QuestionOutcome> Sent(Question next, ImmutableArray<Consequence> others) => new(new QuestionOutcome.Done(next), true, next, others);

    private static Decision<Question, QuestionOutcome> Same(Question? found) => AsItIs(found, new QuestionOutcome.AsItIs(found));

    private static Decision<Question, QuestionOutcome> AsItIs(Question? found, QuestionOutcome outcome) => new(outcome, false, found, []);
}
