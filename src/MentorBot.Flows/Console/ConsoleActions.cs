namespace MentorBot.Flows.Console;

/// <summary>The ids on the coordinators' cards and in their forms. Literal and versioned: cards outlive refactorings.</summary>
public static class ConsoleActions
{
    public const string Desk = "console.desk.v1";
    public const string Offers = "console.offers.v1";

    // On cards about one person who waits; they carry whose request it is, and which.
    public const string Waiting = "console.waiting.v1";
    public const string Next = "console.next.v1";
    public const string Person = "console.person.v1";
    public const string Three = "console.three.v1";
    public const string Talk = "console.talk.v1";
    public const string Hold = "console.hold.v1";
    public const string Send = "console.send.v1";
    public const string ReadForm = "console.read-form.v1";
    public const string SuggestForm = "console.suggest-form.v1";

    // In the form of a suggestion.
    public const string Suggest = "console.suggest.v1";

    // On the card of everybody at once.
    public const string Everyone = "console.everyone.v1";
    public const string LookThrough = "console.look-through.v1";
    public const string SendAllForm = "console.send-all-form.v1";

    // In its forms.
    public const string Page = "console.page.v1";
    public const string AskAll = "console.ask-all.v1";
    public const string SendAll = "console.send-all.v1";

    /// <summary>Those on the card: who is sent is who was looked at.</summary>
    public const string People = "people";
}
