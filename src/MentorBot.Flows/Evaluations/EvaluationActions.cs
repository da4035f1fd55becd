using System.Globalization;

namespace MentorBot.Flows.Evaluations;

/// <summary>The ids on cards and in forms about looking back. Literal and versioned: cards outlive refactorings.</summary>
public static class EvaluationActions
{
    // On cards.
    public const string TakeBack = "evaluations.take-back.v1";

    // Openers of forms.
    public const string Write = "evaluations.write.v1";
    public const string Read = "evaluations.read.v1";

    // In forms, to the next one.
    public const string Preview = "evaluations.preview.v1";
    public const string Change = "evaluations.change.v1";
    public const string ReadNext = "evaluations.read-next.v1";

    // In forms.
    public const string Send = "evaluations.send.v1";
    public const string TakeBackHere = "evaluations.take-back-here.v1";

    // What cards and forms carry, beside the relationship: which revision was seen, how many answers were read already.
    public const string Seen = "seen";
    public const string After = "after";

    /// <param name="question">From 0.</param>
    public static string Answer(int question) => string.Create(CultureInfo.InvariantCulture, $"answer{question + 1}");
}
