using MentorBot.Domain.Notices;
using MentorBot.Domain.Relationships;
using NodaTime;

namespace MentorBot.Domain.Closing;

/// <summary>Staying in touch as equals, after it was complete: one would like it, both have to; rather not and silence read the same, on the same day.</summary>
public static class StayingInTouch
{
    /// <summary>They would like it. Where the other said so already, it is so; they may think better of having declined.</summary>
    public static Decision<Outlook, ClosingOutcome> Like(Relationship pair, Outlook now, PersonId actor, Instant at)
    {
        if (Refusal(pair, now, actor, at) is { } refusal)
            return refusal;
        if (now.Touch is { State: TouchState.Agreed })
            return Deciding.AsItIs(pair, now);
        if (now.Touch is { State: TouchState.Open } open)
            return open.By == actor ? Deciding.AsItIs(pair, now) : Agree(pair, now, open);
        var touch = new Touch((now.Touch?.Number ?? 0) + 1, actor, false, Deciding.EndOfDays(pair, at), TouchState.Open);
        return Deciding.Done(pair, now, now with { Touch = touch }, [Asked(pair, now, touch)]);
    }

    /// <summary>The other would rather not: nobody hears of it before the date.</summary>
    /// <param name="number">The wish that was seen.</param>
    public static Decision<Outlook, ClosingOutcome> RatherNot(Relationship pair, Outlook now, PersonId actor, int number, Instant at)
    {
        if (Refusal(pair, now, actor, at) is { } refusal)
            return refusal;
        return now.Touch is { State: TouchState.Open, IsDeclined: false } open && open.Number == number && open.By != actor
            ? Deciding.Done(pair, now, now with { Touch = open with { IsDeclined = true } }, [])
            : Deciding.AsItIs(pair, now);
    }

    internal static Decision<Outlook, ClosingOutcome> Tick(Relationship pair, Outlook now, Touch open) => Deciding.Done(
        pair, now, now with { Touch = open with { State = TouchState.Not } }, [Asked(pair, now, open), Answered(pair, now, open)]);

    private static Decision<Outlook, ClosingOutcome> Agree(Relationship pair, Outlook now, Touch open) => Deciding.Done(
        pair,
        now,
        now with { Touch = open with { State = TouchState.Agreed } },
        [Asked(pair, now, open), Answered(pair, now, open), Deciding.Step(now, ClosingNotices.StayInTouch, pair.Id.Value)]);

    private static Decision<Outlook, ClosingOutcome>? Refusal(Relationship pair, Outlook now, PersonId actor, Instant at)
    {
        if (!pair.IsOf(actor))
            return new(new ClosingOutcome.NotYours(), false, now, []);
        return Relating.MayStayInTouch(pair, at) ? null : Deciding.AsItIs(pair, now);
    }

    private static Consequence Asked(Relationship pair, Outlook now, Touch touch) =>
        Deciding.Tell(now, ClosingNotices.Touch, ClosingNotices.Numbered(pair.Id, touch.Number), pair.OtherThan(touch.By));

    private static Consequence Answered(Relationship pair, Outlook now, Touch touch) =>
        Deciding.Tell(now, ClosingNotices.TouchAnswered, ClosingNotices.Numbered(pair.Id, touch.Number), touch.By);
}
