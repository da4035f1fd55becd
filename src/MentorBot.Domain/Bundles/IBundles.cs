namespace MentorBot.Domain.Bundles;

/// <summary>Where each person's bundle is kept. One that was never written has nothing in it.</summary>
public interface IBundles
{
    Task<Bundle> Find(PersonId person, CancellationToken cancellationToken);

    /// <param name="decide">Pure; asked again when somebody else was faster.</param>
    Task<Bundle> Decide(PersonId person, Func<Bundle, Decision<Bundle, Bundle>> decide, CancellationToken cancellationToken);
}
