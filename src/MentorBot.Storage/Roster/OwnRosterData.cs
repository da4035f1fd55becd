using System.Runtime.CompilerServices;
using MentorBot.Domain;
using MentorBot.Domain.MyData;
using MentorBot.Domain.Roster;

namespace MentorBot.Storage.Roster;

/// <summary>What the coordinators' list says of somebody, and whether they were asked because of it.</summary>
public sealed class OwnRosterData(IRosters rosters) : IOwnData
{
    public async IAsyncEnumerable<OwnSection> Of(PersonId person, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (entry, asked) = (await rosters.Entry(person, cancellationToken), await rosters.Asked(person, cancellationToken));
        if (entry is null && asked is null)
            yield break;
        yield return OwnSection.Of(OwnKind.Roster)
            .Has("group", entry?.Group)
            .Has("thoughtOfAsMentor", entry is null ? null : entry.MayMentor ? "yes" : "no")
            .Has("askedToMentor", asked);
    }
}
