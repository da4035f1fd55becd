using MentorBot.Domain;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Requests;
using MentorBot.Flows.Requests;
using MentorBot.Flows.Tests.Cards;
using MentorBot.Flows.Turns;
using NodaTime;
using static MentorBot.Flows.Tests.FlowRoom;

namespace MentorBot.Flows.Tests.Requests;

public sealed class ChoosingTests : IDisposable
{
    private readonly FlowRoom room = Asker.Room();

    public ChoosingTests() => room.Requests.Put(Asker.In(Asker.ChooseOne));

    private RequestState State => room.Requests[Asker.Id].State;

    public void Dispose() => room.Dispose();

    [Fact]
    public async Task To_choose_somebody_holds_a_place_and_asks_them()
    {
        var shown = Shown(await Choose(Asker.Chidi));

        Assert.Contains("I'm asking Chidi Obi", shown);
        var match = Assert.IsType<RequestState.Asking>(State).Match;
        var chidi = room.Mentors.Of(Asker.Chidi);
        Assert.Equal(match, Assert.Single(chidi.Reserved));
        Assert.Equal(new(match, Ana, Asker.Id), Assert.Single(chidi.Asked));
        Assert.Contains(room.Requests.Consequences, one => one is Consequence.Tell { Kind: RequestNotices.Ask } tell && tell.Whom == Asker.Chidi);
    }

    [Fact]
    public async Task Pressed_twice_one_person_is_asked_once()
    {
        await Choose(Asker.Chidi);
        Assert.Contains("I'm asking Chidi Obi", Shown(await Choose(Asker.Eva)));

        Assert.Empty(room.Mentors.Of(Asker.Eva).Asked);
        Assert.Single(room.Mentors.Of(Asker.Chidi).Asked);
    }

    [Theory]
    [InlineData(MentorStanding.Paused)]
    [InlineData(MentorStanding.Resting)]
    [InlineData(MentorStanding.NotOffering)]
    public async Task Who_cannot_be_asked_any_more_leaves_the_card_with_the_one_sentence(MentorStanding standing)
    {
        room.Mentors.Put(room.Mentors.Of(Asker.Chidi) with { Standing = standing });
        var shown = Shown(await Choose(Asker.Chidi));

        Assert.Contains("Chidi Obi isn't available for this; I say so in the same words whatever the cause.", shown);
        Assert.Contains("Two people you could talk with", shown);
        Assert.Equal([Asker.Jo, Asker.Eva], Assert.IsType<RequestState.Choosing>(State).People.Select(one => one.Mentor));

        // A notice of it would take the sentence off the card.
        Assert.Empty(room.Requests.Consequences);
    }

    [Fact]
    public async Task The_last_place_goes_to_whoever_presses_first()
    {
        room.Mentors.Put(room.Mentors.Of(Asker.Chidi) with { Reserved = [new("another")] });

        Assert.Contains("isn't available for this", Shown(await Choose(Asker.Chidi)));
    }

    [Theory]
    [InlineData("noor.deboer")]
    [InlineData("nobody")]
    public async Task Somebody_who_was_not_shown_is_not_asked(string forged)
    {
        Assert.Contains("Three people you could talk with", Shown(await Choose(new(forged))));

        Assert.Equal(Asker.ChooseOne, State);
        Assert.Empty(room.Mentors.Of(new(forged)).Asked);
    }

    [Fact]
    public async Task None_of_these_decides_nothing_until_one_of_its_ways_is_pressed()
    {
        Assert.Contains("That is fine", Shown(await room.Press(Ana, RequestActions.NoneOfThese, Asker.Of)));
        Assert.Equal(Asker.ChooseOne, State);
        Assert.Contains("Three people you could talk with", Shown(await room.Press(Ana, RequestActions.Show, Asker.Of)));

        Assert.Contains("I'm looking", Shown(await room.Press(Ana, RequestActions.ShowOthers, Asker.Of)));
        Assert.Equal([Asker.Jo, Asker.Chidi, Asker.Eva], room.Requests[Asker.Id].NotAgain.AsEnumerable());
        Assert.Contains("I'm looking", Shown(await room.Press(Ana, RequestActions.NoneOfThese, Asker.Of)));
    }

    [Fact]
    public async Task Taken_back_the_choice_is_open_again_and_the_place_free()
    {
        await Choose(Asker.Chidi);
        var match = ((RequestState.Asking)State).Match;

        Assert.Contains("Three people you could talk with", Shown(await TakeBack(match)));
        Assert.Equal(1, room.Mentors.Of(Asker.Chidi).Free);
        Assert.Empty(room.Mentors.Of(Asker.Chidi).Asked);
    }

    [Fact]
    public async Task While_it_has_fallen_through_untold_nothing_looks_or_acts_differently()
    {
        var asked = await Everything(Asker.In(Asker.Asking()));
        var fallen = await Everything(Asker.In(Asker.Asking(FlowRoom.Start + Duration.FromDays(1))) with { NotAgain = [Asker.Chidi] });

        Assert.Equal(asked, fallen);

        async Task<List<string>> Everything(Request request)
        {
            room.Requests.Put(request);
            List<string> seen =
            [
                Shown(await room.Press(Ana, RequestActions.Show, Asker.Of)),
                Shown(await room.Type(Ana, "where am i")),
                (await room.Open(Ana, RequestActions.Form, Asker.Of)).Card.ToJson(),
                (await room.Open(Ana, RequestActions.WithdrawForm, Asker.Of)).Card.ToJson(),
                Shown(await TakeBack(Asker.Match)),
            ];
            room.Requests.Put(request);
            seen.Add(Assert.IsType<Answer.Says>(await room.Submit(Ana, RequestActions.Withdraw, Asker.Of, (RequestActions.Whom, Asker.Chidi.Value))).Sentence);
            return seen;
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Choosing_again_brings_the_others_and_somebody_new(bool isPutAside)
    {
        room.Requests.Put(Asker.In(isPutAside ? new RequestState.PutAside(Asker.Later) : new RequestState.NotComeAbout(Asker.Chidi, [Asker.Three[0]], Asker.Later)) with
        {
            NotAgain = [Asker.Chidi],
        });
        var shown = Shown(await room.Press(Ana, RequestActions.ChooseAgain, Asker.Of));

        Assert.Contains("Jo Davies", shown);
        Assert.Contains("Eva Meijer", shown);
        Assert.DoesNotContain("Chidi Obi", shown);
    }

    [Fact]
    public async Task Those_shown_stand_in_the_order_of_their_names()
    {
        var shown = Shown(await room.Press(Ana, RequestActions.Show, Asker.Of));

        Assert.InRange(shown.IndexOf("Eva Meijer", StringComparison.Ordinal), shown.IndexOf("Chidi Obi", StringComparison.Ordinal), shown.IndexOf("Jo Davies", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ana.lima", "sam.whitaker")]
    [InlineData("ana.lima", "")]
    [InlineData("jun.park", "eva.meijer")]
    public async Task More_about_somebody_is_told_only_to_whoever_could_choose_them(string who, string whom)
    {
        var answer = await room.Routes.Forms[RequestActions.MoreAbout](
            room.TurnOf(new(who)), new(new() { [RequestActions.Request] = Asker.Id.Value, [RequestActions.Whom] = whom }), CancellationToken.None);

        Assert.Equal("This card is from earlier and things have moved on. Type “where am I” to see where you are now.", Assert.IsType<Answer.Says>(answer).Sentence);
    }

    private Task<Answer> Choose(PersonId whom) => room.Press(Ana, RequestActions.Choose, Asker.Of, (RequestActions.Whom, whom.Value));

    private Task<Answer> TakeBack(MatchId match) => room.Press(
        Ana, RequestActions.TakeBack, Asker.Of, (RequestActions.Match, match.Value), (RequestActions.Whom, Asker.Chidi.Value));

    private static string Shown(Answer answer) => EveryCard.Only(answer).Json.ToString();
}
