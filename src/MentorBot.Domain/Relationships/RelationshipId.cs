namespace MentorBot.Domain.Relationships;

/// <summary>The same as that of the match from which the relationship came.</summary>
public readonly record struct RelationshipId(string Value)
{
    public override string ToString() => Value;
}
