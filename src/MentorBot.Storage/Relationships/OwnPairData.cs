using System.Runtime.CompilerServices;
using MentorBot.Domain;
using MentorBot.Domain.MyData;
using MentorBot.Domain.Relationships;
using NodaTime.Text;

namespace MentorBot.Storage.Relationships;

/// <summary>With whom somebody talks; and what they wrote when they asked, if they were the one who did.</summary>
public sealed class OwnPairData(IRelationships relationships) : IOwnData
{
    public async IAsyncEnumerable<OwnSection> Of(PersonId person, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var pair in await relationships.Of(person, cancellationToken))
        {
            var section = OwnSection.Of(OwnKind.Pair, pair.Id, at: pair.Begun).Has("role", pair.AsPeers ? "asEquals" : pair.ByTurns ? "byTurns" : pair.Mentor == person ? "asMentor" : "withAMentor");
            if (pair.State is RelationshipState.Ended ended)
                section = section.Has("ended", InstantPattern.ExtendedIso.Format(ended.At)).Has("erasedAt", InstantPattern.ExtendedIso.Format(ended.EraseAt));

            // An invitation has no words of this kind; who asked is the mentee.
            yield return pair.Mentee == person ? section.Says("words", pair.Asked.Words).Has("themes", string.Join(", ", pair.Asked.Themes)) : section;
        }
    }
}
