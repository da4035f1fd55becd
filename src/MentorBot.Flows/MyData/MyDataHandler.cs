using MentorBot.Domain.Directory;
using MentorBot.Domain.MyData;
using MentorBot.Domain.Relationships;
using MentorBot.Flows.Relationships;
using MentorBot.Flows.Turns;

namespace MentorBot.Flows.MyData;

/// <summary>The word "my data": what there is, counted; all of it to read; and on which days one opened something.</summary>
public sealed class MyDataHandler(Everything everything, IOpenings openings, IDownloads downloads, IRelationships relationships, IDirectory directory) : IFlow
{
    public void Map(Routes routes)
    {
        routes.Type(Word.Of(() => MyDataText.Word, () => MyDataText.Help, Status));
        routes.Press(MyDataActions.Show, (turn, _, token) => Status(turn, token));
        routes.Form(MyDataActions.WhoOpened, WhoOpened);
        routes.Form(MyDataActions.Read, (turn, _, token) => Read(turn, 0, token));
        routes.Submit(MyDataActions.ReadOn, (turn, submission, token) =>
            submission.Number(MyDataActions.After) is { } after ? Read(turn, after, token) : Task.FromResult<Answer>(new Answer.Says(TurnText.OldCard)));
    }

    private async Task<Answer> Status(Turn turn, CancellationToken cancellationToken)
    {
        var sections = await everything.Of(turn.Actor.Person, cancellationToken);
        var pairs = new List<(Relationship Pair, string Name)>();
        foreach (var pair in await relationships.Of(turn.Actor.Person, cancellationToken))
            pairs.Add((pair, await directory.NameOf(pair.OtherThan(turn.Actor.Person), cancellationToken)));
        return new Answer.Posts(MyDataCards.Status(sections, pairs, await downloads.Find(turn.Actor.Person, cancellationToken), turn.Reader));
    }

    private async Task<Answer> Read(Turn turn, int after, CancellationToken cancellationToken)
    {
        var me = turn.Actor.Person;
        var sections = await everything.Of(me, cancellationToken);
        if (after >= sections.Length)
            return new Answer.Says(MyDataText.Nothing);

        var names = new Dictionary<RelationshipId, string>();
        foreach (var pair in await relationships.Of(me, cancellationToken))
            names[pair.Id] = await directory.NameOf(pair.OtherThan(me), cancellationToken);
        await openings.Note(me, Opened.Everything, turn.Today, cancellationToken);
        return new Answer.Opens(ReadForm.Of(sections, after, names, turn.Reader));
    }

    private async Task<Answer> WhoOpened(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        var me = turn.Actor.Person;
        if (submission.Id(RelationshipActions.Relationship) is not { Length: > 0 } id)
            return new Answer.Opens(WhoOpenedForm.Of(await openings.Of(me, cancellationToken), null, turn.Reader));
        if (await relationships.Find(new(id), cancellationToken) is not { } found)
            return new Answer.Says(TurnText.OldCard);
        if (!found.IsOf(me))
            return new Answer.Says(TurnText.NotYours);
        return new Answer.Opens(WhoOpenedForm.Of(await openings.Of(me, cancellationToken), await directory.NameOf(found.OtherThan(me), cancellationToken), turn.Reader));
    }
}
