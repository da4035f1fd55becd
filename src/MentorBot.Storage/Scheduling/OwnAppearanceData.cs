using System.Runtime.CompilerServices;
using MentorBot.Domain;
using MentorBot.Domain.MyData;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Scheduling;

namespace MentorBot.Storage.Scheduling;

/// <summary>How conversations appear in somebody's own calendar, and which events there they are.</summary>
public sealed class OwnAppearanceData(IAppearances appearances, CalendarEventRows events, IRelationships relationships) : IOwnData
{
    public async IAsyncEnumerable<OwnSection> Of(PersonId person, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var pair in await relationships.Of(person, cancellationToken))
        {
            if (await appearances.Find(person, pair.Id, cancellationToken) is { Revision: > 0 } chosen)
                yield return OwnSection.Of(OwnKind.Appearance, pair.Id).Says("subject", chosen.Subject).Has("as", chosen.As.ToString());
            foreach (var id in await events.Of(person, pair.Id, cancellationToken))
                yield return OwnSection.Of(OwnKind.Appearance, pair.Id).Has("eventInMailbox", id);
        }
    }
}
