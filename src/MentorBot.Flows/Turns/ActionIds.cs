namespace MentorBot.Flows.Turns;

/// <summary>The ids of buttons that cards of several flows carry. Literal and versioned: cards outlive refactorings.</summary>
public static class ActionIds
{
    public const string Help = "welcome.help.v1";
    public const string WhereAmI = "welcome.where.v1";
    public const string WhoSeesWhat = "welcome.who-sees-what.v1";
    public const string CloseForm = "forms.close.v1";
}
