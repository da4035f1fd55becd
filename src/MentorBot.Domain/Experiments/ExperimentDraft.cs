using NodaTime;

namespace MentorBot.Domain.Experiments;

/// <summary>What somebody says about something to try.</summary>
/// <param name="Remind">Once, in the morning of that day.</param>
public sealed record ExperimentDraft(Confidential? Words, LocalDate? Day, bool Remind);
