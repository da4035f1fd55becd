using System.Runtime.CompilerServices;
using MentorBot.Domain;
using MentorBot.Domain.MyData;
using NodaTime.Text;

namespace MentorBot.Storage.MyData;

/// <summary>On which days somebody opened something.</summary>
public sealed class OwnOpeningData(IOpenings openings) : IOwnData
{
    public async IAsyncEnumerable<OwnSection> Of(PersonId person, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var day in await openings.Of(person, cancellationToken))
            yield return OwnSection.Of(OwnKind.Openings).Has("day", LocalDatePattern.Iso.Format(day.Day)).Has("opened", day.What);
    }
}
