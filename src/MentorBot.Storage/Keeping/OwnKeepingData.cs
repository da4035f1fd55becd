using System.Runtime.CompilerServices;
using MentorBot.Domain;
using MentorBot.Domain.Keeping;
using MentorBot.Domain.MyData;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Sessions;

namespace MentorBot.Storage.Keeping;

/// <summary>What somebody keeps of conversations: their own lines and drafts, and what both keep where both said that it may be taken along.</summary>
public sealed class OwnKeepingData(IKeeping keeping, IMeetings meetings, IRelationships relationships) : IOwnData
{
    public async IAsyncEnumerable<OwnSection> Of(PersonId person, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var pair in await relationships.Of(person, cancellationToken))
        {
            var last = (await meetings.Find(pair.Id, cancellationToken))?.Meetings.Last ?? 0;
            for (var number = 1; number <= last; number++)
            {
                if ((await keeping.Find(pair.Id, number, cancellationToken)).Keep is { } keep)
                {
                    if (keep is { Stage: KeepStage.Kept, MayTakeAlong: true })
                        yield return OwnSection.Of(OwnKind.Kept, pair.Id, number).Says("words", keep.Text);
                    foreach (var draft in keep.OwnOf(person))
                        yield return OwnSection.Of(OwnKind.Draft, pair.Id, number).Says("words", draft.Words);
                }

                var own = await keeping.Own(person, pair.Id, number, cancellationToken);
                if (!own.IsEmpty)
                    yield return own.Lines.Aggregate(OwnSection.Of(OwnKind.OwnLines, pair.Id, number).Says("alone", own.Alone), (section, line) => section.Says("words", line.Words));
            }
        }
    }
}
