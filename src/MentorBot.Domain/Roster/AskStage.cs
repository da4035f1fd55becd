namespace MentorBot.Domain.Roster;

/// <summary>Where it stands with asking somebody, once ever, whether they would like to mentor. Stored by name.</summary>
public enum AskStage
{
    /// <summary>They do not have the bot yet: it is the first thing they see of it.</summary>
    Waits,

    /// <summary>It comes with the next things.</summary>
    Asked,

    /// <summary>They said no, or were forgotten, or need not be asked: nobody asks (again).</summary>
    Settled,
}
