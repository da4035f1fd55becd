namespace MentorBot.Flows.Bundles;

/// <summary>The ids on cards and in forms. Literal and versioned: cards outlive refactorings.</summary>
public static class BundleActions
{
    // Opener of the form that says how much somebody would like to hear.
    public const string Quiet = "bundles.quiet.v1";

    // In that form.
    public const string SaveQuiet = "bundles.save-quiet.v1";

    // What card and form carry: how much, and the quiet hours.
    public const string HowMuch = "howMuch";
    public const string From = "from";
    public const string To = "to";
}
