using System.Collections.Immutable;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Relationships;
using NodaTime;

namespace MentorBot.Domain.Closing;

/// <summary>A stretch without each other: one suggests it, both have to want it; rather not and silence read the same.</summary>
public static class BeingApart
{
    /// <summary>Suggesting the same as the other did, without having seen it, is wanting it.</summary>
    /// <param name="weeks">One of <see cref="Stretch.Lengths"/>.</param>
    public static Decision<Outlook, ClosingOutcome> Suggest(Relationship pair, Outlook now, PersonId actor, int weeks, Instant at)
    {
        if (Deciding.Refusal(pair, now, actor) is { } refusal)
            return refusal;
        if (!Deciding.MayBeAsked(pair) || !Stretch.Lengths.Contains(weeks))
            return Deciding.AsItIs(pair, now);
        if (now.Stretch is { State: StretchState.Open } open)
            return open.By != actor && open.Weeks == weeks ? Agree(pair, now, open, at) : Deciding.AsItIs(pair, now);
        var stretch = new Stretch((now.Stretch?.Number ?? 0) + 1, actor, weeks, Deciding.EndOfDays(pair, at), StretchState.Open, null);
        return Deciding.Done(pair, now, now with { Stretch = stretch }, [Asked(pair, now, stretch)]);
    }

    /// <summary>The other says whether they want it, too.</summary>
    /// <param name="number">The suggestion that was seen.</param>
    public static Decision<Outlook, ClosingOutcome> Answer(Relationship pair, Outlook now, PersonId actor, int number, bool wants, Instant at)
    {
        if (Deciding.Refusal(pair, now, actor) is { } refusal)
            return refusal;
        if (now.Stretch is not { State: StretchState.Open } open || open.Number != number || open.By == actor || !Deciding.MayBeAsked(pair))
            return Deciding.AsItIs(pair, now);
        return wants ? Agree(pair, now, open, at) : Not(pair, now, open, Answered(pair, now, open));
    }

    /// <summary>The relationship paused or ended meanwhile.</summary>
    public static Decision<Outlook, ClosingOutcome> Follow(Relationship pair, Outlook now) => now.Stretch is { State: StretchState.Open } open && !Deciding.MayBeAsked(pair)
        ? Not(pair, now, open, Asked(pair, now, open))
        : Deciding.AsItIs(pair, now);

    internal static Decision<Outlook, ClosingOutcome> Tick(Relationship pair, Outlook now, Stretch open) =>
        Not(pair, now, open, Asked(pair, now, open), Answered(pair, now, open));

    private static Decision<Outlook, ClosingOutcome> Agree(Relationship pair, Outlook now, Stretch open, Instant at) => Deciding.Done(
        pair,
        now,
        now with { Stretch = open with { State = StretchState.Agreed, Ends = Relating.Morning(at.InZone(pair.Zone).Date.PlusWeeks(open.Weeks), pair.Zone) } },
        [Asked(pair, now, open), Answered(pair, now, open), Deciding.Step(now, ClosingNotices.BeApart, pair.Id.Value)]);

    private static Decision<Outlook, ClosingOutcome> Not(Relationship pair, Outlook now, Stretch open, params ImmutableArray<Consequence> consequences) =>
        Deciding.Done(pair, now, now with { Stretch = open with { State = StretchState.Not } }, consequences);

    private static Consequence Asked(Relationship pair, Outlook now, Stretch stretch) =>
        Deciding.Tell(now, ClosingNotices.Stretch, ClosingNotices.Numbered(pair.Id, stretch.Number), pair.OtherThan(stretch.By));

    private static Consequence Answered(Relationship pair, Outlook now, Stretch stretch) =>
        Deciding.Tell(now, ClosingNotices.StretchAnswered, ClosingNotices.Numbered(pair.Id, stretch.Number), stretch.By);
}
