namespace MentorBot.Flows.Console;

/// <summary>The ids on the coordinators' cards. Literal and versioned: cards outlive refactorings.</summary>
public static class ConsoleActions
{
    public const string Desk = "console.desk.v1";
    public const string Offers = "console.offers.v1";
}
