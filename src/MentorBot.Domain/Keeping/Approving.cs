using System.Collections.Immutable;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Relationships;
using NodaTime;
using static MentorBot.Domain.Keeping.KeepDeciding;

namespace MentorBot.Domain.Keeping;

/// <summary>
/// Saying yes to the text that the other showed, or rather not. It is kept when both said of the same text that it is fine; then it
/// never changes. After seven days without, each has their own lines.
/// </summary>
public static class Approving
{
    /// <param name="seen">The number of the text that they read.</param>
    public static Decision<Keep, KeepOutcome> Fine(Relationship? pair, Keep? found, PersonId actor, int seen, bool mayTakeAlong)
    {
        if (Refusal(pair, found, actor) is { } refused)
            return refused;
        var keep = found!;
        if (!pair!.MayKeep || keep.Stage != KeepStage.Open || keep.OnTable == 0)
            return AsItIs(keep);
        if (seen != keep.OnTable)
            return Refused(keep, new KeepOutcome.ChangedMeanwhile(keep));
        if (keep.Of(actor).FineWith == seen)
            return AsItIs(keep);

        var said = keep.With(keep.Of(actor) with { FineWith = seen, MayTakeAlong = mayTakeAlong });
        if (said.Shares.Any(share => share.FineWith != said.OnTable))
            return Done(said, Follow(said, said.Of(actor)));
        var kept = said with { Stage = KeepStage.Kept, RemindAt = null, IsHome = false };
        var (next, tells) = Anew(kept, kept.OtherThan(actor));
        return Done(next, [Follow(next, next.Of(actor)), .. tells, BringHome(next)]);
    }

    /// <summary>Each has their own lines at once.</summary>
    /// <param name="seen">The number of the text that they read.</param>
    public static Decision<Keep, KeepOutcome> RatherNot(Relationship? pair, Keep? found, PersonId actor, int seen)
    {
        if (Refusal(pair, found, actor) is { } refused)
            return refused;
        var keep = found!;
        if (!pair!.MayKeep || keep.Stage != KeepStage.Open || keep.Showing is not { } showing || showing.Person == actor)
            return AsItIs(keep);
        if (seen != keep.OnTable)
            return Refused(keep, new KeepOutcome.ChangedMeanwhile(keep));
        var (next, tells) = Anew(keep with { Stage = KeepStage.Own, RemindAt = null, IsHome = false }, showing);
        return Done(next, [Follow(next, next.Of(actor)), .. tells, BringHome(next)]);
    }

    /// <summary>The reminder, to whoever is asked and has not answered; or the end.</summary>
    public static Decision<Keep, KeepOutcome> Tick(Relationship? pair, Keep? found, Instant now)
    {
        if (pair is null || found is not { NextDue: { } due } keep || now < due)
            return AsItIs(pair is null ? null : found);
        return now < keep.Until ? Remind(keep with { RemindAt = null }, pair) : End(keep with { RemindAt = null, IsHome = false });
    }

    /// <summary>What was each one's own is now where it is theirs alone, and goes from here.</summary>
    /// <param name="brought">The revision that was brought.</param>
    public static Decision<Keep, KeepOutcome> Brought(Keep? found, int brought)
    {
        if (found is not { IsHome: false } keep || keep.Revision != brought)
            return AsItIs(found);
        var isKept = keep.Stage == KeepStage.Kept;
        var next = keep with { IsHome = true, OnTable = isKept ? keep.OnTable : 0 };
        foreach (var share in keep.Shares)
            next = next.With(share with { Draft = null, Shown = isKept && share.Shown?.Number == keep.OnTable ? share.Shown : null });
        return Done(next);
    }

    private static Decision<Keep, KeepOutcome> Remind(Keep keep, Relationship pair)
    {
        ImmutableArray<Consequence> tells = [];
        foreach (var share in keep.Shares.Where(share => pair.MayKeep && IsAwaited(keep, share)))
        {
            (keep, var one) = Anew(keep, share);
            tells = tells.AddRange(one);
        }

        return Done(keep, tells);
    }

    private static bool IsAwaited(Keep keep, Share share) =>
        keep.OnTable == 0 ? share.Wish is KeepWish.NotSaid or KeepWish.Later : share.FineWith != keep.OnTable;

    /// <summary>Who showed something was told that they hear by then; for the others their card says how it is.</summary>
    private static Decision<Keep, KeepOutcome> End(Keep keep)
    {
        var ended = keep with { Stage = keep.Round == 2 || keep.Shares.Any(share => share.HasOwn) ? KeepStage.Own : KeepStage.Nothing };
        if (ended.Showing is not { } showing)
            return Done(ended, Follow(ended, ended.OfMentee), Follow(ended, ended.OfMentor), BringHome(ended));
        var (next, tells) = Anew(ended, showing);
        return Done(next, [Follow(next, next.OtherThan(showing.Person)), .. tells, BringHome(next)]);
    }
}
