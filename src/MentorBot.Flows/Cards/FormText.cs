using MentorBot.Domain;

namespace MentorBot.Flows.Cards;

/// <summary>
/// Between what a person wrote and the forms in which it is typed and read. Beside sealing, the one place that opens
/// confidential words. What it gives belongs into a form, never on a card.
/// </summary>
public static class FormText
{
    public static Confidential? Read(string? typed) => Confidential.From(typed);

#pragma warning disable RS0030 // This is one of the places; a test holds that only forms call it.
    public static string? Show(Confidential? words) => words?.Reveal();

    /// <summary>In characters, as the input counts them.</summary>
    public static int Length(Confidential? words) => words?.Reveal().Length ?? 0;
#pragma warning restore RS0030
}
