namespace MentorBot.Flows.MyData;

/// <summary>The ids on cards and in forms. Literal and versioned: cards outlive refactorings.</summary>
public static class MyDataActions
{
    // Opener of a form, on other flows' cards, with RelationshipActions.Relationship.
    public const string WhoOpened = "mydata.who-opened.v1";
}
