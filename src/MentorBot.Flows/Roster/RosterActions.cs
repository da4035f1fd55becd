namespace MentorBot.Flows.Roster;

/// <summary>The ids around the coordinators' list. Literal and versioned: cards outlive refactorings.</summary>
public static class RosterActions
{
    // On the desk.
    public const string Form = "roster.form.v1";

    // In the form; those after the first with what was pasted, the last also with what was looked at.
    public const string Check = "roster.check.v1";
    public const string Change = "roster.change.v1";
    public const string TakeOver = "roster.take-over.v1";

    // On the card of somebody who is asked, with whom.
    public const string NotForMe = "roster.not-for-me.v1";

    // What they carry.
    public const string Person = "person";
    public const string Basis = "basis";
    public const string Mark = "mark";

    // The field.
    public const string Text = "text";
}
