using System.Globalization;
using MentorBot.Domain;
using MentorBot.Domain.Bundles;
using MentorBot.Flows.Turns;
using NodaTime;

namespace MentorBot.Flows.Bundles;

/// <summary>Asks the flow whose mention it is: one that it would not show is moot. So is one of a kind that no flow knows (any more).</summary>
public sealed class MentionsNow(Routes routes) : IMentions
{
    public async Task<bool> Holds(PersonId whom, Thing thing, CancellationToken cancellationToken) =>
        routes.Mentions.TryGetValue(thing.Kind, out var render)
        && await render(thing.About, new Reader(whom, DateTimeZone.Utc, CultureInfo.InvariantCulture), cancellationToken) is not null;
}
