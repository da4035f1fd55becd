using Newtonsoft.Json.Linq;

namespace MentorBot.EndToEnd.BadInput;

public enum May
{
    /// <summary>What arrived is bad: everything kept stays as it was, and no form closes as if it had been taken.</summary>
    ChangeNothing,

    /// <summary>Only something optional is bad, or it is the presser's own to begin: all that is asked is a clear answer.</summary>
    ActAsUsual,
}

/// <summary>One thing to send to the bot at one moment.</summary>
public sealed record Trial(Sighting Sighting, Moment At, JObject Activity, May May);
