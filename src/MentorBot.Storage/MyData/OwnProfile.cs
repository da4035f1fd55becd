using System.Runtime.CompilerServices;
using MentorBot.Domain;
using MentorBot.Domain.MyData;
using MentorBot.Domain.Profiles;

namespace MentorBot.Storage.MyData;

/// <summary>What the bot needs to know to talk with somebody.</summary>
public sealed class OwnProfile(IProfiles profiles) : IOwnData
{
    public async IAsyncEnumerable<OwnSection> Of(PersonId person, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await profiles.Find(person, cancellationToken) is not { } profile)
            yield break;
        yield return OwnSection.Of(OwnKind.Settings)
            .Has("language", profile.Locale)
            .Has("zone", profile.Zone?.Id)
            .Has("chat", profile.Reach?.Conversation)
            .Has("hearsNothingUntilTheyWrite", profile.IsSilent ? "yes" : "no");
    }
}
