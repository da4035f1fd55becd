namespace MentorBot.Domain.MyData;

/// <summary>What one capability holds of a person. Each capability has its own; together they are everything that somebody can read and take with them.</summary>
public interface IOwnData
{
    /// <summary>Opens what they wrote. Nothing of the other person is in it.</summary>
    IAsyncEnumerable<OwnSection> Of(PersonId person, CancellationToken cancellationToken);
}
