namespace MentorBot.Flows.Experiments;

/// <summary>The ids on cards and in forms. Literal and versioned: cards outlive refactorings. The relationship is carried as RelationshipActions.Relationship.</summary>
public static class ExperimentActions
{
    // Opener of a form, with the relationship; and the same from within a form.
    public const string List = "experiments.list.v1";
    public const string ListNext = "experiments.list-next.v1";
}
