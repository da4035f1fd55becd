using MentorBot.Domain;
using MentorBot.Domain.Profiles;

namespace MentorBot.Flows.Tests;

/// <summary>Profiles of people who have been welcomed, unless a test says otherwise.</summary>
internal sealed class ProfilesInMemory : IProfiles
{
    private readonly Dictionary<PersonId, Profile> profiles = [];

    public List<PersonId> Welcomed { get; } = [];

    public Profile Of(PersonId person) => profiles.GetValueOrDefault(person) ?? Profile.Of(person) with { Welcomed = true };

    public void Set(Profile profile) => profiles[profile.Person] = profile;

    /// <summary>What reading a profile runs into.</summary>
    public Exception? Problem { get; set; }

    public Task<Profile?> Find(PersonId person, CancellationToken cancellationToken) =>
        Problem is null ? Task.FromResult<Profile?>(Of(person)) : Task.FromException<Profile?>(Problem);

    public Task<Profile> Change(PersonId person, Func<Profile, Profile> change, CancellationToken cancellationToken)
    {
        Set(change(Of(person)));
        return Task.FromResult(Of(person));
    }

    public Task<bool> WasForgotten(PersonId person, CancellationToken cancellationToken) => Task.FromResult(false);

    public Task Welcome(PersonId person, CancellationToken cancellationToken)
    {
        Welcomed.Add(person);
        return Change(person, profile => profile with { Welcomed = true }, cancellationToken);
    }
}
