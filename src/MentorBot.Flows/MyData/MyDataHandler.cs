using MentorBot.Domain.Directory;
using MentorBot.Domain.MyData;
using MentorBot.Domain.Relationships;
using MentorBot.Flows.Relationships;
using MentorBot.Flows.Turns;

namespace MentorBot.Flows.MyData;

/// <summary>What the bot knows about oneself. For now: on which days one opened something.</summary>
public sealed class MyDataHandler(IOpenings openings, IRelationships relationships, IDirectory directory) : IFlow
{
    public void Map(Routes routes) => routes.Form(MyDataActions.WhoOpened, WhoOpened);

    private async Task<Answer> WhoOpened(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        var me = turn.Actor.Person;
        if (submission.Id(RelationshipActions.Relationship) is not { Length: > 0 } id || await relationships.Find(new(id), cancellationToken) is not { } found)
            return new Answer.Says(TurnText.OldCard);
        if (!found.IsOf(me))
            return new Answer.Says(TurnText.NotYours);
        return new Answer.Opens(WhoOpenedForm.Of(await openings.Of(me, cancellationToken), await directory.NameOf(found.OtherThan(me), cancellationToken), turn.Reader));
    }
}
