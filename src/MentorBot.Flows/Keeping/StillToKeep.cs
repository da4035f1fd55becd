using MentorBot.Domain.Directory;
using MentorBot.Domain.Keeping;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Sessions;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Turns;

namespace MentorBot.Flows.Keeping;

/// <summary>"Where am I" brings back what may still be kept of the last conversation: the card for it may lie far up in the chat.</summary>
public sealed class StillToKeep(IRelationships relationships, IMeetings meetings, IKeeping keeping, IDirectory directory) : IFlow
{
    public void Map(Routes routes) => routes.TellsStanding(Standings);

    private async Task<IReadOnlyList<Standing>> Standings(Turn turn, CancellationToken cancellationToken)
    {
        var me = turn.Actor.Person;
        var standings = new List<Standing>();
        foreach (var pair in await relationships.Of(me, cancellationToken))
        {
            if (!pair.MayKeep || await meetings.Find(pair.Id, cancellationToken) is not { Meetings.Session: { IsOpen: false } last }
                || (await keeping.Find(pair.Id, last.Number, cancellationToken)).Keep is not { Stage: KeepStage.Open } keep
                || (keep.OnTable == 0 && keep.Of(me).Wish == KeepWish.Nothing))
                continue;
            var found = new FoundKeep(pair, keep, me, await directory.NameOf(pair.OtherThan(me), cancellationToken));
            standings.Add(new(
                KeepingText.StandingOpen.With(found.Name, turn.Reader.Day(keep.Until)),
                keep.Until,
                keep.OnTable == 0
                    ? Card.Open(KeepingText.KeepSomething, KeepingActions.Draft, found.Ids)
                    : Card.Open(KeepingText.ReadIt, KeepingActions.Read, found.Ids)));
        }

        return standings;
    }
}
