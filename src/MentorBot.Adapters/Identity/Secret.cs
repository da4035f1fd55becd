namespace MentorBot.Adapters.Identity;

/// <summary>A secret of the bot's own, such as a password: no log, exception or serializer shows it.</summary>
public sealed class Secret(string value)
{
    /// <summary>For the one call that needs it.</summary>
    public string Reveal() => value;

    public override string ToString() => "(secret)";
}
