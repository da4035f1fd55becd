namespace MentorBot.Domain.Bundles;

/// <summary>Whether there is still something to say about what waits to be mentioned.</summary>
public interface IMentions
{
    Task<bool> Holds(PersonId whom, Thing thing, CancellationToken cancellationToken);
}
