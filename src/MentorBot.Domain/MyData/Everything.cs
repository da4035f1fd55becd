using System.Collections.Immutable;

namespace MentorBot.Domain.MyData;

/// <summary>All that is held of somebody, kind by kind, and within a kind in the order in which it is held.</summary>
public sealed class Everything(IEnumerable<IOwnData> parts)
{
    public async Task<ImmutableArray<OwnSection>> Of(PersonId person, CancellationToken cancellationToken)
    {
        var sections = new List<OwnSection>();
        foreach (var part in parts)
            await foreach (var section in part.Of(person, cancellationToken))
                sections.Add(section);
        return [.. sections.OrderBy(section => section.Kind)];
    }
}
