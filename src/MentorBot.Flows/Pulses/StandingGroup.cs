namespace MentorBot.Flows.Pulses;

/// <summary>A group that a check-in may ask, as the operator configured it.</summary>
/// <param name="Id">Stored and sent; lower-case letters, digits and hyphens.</param>
/// <param name="Name">As people read it.</param>
public sealed record StandingGroup(string Id, string Name);
