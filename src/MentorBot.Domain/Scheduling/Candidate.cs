namespace MentorBot.Domain.Scheduling;

/// <summary>A time that both are free at, and how well it suits.</summary>
/// <remarks>There are a thousand of them in a search of eight weeks: a small one, and changed in place.</remarks>
internal struct Candidate(long start, Fit one, Fit other, int comfort)
{
    public readonly long Start = start;
    public readonly Fit One = one;
    public readonly Fit Other = other;

    private int comfort = comfort;

    /// <summary>The first that there is.</summary>
    public bool IsSoonest { get; private set; }

    /// <summary>There is one already on the same day of either.</summary>
    public bool IsSecond { get; private set; }

    /// <summary>Chosen, or in the way of one that is.</summary>
    public bool IsGone { get; private set; }

    /// <summary>On whose clocks it is not on the full or half hour.</summary>
    public readonly int Unround => (One.Is(Traits.Round) ? 0 : 1) + (Other.Is(Traits.Round) ? 0 : 1);

    /// <summary>Crooked hours only when there are no others, a second time on a day only when there is no other day, and then comfort.</summary>
    public readonly bool Beats(in Candidate another)
    {
        if (Unround != another.Unround)
            return Unround < another.Unround;
        return IsSecond == another.IsSecond ? comfort > another.comfort : another.IsSecond;
    }

    public void MarkAsSoonest()
    {
        IsSoonest = true;
        comfort += Comfort.Soonest;
    }

    /// <summary>This one was chosen, and both are as long.</summary>
    public void MakeRoomFor(in Candidate chosen, long length)
    {
        var apart = Math.Abs(Start - chosen.Start);
        IsGone |= apart < length;
        IsSecond |= One.Day == chosen.One.Day || Other.Day == chosen.Other.Day;
        if (Math.Min(apart % Stretch.Day, Stretch.Day - (apart % Stretch.Day)) < Stretch.Hour)
            comfort += Comfort.SameHourAgain;
    }
}
