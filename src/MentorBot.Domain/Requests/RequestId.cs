namespace MentorBot.Domain.Requests;

/// <summary>Made when the form is opened, so that a form sent twice is known to be the same.</summary>
public readonly record struct RequestId(string Value)
{
    public override string ToString() => Value;
}
