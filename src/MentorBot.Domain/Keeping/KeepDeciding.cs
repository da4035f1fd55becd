using System.Collections.Immutable;
using System.Globalization;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Sessions;

namespace MentorBot.Domain.Keeping;

/// <summary>How decisions on what is kept are put together.</summary>
internal static class KeepDeciding
{
    /// <summary>It changes to this; what happens next by itself is left for its time.</summary>
    public static Decision<Keep, KeepOutcome> Done(Keep next, params ImmutableArray<Consequence> consequences)
    {
        var changed = next with { Revision = next.Revision + 1 };
        var occasion = changed.Revision.ToString(CultureInfo.InvariantCulture);
        ImmutableArray<Consequence> follows = [.. consequences.Select(one => one with { Occasion = occasion })];
        if (changed.NextDue is { } due)
            follows = follows.Add(new Consequence.Step(KeepingNotices.Tick, SessionNotices.Numbered(next.In, next.Number), occasion) { At = due });
        return new(new KeepOutcome.Done(changed), true, changed, follows);
    }

    /// <summary>Their card shows how it stands.</summary>
    public static Consequence Follow(Keep now, Share share) => Tell(now, share, share.Card);

    /// <summary>They are told anew, in a card of its own; the one before points to it.</summary>
    public static (Keep Next, ImmutableArray<Consequence> Tells) Anew(Keep now, Share share)
    {
        var next = share with { Card = share.Card + 1 };
        return (now.With(next), [Tell(now, share, share.Card), Tell(now, share, next.Card)]);
    }

    /// <summary>What is each one's own goes to where it is theirs alone.</summary>
    public static Consequence BringHome(Keep now) => new Consequence.Step(KeepingNotices.BringHome, SessionNotices.Numbered(now.In, now.Number), "");

    /// <summary>Why this person may decide nothing here; null when they may.</summary>
    public static Decision<Keep, KeepOutcome>? Refusal(Relationship? pair, Keep? found, PersonId actor) => (pair, found) switch
    {
        (null, _) or (_, null) => AsItIs(found is null || pair is null ? null : found),
        _ when !pair.IsOf(actor) => Refused(found, new KeepOutcome.NotYours()),
        _ => null,
    };

    public static Decision<Keep, KeepOutcome> AsItIs(Keep? found) => Refused(found, new KeepOutcome.AsItIs(found));

    public static Decision<Keep, KeepOutcome> Refused(Keep? found, KeepOutcome outcome) => new(outcome, false, found, []);

    private static Consequence.Tell Tell(Keep now, Share share, int card) => new(KeepingNotices.Card, SessionNotices.OfCard(now.In, now.Number, card), "", share.Person);
}
