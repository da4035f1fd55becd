using MentorBot.Domain.MyData;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Sessions;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Turns;

namespace MentorBot.Flows.MyData;

/// <summary>To be forgotten: first what it will do, then once more, then one plain line.</summary>
public sealed class ForgetHandler(IForgetting forgetting, IDownloads downloads, IRelationships relationships, IMeetings meetings, MentoringProgramme programme) : IFlow
{
    public void Map(Routes routes)
    {
        routes.Type(Word.Of(() => MyDataText.ForgetWord, null, (_, _) => Task.FromResult<Answer>(new Answer.Posts(
            Card.Line(MyDataText.ForgetLine, Card.Open(MyDataText.ForgetMe, MyDataActions.Forget), MyDataCards.ToTake())))));
        routes.Form(MyDataActions.Forget, async (turn, _, token) =>
            new Answer.Opens(First(await downloads.Find(turn.Actor.Person, token), programme.Organisation)));
        routes.Submit(MyDataActions.ForgetNext, Sure);
        routes.Submit(MyDataActions.KeepEverything, (_, _, _) => Task.FromResult<Answer>(new Answer.Closes()));
        routes.Submit(MyDataActions.ForgetNow, async (turn, _, token) =>
            new Answer.Says(MyDataText.Forgotten.With(turn.Reader.Day(await forgetting.Begin(turn.Actor.Person, token)))));
    }

    private static Form First(Download? last, string organisation) => new(MyDataText.ForgetTitle, Card.Of(
        null,
        [Card.Text(MyDataText.ForgetAtOnce), Card.Text(MyDataText.ForgetLater), Card.Text(MyDataText.ForgetNever.With(organisation)), Card.Text(MyDataText.ForgetMixed)],
        MyDataCards.TakeFirst(last),
        Card.Submit(MyDataText.GoOn, MyDataActions.ForgetNext),
        Card.Submit(MyDataText.KeepEverything, MyDataActions.KeepEverything)));

    private async Task<Answer> Sure(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        var booked = 0;
        foreach (var pair in await relationships.Of(turn.Actor.Person, cancellationToken))
            if (pair.State is RelationshipState.Going && await meetings.Find(pair.Id, cancellationToken) is { } together)
                booked += together.Meetings.Booked.Length;
        return new Answer.Opens(new(MyDataText.SureTitle, Card.Of(
            null,
            [Card.Text(booked switch
            {
                0 => MyDataText.Sure,
                1 => MyDataText.SureOneBooked,
                _ => MyDataText.SureBooked.With(booked),
            })],
            Card.Submit(MyDataText.ForgetMe, MyDataActions.ForgetNow),
            Card.Submit(MyDataText.KeepEverything, MyDataActions.KeepEverything))));
    }
}
