namespace MentorBot.Domain.Moments;

/// <summary>Given away when its form is opened, so that a form that arrives twice is one moment. Later ones sort after earlier ones.</summary>
public readonly record struct MomentId(string Value)
{
    public override string ToString() => Value;
}
