namespace MentorBot.Flows.Pulses;

/// <summary>The ids on cards and in forms. Literal and versioned: cards outlive refactorings. A relationship is carried as RelationshipActions.Relationship.</summary>
public static class PulseActions
{
    // On coordinators' cards; the last two with a check-in.
    public const string CheckIns = "pulses.check-ins.v1";
    public const string LaunchForm = "pulses.launch-form.v1";
    public const string StopForm = "pulses.stop-form.v1";
    public const string EndRow = "pulses.end-row.v1";

    // In their forms.
    public const string Check = "pulses.check.v1";
    public const string ChangePlan = "pulses.change-plan.v1";
    public const string Launch = "pulses.launch.v1";
    public const string Stop = "pulses.stop.v1";

    // On the cards of those who are asked, with a check-in and a relationship.
    public const string AnswerForm = "pulses.answer-form.v1";
    public const string NotThisTime = "pulses.not-this-time.v1";
    public const string TakeBack = "pulses.take-back.v1";

    // In their form.
    public const string Send = "pulses.send.v1";

    // Somebody would like a word: opens the form, and in it.
    public const string WordForm = "pulses.word-form.v1";
    public const string Tell = "pulses.tell.v1";

    // On the card of a result, with a check-in.
    public const string NotShown = "pulses.not-shown.v1";
    public const string Table = "pulses.table.v1";

    // In the form with the table.
    public const string File = "pulses.file.v1";

    // One's own answers: on cards, from within a form, and in it, with a check-in and a relationship.
    public const string Own = "pulses.own.v1";
    public const string OwnNext = "pulses.own-next.v1";
    public const string Statements = "pulses.statements.v1";
    public const string EraseNext = "pulses.erase-next.v1";
    public const string Erase = "pulses.erase.v1";

    // What cards and forms carry.
    public const string Pulse = "pulse";
    public const string Audience = "audience";

    // Fields; the form that says "ready" carries them on.
    public const string Who = "who";
    public const string HowMuch = "how-much";
    public const string Until = "until";
    public const string Again = "again";
    public const string Whom = "whom";
    public const string How = "how";
    public const string Figures = "figures";

    // What "who" is for all, and "again" for once.
    public const string Everyone = "everyone";
    public const string Once = "0";

    /// <summary>The field of one statement, by its number.</summary>
    public static string Statement(int item) => "statement-" + item.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
