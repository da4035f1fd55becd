namespace MentorBot.Domain.Pulses;

/// <summary>Which check-in. Never reused.</summary>
public readonly record struct PulseId(string Value)
{
    public override string ToString() => Value;
}
