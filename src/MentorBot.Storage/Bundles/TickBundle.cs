using MentorBot.Domain;
using MentorBot.Domain.Bundles;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Profiles;
using MentorBot.Storage.Outbox;
using NodaTime;

namespace MentorBot.Storage.Bundles;

/// <summary>What has come together for somebody goes out, without what has become moot meanwhile.</summary>
public sealed class TickBundle(IBundles bundles, IMentions mentions, IProfiles profiles, IDirectory directory, IClock clock) : IStep
{
    public string Kind => BundleNotices.Tick;

    public async Task Run(string home, string subject, CancellationToken cancellationToken)
    {
        var whom = new PersonId(home);
        var moot = new HashSet<Thing>();
        foreach (var thing in (await bundles.Find(whom, cancellationToken)).Waiting)
            if (!await mentions.Holds(whom, thing, cancellationToken))
                moot.Add(thing);

        var zone = await directory.ZoneOf(whom, await profiles.Find(whom, cancellationToken), cancellationToken);
        await bundles.Decide(whom, bundle => Bundling.Tick(bundle, thing => !moot.Contains(thing), zone, clock.GetCurrentInstant()), cancellationToken);
    }
}
