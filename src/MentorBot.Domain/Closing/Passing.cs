using MentorBot.Domain.Relationships;
using NodaTime;

namespace MentorBot.Domain.Closing;

/// <summary>What happens by itself to what two people are asked, one thing at a time.</summary>
public static class Passing
{
    public static Decision<Outlook, ClosingOutcome> Tick(Relationship pair, Outlook now, Instant at) => now switch
    {
        { Look: { IsOver: false } look } when look.Until <= at => LookingAgain.Tick(pair, now, look),
        { Stretch: { State: StretchState.Open } open } when open.Until <= at => BeingApart.Tick(pair, now, open),
        { Touch: { State: TouchState.Open } touch } when touch.Until <= at => StayingInTouch.Tick(pair, now, touch),
        _ => Deciding.AsItIs(pair, now),
    };

    /// <summary>The relationship paused or ended: nobody is asked any more.</summary>
    public static Decision<Outlook, ClosingOutcome> Follow(Relationship pair, Outlook now) =>
        LookingAgain.Follow(pair, now) is { Changes: true } followed ? followed : BeingApart.Follow(pair, now);
}
