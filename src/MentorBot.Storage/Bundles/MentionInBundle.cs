using MentorBot.Domain.Bundles;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Profiles;
using MentorBot.Storage.Outbox;
using NodaTime;

namespace MentorBot.Storage.Bundles;

/// <summary>Lets something wait until it may be mentioned. Who wants to hear nothing at all until they write does not hear of it.</summary>
public sealed class MentionInBundle(IBundles bundles, IProfiles profiles, IDirectory directory, IClock clock) : IStep
{
    public string Kind => BundleNotices.Mention;

    public async Task Run(string home, string subject, CancellationToken cancellationToken)
    {
        var (whom, thing) = BundleNotices.In(subject);
        var profile = await profiles.Find(whom, cancellationToken);
        if (profile is { IsSilent: true })
            return;
        var zone = await directory.ZoneOf(whom, profile, cancellationToken);
        await bundles.Decide(whom, bundle => Bundling.Mention(bundle, thing, zone, clock.GetCurrentInstant()), cancellationToken);
    }
}
