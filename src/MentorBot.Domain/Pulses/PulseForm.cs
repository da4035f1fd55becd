namespace MentorBot.Domain.Pulses;

/// <summary>Which statements a check-in asks about. A, B and C have seven each and cover the index in three check-ins. Stored by name.</summary>
public enum PulseForm
{
    All,
    A,
    B,
    C,
}
