using System.Collections.Immutable;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Wishes;
using NodaTime;

namespace MentorBot.Domain.Closing;

/// <summary>
/// After as many conversations as they had in mind both are asked how they would like to go on, each alone: no answer tells who said
/// what first. Silence is going on; only after a last conversation, for which one of them had wished, it is finishing.
/// </summary>
public static class LookingAgain
{
    private const int AFew = 3;
    private const int Longer = 6;

    /// <summary>After how many conversations they are asked: as both say; else by what was asked for.</summary>
    /// <param name="agreed">What both say; null where they do not, or not the same.</param>
    /// <param name="isFirst">Who wanted to see after one and goes on is not asked after each.</param>
    public static int After(int? agreed, Pace pace, bool isFirst) => agreed ?? pace switch
    {
        Pace.SomethingLonger => Longer,
        Pace.AFewConversations => AFew,
        _ => isFirst ? 1 : AFew,
    };

    /// <summary>They held one more conversation.</summary>
    /// <param name="hasNext">Whether another one is before them already: after a first one that says it all.</param>
    public static Decision<Outlook, ClosingOutcome> Held(Relationship pair, Outlook now, int held, int? agreed, bool hasNext, Instant at)
    {
        var pace = pair.Asked.Pace;
        if (pair.AsPeers || !Deciding.MayBeAsked(pair) || now.Look is { IsOver: false } || held < (now.Look?.Held ?? 0) + After(agreed, pace, now.Look is null))
            return Deciding.AsItIs(pair, now);
        var look = Next(pair, now, held == 1 ? LookKind.AfterFirst : LookKind.AtNumber, held, After(agreed, pace, isFirst: false), null, at);
        return look.Kind == LookKind.AfterFirst && hasNext
            ? Deciding.Done(pair, now, now with { Look = look with { IsOver = true } }, [])
            : Ask(pair, now, look);
    }

    /// <summary>They held the last one.</summary>
    public static Decision<Outlook, ClosingOutcome> LastHeld(Relationship pair, Outlook now, PersonId by, int held, int? agreed, Instant at) =>
        pair.State is not RelationshipState.Going || now.Look is { Kind: LookKind.AfterLast } look && look.Held >= held
            ? Deciding.AsItIs(pair, now)
            : Ask(pair, now, Next(pair, now, LookKind.AfterLast, held, After(agreed, pair.Asked.Pace, isFirst: false), by, at));

    /// <summary>One would like to go on. After a last conversation, one is enough.</summary>
    /// <param name="number">The question that was seen.</param>
    public static Decision<Outlook, ClosingOutcome> GoOn(Relationship pair, Outlook now, PersonId actor, int number)
    {
        if (Deciding.Refusal(pair, now, actor) is { } refusal)
            return refusal;
        if (now.Look is not { IsOver: false } look || look.Number != number || look.Answered.Contains(actor))
            return Deciding.AsItIs(pair, now);
        var answered = look with { Answered = look.Answered.Add(actor) };
        if (look.Kind == LookKind.AfterLast)
            return Deciding.Done(pair, now, now with { Look = answered with { IsOver = true } }, [Card(pair, now, look, pair.OtherThan(actor))]);
        if (!answered.BothGoOn)
            return Deciding.Done(pair, now, now with { Look = answered }, []);
        ImmutableArray<Consequence> times = look.Kind == LookKind.AfterFirst
            ? [Card(pair, now, look, pair.OtherThan(actor)), Deciding.Step(now, RelationshipNotices.OfferTimes, pair.Id.Value)]
            : [];
        return Deciding.Done(pair, now, now with { Look = answered with { IsOver = true } }, times);
    }

    /// <summary>The relationship paused or ended while they were asked.</summary>
    public static Decision<Outlook, ClosingOutcome> Follow(Relationship pair, Outlook now) =>
        now.Look is { IsOver: false } look && !Deciding.MayBeAsked(pair) ? Over(pair, now, look) : Deciding.AsItIs(pair, now);

    internal static Decision<Outlook, ClosingOutcome> Tick(Relationship pair, Outlook now, Look look)
    {
        var over = Over(pair, now, look);
        return look is { Kind: LookKind.AfterLast, By: { } by } && Deciding.MayBeAsked(pair)
            ? over with { Consequences = over.Consequences.Add(Deciding.Step(now, ClosingNotices.Finish, ClosingNotices.By(pair.Id, by))) }
            : over;
    }

    private static Look Next(Relationship pair, Outlook now, LookKind kind, int held, int again, PersonId? by, Instant at) =>
        new((now.Look?.Number ?? 0) + 1, kind, held, again, Deciding.EndOfDays(pair, at), [], by, false);

    /// <summary>What they were asked before is settled by it.</summary>
    private static Decision<Outlook, ClosingOutcome> Ask(Relationship pair, Outlook now, Look look) => Deciding.Done(
        pair, now, now with { Look = look }, [.. now.Look is { IsOver: false } before ? Cards(pair, now, before) : [], .. Cards(pair, now, look)]);

    private static Decision<Outlook, ClosingOutcome> Over(Relationship pair, Outlook now, Look look) =>
        Deciding.Done(pair, now, now with { Look = look with { IsOver = true } }, Cards(pair, now, look));

    private static ImmutableArray<Consequence> Cards(Relationship pair, Outlook now, Look look) => [Card(pair, now, look, pair.Mentee), Card(pair, now, look, pair.Mentor)];

    private static Consequence Card(Relationship pair, Outlook now, Look look, PersonId whom) =>
        Deciding.Tell(now, ClosingNotices.Look, ClosingNotices.Numbered(pair.Id, look.Number), whom);
}
