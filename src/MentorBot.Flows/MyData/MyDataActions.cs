namespace MentorBot.Flows.MyData;

/// <summary>The ids on cards and in forms. Literal and versioned: cards outlive refactorings.</summary>
public static class MyDataActions
{
    // Opener of a form, on other flows' cards, with RelationshipActions.Relationship; on one's own card without.
    public const string WhoOpened = "mydata.who-opened.v1";

    // Openers of forms.
    public const string Read = "mydata.read.v1";
    public const string Forget = "mydata.forget.v1";

    // Presses; the first on other flows' cards, too.
    public const string Show = "mydata.show.v1";
    public const string Take = "mydata.take.v1";
    public const string Fine = "mydata.fine.v1";
    public const string ThrowAway = "mydata.throw-away.v1";

    // In forms.
    public const string ReadOn = "mydata.read-on.v1";
    public const string TakeFirst = "mydata.take-first.v1";
    public const string ForgetNext = "mydata.forget-next.v1";
    public const string ForgetNow = "mydata.forget-now.v1";
    public const string KeepEverything = "mydata.keep-everything.v1";

    // Names of what they carry.
    public const string After = "after";
    public const string Number = "number";
}
