namespace MentorBot.Settings;

/// <summary>The section "Programme" of the settings: how the organisation runs its mentoring. Checked by <see cref="SettingsReader"/>.</summary>
public sealed class ProgrammeOptions
{
    /// <summary>The organisation's name, as it stands within a sentence on cards.</summary>
    public string Organisation { get; set; } = "";

    /// <summary>What conversations may be about: one to ten, in the order in which people see them.</summary>
    public List<ThemeOptions> Themes { get; } = [];

    /// <summary>Directory ids of who looks after the programme; the first is named on cards.</summary>
    public List<string> Coordinators { get; } = [];

    /// <summary>Directory ids of who is asked as well after a date has passed. Together with the coordinators at least two people.</summary>
    public List<string> Deputies { get; } = [];

    /// <summary>Whom to turn to in need, in one line; it stands on cards, since the bot cannot notice an emergency.</summary>
    public string Contacts { get; set; } = "";

    /// <summary>Who runs the bot; named when something went wrong.</summary>
    public string Contact { get; set; } = "";

    /// <summary>Where a mentor can ask about what they heard without giving a name.</summary>
    public string Safeguarding { get; set; } = "";

    /// <summary>Days, 1 to 3650: how long what was kept stays after something is finished.</summary>
    public int ErasureDays { get; set; }

    /// <summary>Whether the operator confirmed that the organisation may use the Relational Mentoring Index. Without, no check-in goes out.</summary>
    public bool IndexCleared { get; set; }

    /// <summary>Standing groups that may be asked apart from everyone; none by default.</summary>
    public List<GroupOptions> Groups { get; } = [];

    public OfferOptions Offers { get; set; } = new();

    public MatchingOptions Matching { get; set; } = new();
}
