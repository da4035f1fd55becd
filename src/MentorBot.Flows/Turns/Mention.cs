using AdaptiveCards;

namespace MentorBot.Flows.Turns;

/// <summary>Something to be mentioned in no hurry, as it reads now.</summary>
/// <param name="Line">One sentence among several.</param>
/// <param name="Open">The button behind that line.</param>
/// <param name="Alone">The whole card, where nothing else is to be mentioned.</param>
public sealed record Mention(string Line, AdaptiveAction Open, AdaptiveCard Alone);
