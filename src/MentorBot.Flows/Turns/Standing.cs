using AdaptiveCards;
using NodaTime;

namespace MentorBot.Flows.Turns;

/// <summary>How things stand in one matter, for one person.</summary>
/// <param name="Line">One sentence.</param>
/// <param name="By">The date in it, by which the nearest comes first; null where there is none.</param>
/// <param name="Actions">At most two.</param>
public sealed record Standing(string Line, Instant? By, params IReadOnlyList<AdaptiveAction> Actions);
