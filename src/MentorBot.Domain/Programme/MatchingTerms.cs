namespace MentorBot.Domain.Programme;

/// <summary>The dates around asking and being asked. Working days are Monday to Friday in the zone of the person asking.</summary>
/// <param name="ReleaseWorkingDays">Working days until the people found go out by themselves, or the person asking hears that nobody was found; one where it is pressing.</param>
/// <param name="LookAgainWorkingDays">Working days until the person asking hears again, after nobody was found.</param>
/// <param name="ChooseWorkingDays">Working days to choose; then it is put aside.</param>
/// <param name="AnswerWorkingDays">Working days for whoever is asked to answer.</param>
/// <param name="ReminderWorkingDays">Working days after which the one reminder of either is sent.</param>
/// <param name="PutAsideDays">Days for which a place is kept without a choice, and for which a line to forward works.</param>
/// <param name="HoldDays">Days by which a coordinator may put off a release, once.</param>
/// <param name="DraftDays">Days after which a form that was kept and not sent is erased.</param>
/// <param name="SilencesUntilRest">Unanswered questions in a row after which a mentor is left to rest.</param>
public sealed record MatchingTerms(
    int ReleaseWorkingDays,
    int LookAgainWorkingDays,
    int ChooseWorkingDays,
    int AnswerWorkingDays,
    int ReminderWorkingDays,
    int PutAsideDays,
    int HoldDays,
    int DraftDays,
    int SilencesUntilRest);
