using System.Runtime.CompilerServices;
using MentorBot.Domain;
using MentorBot.Domain.Experiments;
using MentorBot.Domain.MyData;
using MentorBot.Domain.Relationships;
using NodaTime.Text;

namespace MentorBot.Storage.Experiments;

/// <summary>What somebody wrote down to try.</summary>
public sealed class OwnExperimentData(IExperiments experiments, IRelationships relationships) : IOwnData
{
    public async IAsyncEnumerable<OwnSection> Of(PersonId person, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var pair in await relationships.Of(person, cancellationToken))
        {
            foreach (var one in await experiments.Of(person, pair.Id, cancellationToken))
            {
                if (one.Author == person)
                {
                    yield return OwnSection.Of(OwnKind.SomethingToTry, pair.Id, at: one.At)
                        .Says("words", one.Words)
                        .Has("day", one.Day is { } day ? LocalDatePattern.Iso.Format(day) : null)
                        .Has("readers", one.Address.Alone is null ? "both" : "alone");
                }
            }
        }
    }
}
