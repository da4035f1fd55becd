namespace MentorBot.Domain.Matching;

/// <summary>One time that one person is asked for another. The relationship that comes of it has the same id.</summary>
public readonly record struct MatchId(string Value)
{
    public override string ToString() => Value;
}
