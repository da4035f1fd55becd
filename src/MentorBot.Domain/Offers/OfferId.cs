namespace MentorBot.Domain.Offers;

/// <summary>Made when the form is opened, so that a form sent twice is known to be the same.</summary>
public readonly record struct OfferId(string Value)
{
    public override string ToString() => Value;
}
