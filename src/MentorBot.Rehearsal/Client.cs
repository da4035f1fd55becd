namespace MentorBot.Rehearsal;

/// <summary>Which Teams somebody uses.</summary>
public enum Client
{
    /// <summary>Presses travel as invokes (<c>Action.Execute</c>); the answer may replace the card.</summary>
    Current,

    /// <summary>Does not know <c>Action.Execute</c>: shows its <c>Action.Submit</c> fallback, or no button where there is none. Searches nothing while one types.</summary>
    Old,
}
