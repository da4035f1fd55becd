namespace MentorBot.Flows.Experiments;

/// <summary>The ids on cards and in forms. Literal and versioned: cards outlive refactorings. The relationship is carried as RelationshipActions.Relationship.</summary>
public static class ExperimentActions
{
    // From within a form of another flow, with the relationship.
    public const string ListNext = "experiments.list-next.v1";

    // On the reminder, with the relationship and the thing to try: opens it, asks for another day, puts it away.
    public const string Read = "experiments.read.v1";
    public const string DayForm = "experiments.day-form.v1";
    public const string PutAway = "experiments.put-away.v1";

    // In forms, to the next one.
    public const string NewNext = "experiments.new-next.v1";
    public const string ChangeNext = "experiments.change-next.v1";

    // In forms.
    public const string Save = "experiments.save.v1";
    public const string SaveDay = "experiments.save-day.v1";
    public const string PutAwayHere = "experiments.put-away-here.v1";

    // What cards and forms carry beside the relationship: which one, whose alone it is, the version that was shown.
    public const string Experiment = "experiment";
    public const string Whose = "whose";
    public const string Seen = "seen";

    // What "whose" is: of a new one its field says who may read it.
    public const string New = "new";
    public const string Both = "both";
    public const string Mine = "mine";

    // Fields.
    public const string Words = "words";
    public const string Readers = "readers";
    public const string Day = "day";
    public const string Remind = "remind";
}
