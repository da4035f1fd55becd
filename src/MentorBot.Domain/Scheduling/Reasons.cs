namespace MentorBot.Domain.Scheduling;

/// <summary>One reason a time, as one of the two reads it: always true, and about the other only where it is about both.</summary>
/// <remarks>What is so of this one time comes first. Of the rest, what was said least often, so that five lines do not read the same.</remarks>
internal sealed class Reasons
{
    private readonly int[] said = new int[Enum.GetValues<SlotReason>().Length];

    /// <summary>The next one, in the order of time.</summary>
    public SlotReason Next(Fit mine, Fit theirs, bool isSoonest)
    {
        if (mine.Is(Traits.Outside))
            return SlotReason.OutsideUsualHours;
        if (mine.Is(Traits.AtStart))
            return SlotReason.StartOfYourDay;
        if (mine.Is(Traits.AtEnd))
            return SlotReason.EndOfYourDay;
        if (mine.Is(Traits.AsLastTime))
            return SlotReason.AsLastTime;
        if (isSoonest && !theirs.Is(Traits.Outside))
            return SlotReason.Soonest;

        var reason = LeastSaid(mine.Traits & theirs.Traits) ?? (theirs.Is(Traits.Outside) ? SlotReason.FitsYourDay : SlotReason.FitsBothDays);
        said[(int)reason]++;
        return reason;
    }

    private SlotReason? LeastSaid(Traits ofBoth)
    {
        SlotReason? least = null;
        Consider(Traits.AfterLunch, SlotReason.AfterLunchForBoth);
        Consider(Traits.QuietDay, SlotReason.QuietDayForBoth);
        Consider(Traits.RoomAround, SlotReason.RoomAround);
        Consider(Traits.NotEarlyNorLate, SlotReason.EarlyOrLateForNeither);
        return least;

        void Consider(Traits trait, SlotReason reason)
        {
            if ((ofBoth & trait) != 0 && (least is not { } other || said[(int)reason] < said[(int)other]))
                least = reason;
        }
    }
}
