using System.Runtime.CompilerServices;
using MentorBot.Domain;
using MentorBot.Domain.Moments;
using MentorBot.Domain.MyData;

namespace MentorBot.Storage.Moments;

/// <summary>Moments that somebody noted. A copy that the other may read has the same words.</summary>
public sealed class OwnMomentData(IMoments moments) : IOwnData
{
    public async IAsyncEnumerable<OwnSection> Of(PersonId person, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var moment in await moments.Of(person, cancellationToken))
        {
            var section = OwnSection.Of(OwnKind.Moment, at: moment.At).Says("words", moment.Words).Has("readers", moment.Shared.IsEmpty ? "alone" : "both");
            yield return moment.Shared is [var only] ? section with { With = only } : section;
        }
    }
}
