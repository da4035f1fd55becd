namespace MentorBot.Domain.Scheduling;

/// <summary>Why a time was found, as a sentence can say it.</summary>
public enum SlotReason
{
    FitsBothDays,
    EarlyOrLateForNeither,
    AfterLunchForBoth,
    QuietDayForBoth,
    RoomAround,
    Soonest,
    AsLastTime,
    StartOfYourDay,
    EndOfYourDay,

    /// <summary>Only when asked for.</summary>
    OutsideUsualHours,

    /// <summary>Where it is outside the other's usual hours, and nothing else can be said.</summary>
    FitsYourDay,
}
