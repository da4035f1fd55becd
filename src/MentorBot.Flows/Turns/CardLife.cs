namespace MentorBot.Flows.Turns;

/// <summary>How long a card follows its subject.</summary>
public enum CardLife
{
    /// <summary>It is posted, and replaced whenever the subject changes.</summary>
    Follows,

    /// <summary>It is posted, and stays as it is.</summary>
    Once,

    /// <summary>Its matter is over: it replaces the card that is there; where none is, nothing is posted.</summary>
    Over,
}
