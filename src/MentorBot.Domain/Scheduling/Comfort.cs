namespace MentorBot.Domain.Scheduling;

/// <summary>What makes a time comfortable for two people: every number of it, and nowhere else.</summary>
public static class Comfort
{
    /// <summary>Well inside both days: what most people would choose for themselves.</summary>
    public const int EarlyOrLateForNeither = 60;

    /// <summary>A free quarter of an hour before and after, for both: time to arrive, and time to think.</summary>
    public const int RoomAround = 30;

    /// <summary>The rest of the day asks little of either.</summary>
    public const int QuietDayForBoth = 30;

    /// <summary>For each for whom it is the weekday and hour of last time: a habit is easy to keep.</summary>
    public const int AsLastTime = 40;

    /// <summary>The first possible time: somebody may be waiting for it.</summary>
    public const int Soonest = 20;

    /// <summary>Pleasant, and no more than that.</summary>
    public const int AfterLunchForBoth = 20;

    /// <summary>Taken off for each whose noon it takes: as bad as an edge, nearly.</summary>
    public const int OverLunch = -80;

    /// <summary>Taken off for each at whose start or end of the day it lies, where both had as many of them.</summary>
    public const int EdgeOfDay = -100;

    /// <summary>Taken off further for each edge that somebody had more than the other, and given back to the other: never so much that an edge is nothing.</summary>
    public const int FairShare = -25;

    /// <summary>So many edges more are evened out at most.</summary>
    public const int MostEdgesMore = 3;

    /// <summary>Taken off for each outside whose usual hours it lies: worse than both edges.</summary>
    public const int OutsideUsualHours = -300;

    /// <summary>Taken off for each half hour begun that it reaches beyond the usual hours.</summary>
    public const int HalfHourOutside = -15;

    /// <summary>Taken off for each other time at about this hour: who is never free then should find one as well.</summary>
    public const int SameHourAgain = -25;

    /// <summary>Taken off for each whole day of waiting: ten days are worth an edge.</summary>
    public const int DayLater = -10;

    /// <param name="edgesMore">How many edges of the day the first had more than the other.</param>
    internal static int Of(Fit one, Fit other, int daysLater, int edgesMore)
    {
        var points = (DayLater * daysLater) + OfEach(one, edgesMore) + OfEach(other, -edgesMore);
        var both = one.Traits & other.Traits;
        if (both.HasFlag(Traits.NotEarlyNorLate))
            points += EarlyOrLateForNeither;
        if (both.HasFlag(Traits.RoomAround))
            points += RoomAround;
        if (both.HasFlag(Traits.QuietDay))
            points += QuietDayForBoth;
        if (both.HasFlag(Traits.AfterLunch))
            points += AfterLunchForBoth;
        return points;
    }

    private static int OfEach(Fit fit, int edgesMore)
    {
        var points = 0;
        if (fit.Is(Traits.AsLastTime))
            points += AsLastTime;
        if (fit.Is(Traits.OverLunch))
            points += OverLunch;
        if (fit.Is(Traits.AtStart | Traits.AtEnd))
            points += EdgeOfDay;
        if (fit.Is(Traits.Outside))
            points += OutsideUsualHours + (HalfHourOutside * fit.HalfHoursOutside);
        if (fit.Is(Traits.AtStart | Traits.AtEnd | Traits.Outside))
            points += FairShare * edgesMore;
        return points;
    }
}
