using System.Runtime.CompilerServices;
using MentorBot.Domain;
using MentorBot.Domain.Bundles;
using MentorBot.Domain.MyData;
using NodaTime.Text;

namespace MentorBot.Storage.Bundles;

/// <summary>How much somebody would like to hear unprompted, and when.</summary>
public sealed class OwnBundleData(IBundles bundles) : IOwnData
{
    public async IAsyncEnumerable<OwnSection> Of(PersonId person, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var bundle = await bundles.Find(person, cancellationToken);
        yield return OwnSection.Of(OwnKind.Messages)
            .Has("howMuch", bundle.Choice.ToString())
            .Has("pausedUntil", bundle.PausedUntil is { } until ? InstantPattern.ExtendedIso.Format(until) : null)
            .Has("quietFrom", LocalTimePattern.GeneralIso.Format(bundle.QuietHours.From))
            .Has("quietTo", LocalTimePattern.GeneralIso.Format(bundle.QuietHours.To));
    }
}
