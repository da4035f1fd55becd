namespace MentorBot.Flows.Moments;

/// <summary>The ids on cards and in forms. Literal and versioned: cards outlive refactorings.</summary>
public static class MomentActions
{
    // Openers of forms.
    public const string Write = "moments.write.v1";
    public const string ReadAll = "moments.read-all.v1";

    // In forms, to the next one: those further back.
    public const string ReadOn = "moments.read-on.v1";

    // In a form.
    public const string Keep = "moments.keep.v1";

    // What forms carry: which one; after how many newer ones.
    public const string Moment = "moment";
    public const string After = "after";

    // Fields.
    public const string Words = "words";
    public const string Readers = "readers";
}
