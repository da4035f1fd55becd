using System.Runtime.CompilerServices;
using MentorBot.Domain;
using MentorBot.Domain.MyData;

namespace MentorBot.Flows.Tests;

/// <summary>What is held of everybody.</summary>
internal sealed class OwnDataInMemory : List<OwnSection>, IOwnData
{
    public async IAsyncEnumerable<OwnSection> Of(PersonId person, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        foreach (var section in this)
            yield return section;
    }
}
