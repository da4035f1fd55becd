namespace MentorBot.Domain.Sessions;

/// <summary>The answer to whoever pressed. What they see next follows from how things are now.</summary>
public abstract record MeetingsOutcome
{
    /// <summary>It was done just now.</summary>
    public sealed record Done(Together Now) : MeetingsOutcome;

    /// <summary>Nothing to do: pressed twice, on a card from earlier, or the other was faster; null when the relationship is over or gone.</summary>
    public sealed record AsItIs(Together? Now) : MeetingsOutcome;

    /// <summary>Both turned to the same phase at once: it was turned once.</summary>
    public sealed record BothTurned(Together Now) : MeetingsOutcome;

    /// <summary>The card was meant for somebody else.</summary>
    public sealed record NotYours : MeetingsOutcome;

    /// <summary>The time has gone by.</summary>
    public sealed record GoneBy(Together Now) : MeetingsOutcome;

    /// <summary>It is too far ahead to have been held already.</summary>
    public sealed record StillToCome(Together Now, Booking Booking) : MeetingsOutcome;

    /// <summary>The two have something booked at that time already, or as much as can be booked ahead.</summary>
    public sealed record Full(Together Now) : MeetingsOutcome;
}
