namespace MentorBot.Flows.Scheduling;

/// <summary>The ids on cards and in forms. Literal and versioned: cards outlive refactorings. The relationship is carried as RelationshipActions.Relationship.</summary>
public static class SchedulingActions
{
    // Pressed on other flows' cards, with the relationship: posts times to choose from.
    public const string Find = "scheduling.find.v1";

    // Openers of forms, with the relationship and the number of the booking.
    public const string CancelForm = "scheduling.cancel-form.v1";
    public const string AppearForm = "scheduling.appear-form.v1";
    public const string CalendarFile = "scheduling.calendar-file.v1";

    // On a card with times.
    public const string Choose = "scheduling.choose.v1";
    public const string Look = "scheduling.look.v1";
    public const string LookAgain = "scheduling.look-again.v1";
    public const string Type = "scheduling.type.v1";
    public const string SeriesForm = "scheduling.series-form.v1";

    // After a time was typed.
    public const string Confirm = "scheduling.confirm.v1";
    public const string Book = "scheduling.book.v1";

    // On a card with what is booked.
    public const string Show = "scheduling.show.v1";
    public const string Move = "scheduling.move.v1";
    public const string LeaveOpen = "scheduling.leave-open.v1";
    public const string Keep = "scheduling.keep.v1";
    public const string Fine = "scheduling.fine.v1";
    public const string RatherNot = "scheduling.rather-not.v1";

    // In forms.
    public const string Cancel = "scheduling.cancel.v1";
    public const string MoveNext = "scheduling.move-next.v1";
    public const string AppearNext = "scheduling.appear-next.v1";
    public const string CancelNext = "scheduling.cancel-next.v1";
    public const string Appear = "scheduling.appear.v1";
    public const string Series = "scheduling.series.v1";
    public const string JustOne = "scheduling.just-one.v1";

    // What cards and forms carry, beside the relationship: the number and version of a booking, a time, how long it is to be.
    public const string Number = "number";
    public const string Version = "version";
    public const string Start = "start";
    public const string Minutes = "minutes";

    // What is looked for: not before, and whether outside usual hours as well.
    public const string From = "from";
    public const string Beyond = "beyond";

    // The inputs of forms.
    public const string As = "as";
    public const string Subject = "subject";
    public const string Starts = "starts";
    public const string HowOften = "how-often";
    public const string HowMany = "how-many";
    public const string File = "file";
}
