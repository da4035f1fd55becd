namespace MentorBot.Domain.Programme;

/// <summary>The dates around an offer.</summary>
/// <param name="ReviewWorkingDays">Working days (Monday to Friday, in the zone of the person offering) for a coordinator to look at it.</param>
/// <param name="TryOutReminderDays">Days after which the one reminder of the try-out is sent.</param>
/// <param name="TryOutErasureDays">Days after which an offer without a try-out is erased.</param>
/// <param name="DraftDays">Days after which a form that was kept and not sent is erased.</param>
public sealed record OfferTerms(int ReviewWorkingDays, int TryOutReminderDays, int TryOutErasureDays, int DraftDays);
