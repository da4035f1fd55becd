using MentorBot.Benchmarks.Load;
using MentorBot.Domain;
using MentorBot.Domain.Profiles;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace MentorBot.Benchmarks.Children;

/// <summary>People who have met the bot.</summary>
public sealed class Reachable(IServiceProvider services)
{
    private readonly IProfiles profiles = services.GetRequiredService<IProfiles>();

    public Task Reach(PersonId person, Uri serviceUrl, CancellationToken cancellationToken) => profiles.Change(
        person,
        profile => profile with
        {
            Reach = new Reach(serviceUrl.AbsoluteUri, Activities.Channel, Activities.ConversationOf(person), Activities.UserOf(person), Activities.Bot),
            Locale = Activities.Locale,
            Zone = DateTimeZoneProviders.Tzdb[Activities.Zone],
            Welcomed = true,
        },
        cancellationToken);
}
