using AdaptiveCards;

namespace MentorBot.Flows.Turns;

/// <summary>The card of a notice, and what becomes of it.</summary>
public sealed record NoticeCard(AdaptiveCard Card, CardLife Life);
