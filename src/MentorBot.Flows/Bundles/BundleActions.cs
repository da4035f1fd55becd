namespace MentorBot.Flows.Bundles;

/// <summary>The ids on cards and in forms. Literal and versioned: cards outlive refactorings. The relationship is carried as RelationshipActions.Relationship.</summary>
public static class BundleActions
{
    // Opener of the form that says how much somebody would like to hear.
    public const string Quiet = "bundles.quiet.v1";
}
