namespace MentorBot.Domain.Pulses;

/// <summary>One line of a result.</summary>
public sealed record ShownScore(NumberBand Number, ShownMean Mean, ShownSpread Spread);
