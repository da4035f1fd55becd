namespace MentorBot.Settings;

/// <summary>The section "Programme:Offers": the dates around an offer to mentor.</summary>
public sealed class OfferOptions
{
    /// <summary>Working days, 1 to 60, Monday to Friday where the person lives: for a coordinator to look at an offer.</summary>
    public int ReviewWorkingDays { get; set; }

    /// <summary>Days, 1 to 365, and before the erasure: until the one reminder of the try-out.</summary>
    public int TryOutReminderDays { get; set; }

    /// <summary>Days, 2 to 365: until an offer without a try-out is erased.</summary>
    public int TryOutErasureDays { get; set; }

    /// <summary>Days, 1 to 365: until a form that was kept and not sent is erased.</summary>
    public int DraftDays { get; set; }
}
