using System.Globalization;
using AdaptiveCards;
using MentorBot.Domain.Directory;
using MentorBot.Domain.MyData;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Relationships;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Turns;

namespace MentorBot.Flows.MyData;

/// <summary>Taking along what is one's own: asked for, made outside the turn, fetched once. And the notice that comes before something is erased.</summary>
public sealed class TakeHandler(IDownloads downloads, IOpenings openings, ITakeAddress address, IRelationships relationships, IDirectory directory, MentoringProgramme programme) : IFlow
{
    public void Map(Routes routes)
    {
        routes.Press(MyDataActions.Take, async (turn, submission, token) => await Ask(turn, submission, token) is { } card ? new Answer.Becomes(card) : new Answer.Says(TurnText.OldCard));
        routes.Submit(MyDataActions.TakeFirst, async (turn, submission, token) => await Ask(turn, submission, token) is { } card ? new Answer.Posts(card) : new Answer.Says(TurnText.OldCard));
        routes.Press(MyDataActions.ThrowAway, ThrowAway);
        routes.Press(MyDataActions.Fine, (_, _, _) => Task.FromResult<Answer>(new Answer.Becomes(Card.Settled())));
        routes.Notice(MyDataNotices.Ready, Ready);
        routes.Mention(RelationshipNotices.Expires, Expires);
    }

    /// <summary>A press that comes again reads the same, also when the file lies there by now: its card is in the chat.</summary>
    /// <returns>Null where the button does not say which file it asks for.</returns>
    private async Task<AdaptiveCard?> Ask(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        if (submission.Number(MyDataActions.Number) is not { } last)
            return null;
        var now = await downloads.Decide(turn.Actor.Person, found => Downloading.Ask(found, turn.Actor.Person, last), cancellationToken);
        if (now?.Stage == DownloadStage.Making)
            await openings.Note(turn.Actor.Person, Opened.Everything, turn.Today, cancellationToken);
        return now is { Stage: DownloadStage.Making or DownloadStage.Ready } ? MyDataCards.Making() : MyDataCards.Over(DownloadStage.RunOut, now, programme.Contact);
    }

    private async Task<Answer> ThrowAway(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        if (submission.Number(MyDataActions.Number) is not { } number)
            return new Answer.Says(TurnText.OldCard);
        var now = await downloads.Decide(turn.Actor.Person, found => Downloading.ThrowAway(found, number), cancellationToken);
        return now is null ? new Answer.Says(TurnText.OldCard) : new Answer.Becomes(MyDataCards.Over(now.Number == number ? now.Stage : DownloadStage.RunOut, now, programme.Contact));
    }

    /// <summary>Each time that the card is shown it has a link of its own, and the one before works no longer: so the secret is kept nowhere.</summary>
    private async Task<NoticeCard?> Ready(Notice notice, Reader reader, CancellationToken cancellationToken)
    {
        var number = int.Parse(notice.Subject, CultureInfo.InvariantCulture);
        if (await downloads.Find(reader.Person, cancellationToken) is not { } found)
            return null;
        if (found.Number == number && found.Stage == DownloadStage.Ready && await downloads.NewLink(reader.Person, number, cancellationToken) is { } secret)
            return new(MyDataCards.Ready(found, address.Of(secret), reader), CardLife.Follows);

        found = await downloads.Find(reader.Person, cancellationToken);
        var stage = found?.Number == number ? found.Stage : DownloadStage.RunOut;
        return stage == DownloadStage.Failed && notice.Card is null
            ? new(MyDataCards.Over(stage, found, programme.Contact), CardLife.Once)
            : new(MyDataCards.Over(stage, found, programme.Contact), CardLife.Over);
    }

    private async Task<Mention?> Expires(string subject, Reader reader, CancellationToken cancellationToken)
    {
        if (await relationships.Find(new(subject), cancellationToken) is not { State: RelationshipState.Ended ended } pair || !pair.IsOf(reader.Person))
            return null;
        var name = await directory.NameOf(pair.OtherThan(reader.Person), cancellationToken);
        var day = reader.Day(ended.EraseAt);
        return new(MyDataText.ExpiresLine.With(name, day), MyDataCards.ToTake(), MyDataCards.Expires(pair, name, day));
    }
}
