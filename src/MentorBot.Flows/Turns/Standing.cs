using AdaptiveCards;

namespace MentorBot.Flows.Turns;

/// <summary>How things stand in one flow, for one person.</summary>
/// <param name="Line">One sentence.</param>
/// <param name="Actions">At most two.</param>
public sealed record Standing(string Line, params IReadOnlyList<AdaptiveAction> Actions);
