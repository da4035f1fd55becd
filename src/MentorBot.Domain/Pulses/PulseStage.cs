namespace MentorBot.Domain.Pulses;

/// <summary>Where a check-in stands. Stored by name.</summary>
public enum PulseStage
{
    /// <summary>Can be answered.</summary>
    Open,

    /// <summary>Nothing is taken in any more; the answers are being folded.</summary>
    Folding,

    /// <summary>There are figures, or too few answers for any.</summary>
    Closed,

    /// <summary>Stopped by a coordinator: everything of it is erased, and there is no result.</summary>
    Stopped,
}
