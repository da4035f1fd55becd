namespace MentorBot.Flows.Scheduling;

/// <summary>The ids on cards and in forms. Literal and versioned: cards outlive refactorings. The relationship is carried as RelationshipActions.Relationship.</summary>
public static class SchedulingActions
{
    // Pressed on other flows' cards, with the relationship: posts times to choose from.
    public const string Find = "scheduling.find.v1";

    // Openers of forms, with the relationship and the number of the booking.
    public const string CancelForm = "scheduling.cancel-form.v1";
    public const string AppearForm = "scheduling.appear-form.v1";

    // What cards and forms carry, beside the relationship.
    public const string Number = "number";
}
