namespace MentorBot.Settings;

/// <summary>The section "Programme:Matching": the dates around asking for a mentor and being asked. Working days are Monday to Friday where the person asking lives.</summary>
public sealed class MatchingOptions
{
    /// <summary>Working days, 1 to 20: until the people found go out by themselves, or the person asking hears that nobody was found.</summary>
    public int ReleaseWorkingDays { get; set; }

    /// <summary>Working days, 1 to 60: until the person asking hears again, after nobody was found.</summary>
    public int LookAgainWorkingDays { get; set; }

    /// <summary>Working days, 2 to 60: to choose one of the people; then the request is put aside.</summary>
    public int ChooseWorkingDays { get; set; }

    /// <summary>Working days, 2 to 60: for whoever is asked to answer.</summary>
    public int AnswerWorkingDays { get; set; }

    /// <summary>Working days, at least 1 and before both dates above: until the one reminder to choose, or to answer.</summary>
    public int ReminderWorkingDays { get; set; }

    /// <summary>Days, 1 to 365: how long a place is kept without a choice, and a line to forward works.</summary>
    public int PutAsideDays { get; set; }

    /// <summary>Days, 1 to 365: until a form that was kept and not sent is erased.</summary>
    public int DraftDays { get; set; }

    /// <summary>Unanswered questions in a row, 1 to 20, after which a mentor is left to rest.</summary>
    public int SilencesUntilRest { get; set; }
}
