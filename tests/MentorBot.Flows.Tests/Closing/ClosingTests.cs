using MentorBot.Domain;
using MentorBot.Domain.Closing;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Relationships;
using MentorBot.Flows.Closing;
using MentorBot.Flows.Tests.Cards;
using MentorBot.Flows.Tests.Matching;
using MentorBot.Flows.Tests.Relationships;
using MentorBot.Flows.Turns;
using static MentorBot.Flows.Tests.FlowRoom;

namespace MentorBot.Flows.Tests.Closing;

/// <summary>Chidi and Ana are asked whether they go on; and either may pause or finish.</summary>
public sealed class ClosingTests : IDisposable
{
    private readonly FlowRoom room = Between.Room();

    public static TheoryData<string> Everything =>
    [
        ClosingActions.PauseNext, ClosingActions.FinishNext, ClosingActions.ApartNext, ClosingActions.Pause, ClosingActions.Finish, ClosingActions.LastOne, ClosingActions.Suggest,
    ];

    public void Dispose() => room.Dispose();

    [Theory]
    [MemberData(nameof(Everything))]
    public async Task Nobody_else_does_anything_and_nobody_does_after_the_end(string action)
    {
        Assert.Equal(Sentences.NotYours, await room.Submit(Noor, action, Between.Ids));
        room.Relationships[Between.Id] = Between.In(Between.Ended(Ana, Ending.Finished));
        Assert.Equal(Sentences.OldCard, await room.Submit(Ana, action, Between.Ids));
        Assert.Equal(Sentences.OldCard, await room.Submit(Ana, action));
    }

    [Fact]
    public async Task A_yes_shows_the_other_nothing_and_a_second_press_shows_the_same()
    {
        Asks(LookKind.AfterFirst);
        var yes = EveryCard.Only(await GoesOn(Ana));
        Assert.Equal(yes.Json.ToString(), EveryCard.Only(await GoesOn(Ana)).Json.ToString());
        Assert.Empty(room.Closings.Consequences);

        await GoesOn(Asked.Chidi);
        Assert.Contains(room.Closings.Consequences, each => each.Kind == RelationshipNotices.OfferTimes);
    }

    [Fact]
    public async Task A_card_from_an_earlier_time_answers_nothing()
    {
        Asks(LookKind.AtNumber);
        Assert.Equal(Sentences.OldCard, await room.Press(Ana, ClosingActions.GoOn, [.. Between.Ids, (ClosingActions.Number, "7")]));
        Assert.Empty(room.Closings[Between.Id].Look!.Answered);
    }

    [Theory]
    [InlineData("2026-03-02")]
    [InlineData("2027-03-03")]
    [InlineData("soon")]
    public async Task A_pause_ends_on_a_day_to_come(string day)
    {
        Assert.IsType<Answer.Opens>(await room.Submit(Ana, ClosingActions.Pause, [.. Between.Ids, (ClosingActions.Day, day)]));
        Assert.Equal(Between.In(Between.Going()), room.Relationships[Between.Id]);
    }

    [Fact]
    public async Task Finishing_twice_is_finishing_once_and_the_second_press_is_from_earlier()
    {
        Assert.IsType<Answer.Closes>(await room.Submit(Asked.Chidi, ClosingActions.Finish, Between.Ids));
        var ended = room.Relationships[Between.Id];
        Assert.Equal(Sentences.OldCard, await room.Submit(Ana, ClosingActions.Finish, Between.Ids));
        Assert.Equal(ended, room.Relationships[Between.Id]);
    }

    [Fact]
    public async Task Whoever_suggested_a_stretch_does_not_answer_it()
    {
        await room.Submit(Ana, ClosingActions.Suggest, Between.Ids);
        Assert.Equal(Sentences.OldCard, await room.Press(Ana, ClosingActions.LetsDoThat, [.. Between.Ids, (ClosingActions.Number, "1")]));
        Assert.IsType<Answer.Becomes>(await room.Press(Asked.Chidi, ClosingActions.LetsDoThat, [.. Between.Ids, (ClosingActions.Number, "1")]));
        Assert.Equal(StretchState.Agreed, room.Closings[Between.Id].Stretch!.State);
    }

    [Fact]
    public async Task What_they_were_asked_is_settled_by_the_end()
    {
        Asks(LookKind.AtNumber);
        room.Relationships[Between.Id] = Between.In(Between.Ended(Ana, Ending.Finished));
        var notice = new Notice(ClosingNotices.Look, Between.Id.Value, ClosingNotices.Numbered(Between.Id, 1), "1", Ana, "1");
        Assert.Equal(CardLife.Over, (await room.Routes.Notices[ClosingNotices.Look](notice, ReaderOf(Ana), CancellationToken.None))!.Life);
    }

    [Fact]
    public async Task Staying_in_touch_is_asked_only_after_it_was_complete_and_answered_by_the_other_alone()
    {
        foreach (var action in new[] { ClosingActions.AsPeers, ClosingActions.NotAsPeers })
            Assert.Equal(Sentences.OldCard, await room.Press(Ana, action, [.. Between.Ids, (ClosingActions.Number, "1")]));
        Assert.Equal(Sentences.OldCard, await room.Submit(Ana, ClosingActions.AskPeers, Between.Ids));
        Assert.Equal(Sentences.OldCard, await room.Routes.Forms[ClosingActions.PeersForm](room.TurnOf(Ana), Of(Between.Ids), CancellationToken.None));

        room.Relationships[Between.Id] = Between.In(Between.Ended(Ana, Ending.Finished));
        Assert.Equal(Sentences.NotYours, await room.Submit(Noor, ClosingActions.AskPeers, Between.Ids));
        var sent = Assert.IsType<Answer.Says>(await room.Submit(Ana, ClosingActions.AskPeers, Between.Ids));
        Assert.Equal(sent, await room.Submit(Ana, ClosingActions.AskPeers, Between.Ids));
        foreach (var (who, number) in new[] { (Ana, "1"), (Asked.Chidi, "2"), (Asked.Chidi, "") })
            Assert.Equal(Sentences.OldCard, await room.Press(who, ClosingActions.AsPeers, [.. Between.Ids, (ClosingActions.Number, number)]));

        Assert.IsType<Answer.Becomes>(await room.Press(Asked.Chidi, ClosingActions.NotAsPeers, [.. Between.Ids, (ClosingActions.Number, "1")]));
        Assert.IsType<Answer.Becomes>(await room.Press(Asked.Chidi, ClosingActions.AsPeers, [.. Between.Ids, (ClosingActions.Number, "1")]));
        Assert.Equal(TouchState.Agreed, room.Closings[Between.Id].Touch!.State);
    }

    private void Asks(LookKind kind) => room.Closings[Between.Id] = EveryClosingCard.Asked(kind);

    private Task<Answer> GoesOn(PersonId who) => room.Press(who, ClosingActions.GoOn, [.. Between.Ids, (ClosingActions.Number, "1")]);
}
