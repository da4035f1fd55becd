namespace MentorBot.Domain.Scheduling;

/// <summary>A time that both are free at, and how well it suits.</summary>
/// <remarks>There are a thousand of them in a search of eight weeks: a small one, and changed in place.</remarks>
internal struct Candidate(long start, Fit one, Fit other, int comfort)
{
    public readonly long Start = start;
    public readonly Fit One = one;
    public readonly Fit Other = other;
    private readonly int comfort = comfort;

    public bool IsSoonest;

    /// <summary>There is one already on the same day of either.</summary>
    public bool IsSecond;

    /// <summary>Chosen, or in the way of one that is.</summary>
    public bool IsGone;

    /// <summary>On whose clocks it is not on the full or half hour.</summary>
    public readonly int Unround => (One.Is(Traits.Round) ? 0 : 1) + (Other.Is(Traits.Round) ? 0 : 1);

    /// <summary>Crooked hours only when there are no others, a second time on a day only when there is no other day, and then comfort.</summary>
    public readonly bool Beats(in Candidate another)
    {
        if (Unround != another.Unround)
            return Unround < another.Unround;
        return IsSecond == another.IsSecond ? Comfort > another.Comfort : another.IsSecond;
    }

    private readonly int Comfort => comfort + (IsSoonest ? Scheduling.Comfort.Soonest : 0);
}
