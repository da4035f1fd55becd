using MentorBot.Domain.Programme;
using MentorBot.Domain.Relationships;
using NodaTime;
using static MentorBot.Domain.Keeping.KeepDeciding;

namespace MentorBot.Domain.Keeping;

/// <summary>
/// Putting together what to keep of a conversation: asked the next morning, each for themselves, and shown when one likes. What is
/// not shown is its author's alone. Nothing is kept unless somebody says so.
/// </summary>
public static class Drafting
{
    /// <summary>The next morning. Both are asked, once. Where it is over already, notes for both were written since: they come to their authors.</summary>
    public static Decision<Keep, KeepOutcome> Begin(Relationship? pair, Keep? found, int number, Instant now)
    {
        if (pair is not { MayKeep: true } || found is { Stage: KeepStage.Open })
            return AsItIs(found);
        if (found is not null)
            return Done(found with { IsHome = false }, BringHome(found));
        var until = UntilOf(pair, now);
        var begun = new Keep(
            pair.Id, number, 0, 1, KeepStage.Open, until, now + Keep.RemindAfter, 0, 0, IsHome: true, Share.Of(pair.Mentee), Share.Of(pair.Mentor));
        return Done(begun, Follow(begun, begun.OfMentee), Follow(begun, begun.OfMentor));
    }

    /// <summary>Kept for later, and nobody else's to read.</summary>
    /// <param name="seen">The number of the text that was on the table when they opened the form; 0 for none.</param>
    /// <param name="draft">The number of their own draft that the form showed; 0 for none.</param>
    /// <param name="words">Null where they left what the notes gave as it was, or wrote nothing.</param>
    public static Decision<Keep, KeepOutcome> Later(Relationship? pair, Keep? found, PersonId actor, int seen, int draft, Confidential? words, bool mayTakeAlong)
    {
        if (Refusal(pair, found, actor) is { } refused)
            return refused;
        var keep = found!;
        if (!pair!.MayKeep || keep.Stage != KeepStage.Open)
            return Refused(keep, new KeepOutcome.Over(keep));
        if (keep.OnTable != 0 || seen != 0)
            return Refused(keep, new KeepOutcome.ChangedMeanwhile(keep));
        return WithDraft(keep, actor, KeepWish.Later, draft, words, mayTakeAlong);
    }

    /// <summary>
    /// Theirs, whatever comes of the rest. The other may go on with keeping something for both. When it is over by then, what they wrote
    /// goes straight to their own lines, so that nothing that was typed is lost; see <see cref="KeepingOwn.Add"/>.
    /// </summary>
    /// <param name="draft">The number of their own draft that the form showed; 0 for none.</param>
    /// <param name="words">Null where they left what the notes gave as it was, or wrote nothing.</param>
    public static Decision<Keep, KeepOutcome> KeepMineAlone(Relationship? pair, Keep? found, PersonId actor, int draft, Confidential? words, bool mayTakeAlong)
    {
        if (Refusal(pair, found, actor) is { } refused)
            return refused;
        var keep = found!;
        if (keep.Stage == KeepStage.Open)
            return WithDraft(keep, actor, KeepWish.Mine, draft, words, mayTakeAlong);
        if (keep.Stage != KeepStage.Nothing)
            return Refused(keep, new KeepOutcome.Over(keep));
        var own = keep with { Stage = KeepStage.Own };
        return Done(own, Follow(own, own.Of(actor)));
    }

    /// <summary>The other may read it now and is asked about it; who shows it is fine with it. Any earlier yes is void.</summary>
    /// <param name="seen">The number of the text that was on the table when they opened the form; 0 for none.</param>
    /// <param name="draft">The number of their own draft that the form held; 0 for none.</param>
    public static Decision<Keep, KeepOutcome> Show(Relationship? pair, Keep? found, PersonId actor, int seen, int draft, Confidential words, bool mayTakeAlong, Instant now)
    {
        if (Refusal(pair, found, actor) is { } refused)
            return refused;
        var keep = found!;
        if (!pair!.MayKeep || !keep.MayShow)
            return Refused(keep, new KeepOutcome.Over(keep));
        if (keep.Showing is { } showing && keep.Stage == KeepStage.Open && showing.Person == actor && words.Equals(showing.Shown!.Words))
            return AsItIs(keep);
        if (keep.Stage == KeepStage.Open && (seen != keep.OnTable || (keep.OnTable == 0 && HasOther(keep, actor, draft, words))))
            return Refused(keep, new KeepOutcome.ChangedMeanwhile(keep));

        var open = keep.Stage == KeepStage.Open ? keep : Again(pair, keep, now);
        var number = open.Texts + 1;
        var mine = open.Of(actor);

        // The form in which something is first put together holds the draft, so that what is shown takes its place.
        var shower = mine with
        {
            Wish = KeepWish.NotSaid,
            Draft = open.OnTable == 0 ? null : mine.Draft,
            Shown = new(number, words),
            FineWith = number,
            MayTakeAlong = mayTakeAlong,
        };
        var shown = open.With(shower) with { Texts = number, OnTable = number };
        var (next, tells) = Anew(shown, shown.OtherThan(actor));
        return Done(next, [Follow(next, shower), .. tells]);
    }

    /// <summary>Their own answer only.</summary>
    public static Decision<Keep, KeepOutcome> NothingToKeep(Relationship? pair, Keep? found, PersonId actor)
    {
        if (Refusal(pair, found, actor) is { } refused)
            return refused;
        var keep = found!;
        var mine = keep.Of(actor);
        if (!pair!.MayKeep || keep.Stage != KeepStage.Open || keep.OnTable != 0 || mine.Wish != KeepWish.NotSaid)
            return AsItIs(keep);
        var next = keep.With(mine with { Wish = KeepWish.Nothing });
        return Done(next, Follow(next, next.Of(actor)));
    }

    /// <summary>
    /// Nothing was kept, and notes for both were written since: they were not among those that the offer said would be erased. Their
    /// authors have lines of their own now, and hear of it.
    /// </summary>
    public static Decision<Keep, KeepOutcome> Late(Keep? found, IEnumerable<PersonId> authors)
    {
        if (found is not { Stage: KeepStage.Nothing, IsHome: false })
            return AsItIs(found);
        var own = found with { Stage = KeepStage.Own };
        return Done(own, [.. own.Shares.Where(share => authors.Contains(share.Person)).Select(share => Follow(own, share))]);
    }

    /// <summary>Once more, from the beginning. What was each one's own is home, and stays theirs.</summary>
    private static Keep Again(Relationship pair, Keep keep, Instant now)
    {
        var until = UntilOf(pair, now);
        return keep with
        {
            Round = 2,
            Stage = KeepStage.Open,
            Until = until,
            RemindAt = now + Keep.RemindAfter,
            OnTable = 0,
            OfMentee = Afresh(keep.OfMentee),
            OfMentor = Afresh(keep.OfMentor),
        };

        static Share Afresh(Share share) => share with { Wish = KeepWish.NotSaid, FineWith = 0 };
    }

    /// <summary>The cards name a day: it lasts to the end of it.</summary>
    private static Instant UntilOf(Relationship pair, Instant now) => WorkingDays.EndOf(now.InZone(pair.Zone).Date.PlusDays(Keep.Days), pair.Zone);

    /// <summary>Another window of theirs kept a draft that this one neither showed nor holds: it must not go unseen.</summary>
    private static bool HasOther(Keep keep, PersonId actor, int seen, Confidential? words) =>
        keep.Of(actor).Draft is { } draft && draft.Number != seen && !draft.Words.Equals(words);

    private static Decision<Keep, KeepOutcome> WithDraft(Keep keep, PersonId actor, KeepWish wish, int seen, Confidential? words, bool mayTakeAlong)
    {
        if (HasOther(keep, actor, seen, words))
            return Refused(keep, new KeepOutcome.ChangedMeanwhile(keep));
        var before = keep.Of(actor);
        var isSame = before.Wish == wish && before.MayTakeAlong == mayTakeAlong && Equals(before.Draft?.Words, words);
        if (isSame)
            return AsItIs(keep);

        var drafted = Equals(before.Draft?.Words, words) ? keep : Drafted(keep, actor, words);
        var next = drafted.With(drafted.Of(actor) with { Wish = wish, MayTakeAlong = mayTakeAlong });
        return Done(next, Follow(next, next.Of(actor)));
    }

    private static Keep Drafted(Keep keep, PersonId actor, Confidential? words) => words is null
        ? keep.With(keep.Of(actor) with { Draft = null })
        : keep.With(keep.Of(actor) with { Draft = new(keep.Texts + 1, words) }) with { Texts = keep.Texts + 1 };
}
