namespace MentorBot.Flows.Agreements;

/// <summary>The ids on cards and in forms. Literal and versioned: cards outlive refactorings. The relationship is carried as RelationshipActions.Relationship.</summary>
public static class AgreementActions
{
    // Opener of the form with the nine questions, with the relationship; and the same from within a form.
    public const string Open = "agreements.open.v1";
    public const string OpenNext = "agreements.open-next.v1";
}
