namespace MentorBot.Domain.Experiments;

/// <summary>Given away when its form is opened, so that a form that arrives twice is one thing to try.</summary>
public readonly record struct ExperimentId(string Value)
{
    public override string ToString() => Value;
}
