namespace MentorBot.Domain.Agreements;

/// <summary>What somebody says to both sheets side by side. It holds for what they saw: after any later change of either, nothing is said.</summary>
/// <param name="Suits">This suits me; or else: let's talk first.</param>
/// <param name="Mine">The revision of what they themselves show.</param>
/// <param name="Theirs">The revision of what the other shows.</param>
public sealed record Stance(bool Suits, int Mine, int Theirs);
