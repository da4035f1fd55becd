using MentorBot.Domain;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Profiles;
using MentorBot.Domain.Requests;
using MentorBot.Flows.Requests;
using MentorBot.Flows.Tests.Cards;
using MentorBot.Flows.Turns;
using static MentorBot.Flows.Tests.FlowRoom;

namespace MentorBot.Flows.Tests.Requests;

public sealed class InvitingTests : IDisposable
{
    private readonly FlowRoom room = Asker.Room();

    public InvitingTests() => room.Profiles.Set(Profile.Of(Asker.Chidi));

    public void Dispose() => room.Dispose();

    [Fact]
    public async Task Somebody_who_is_here_is_asked_at_once()
    {
        room.Profiles.Set(Profile.Of(Asker.Chidi) with { Reach = new("https://example.org/", "msteams", "a:1", "29:1", "28:1"), Welcomed = true });
        Assert.IsType<Answer.Closes>(await Invite(Asker.Chidi));

        Assert.IsType<RequestState.Asking>(room.Requests[Asker.Id].State);
        Assert.Single(room.Mentors.Of(Asker.Chidi).Reserved);
        Assert.Equal([(Ana, Asker.Chidi)], room.PastPairs.Again);
    }

    [Fact]
    public async Task For_somebody_who_is_not_here_the_question_waits_and_holds_no_place()
    {
        await Invite(Asker.Chidi);

        var match = Assert.IsType<RequestState.ToForward>(room.Requests[Asker.Id].State).Match;
        Assert.Equal(new(match, Ana, Asker.Id), Assert.Single(room.Mentors.Of(Asker.Chidi).Asked));
        Assert.Empty(room.Mentors.Of(Asker.Chidi).Reserved);
        Assert.Contains("Hello Chidi, ", (await room.Open(Ana, RequestActions.ShowLine, Asker.Of)).Card.ToJson());
    }

    [Theory]
    [InlineData("invitation")]
    [InlineData("Yes, I was invited")]
    public async Task When_they_come_and_say_so_they_are_asked_once(string typed)
    {
        await Invite(Asker.Chidi);
        Assert.Equal("Here it is, just below.", Said(await room.Type(Asker.Chidi, typed)));
        Assert.Equal("It is here already. Type “where am I” to see it.", Said(await room.Type(Asker.Chidi, typed)));

        var asking = Assert.IsType<RequestState.Asking>(room.Requests[Asker.Id].State);
        Assert.Equal(new(asking.Match, Ana, Asker.Id), Assert.Single(room.Mentors.Of(Asker.Chidi).Asked));
        Assert.Equal(asking.Match, Assert.Single(room.Mentors.Of(Asker.Chidi).Reserved));
    }

    [Fact]
    public async Task They_find_it_in_where_they_are_and_press()
    {
        await Invite(Asker.Chidi);
        Assert.Contains("Ana Lima would like to talk with you.", Shown(await room.Type(Asker.Chidi, "where am i")));

        Assert.Equal("Here it is, just below.", Said(await See(Asker.Chidi)));
        Assert.Equal("It is here already. Type “where am I” to see it.", Said(await See(Asker.Chidi)));
    }

    [Fact]
    public async Task Somebody_else_gains_nothing_by_the_line()
    {
        await Invite(Asker.Chidi);

        Assert.Equal("Nothing is waiting for you here. A line that was forwarded works for one person only, and that isn't the account you are using.", Said(await room.Type(Jun, "invitation")));
        Assert.Equal("Nothing is waiting for you here. A line that was forwarded works for one person only, and that isn't the account you are using.", Said(await See(Jun)));
        Assert.IsType<RequestState.ToForward>(room.Requests[Asker.Id].State);
    }

    [Fact]
    public async Task Taken_back_before_they_came_nothing_waits_for_them()
    {
        await Invite(Asker.Chidi);
        var match = ((RequestState.ToForward)room.Requests[Asker.Id].State).Match;
        await room.Press(
        Ana, RequestActions.TakeBack, Asker.Of, (RequestActions.Match, match.Value), (RequestActions.Whom, Asker.Chidi.Value));

        Assert.Empty(await room.Requests.Of(Ana, CancellationToken.None));
        Assert.Empty(room.Mentors.Of(Asker.Chidi).Asked);
        Assert.Equal("Nothing is waiting for you here. A line that was forwarded works for one person only, and that isn't the account you are using.", Said(await room.Type(Asker.Chidi, "invitation")));
    }

    [Fact]
    public async Task If_it_cannot_be_when_they_come_both_hear_it_without_a_cause()
    {
        await Invite(Asker.Chidi);
        room.Mentors.Put(room.Mentors.Of(Asker.Chidi) with { Standing = MentorStanding.Paused });

        Assert.Equal(ChoiceCards.NotAvailable("Ana Lima"), Said(await room.Type(Asker.Chidi, "invitation")));
        Assert.NotNull(Assert.IsType<RequestState.Asking>(room.Requests[Asker.Id].State).TellAt);
        Assert.Empty(room.Mentors.Of(Asker.Chidi).Asked);
    }

    [Fact]
    public async Task What_cannot_be_is_said_in_the_form_which_keeps_everything_but_the_person()
    {
        var json = EveryCard.Only(await room.Submit(
            Ana, RequestActions.Invite, Asker.Of, ("whom", Jun.Value), ("role", nameof(InvitedAs.IMentorThem)), ("line", "a line of mine"))).Json.ToString();

        Assert.Contains(ChoiceCards.NotAvailable("Jun Park"), json);
        Assert.Contains("a line of mine", json);
        Assert.Contains($"\"value\": \"{nameof(InvitedAs.IMentorThem)}\"", json);
        Assert.DoesNotContain("jun.park", json);
        Assert.Empty(await room.Requests.Of(Ana, CancellationToken.None));
    }

    [Theory]
    [InlineData("whom", "ana.lima", "Please choose one person.")]
    [InlineData("whom", "nobody.at.all", "Please choose one person.")]
    [InlineData("whom-typed", "Ana Lima", "That is you.")]
    public async Task One_other_person_is_needed(string field, string value, string said) =>
        Assert.Contains(said, EveryCard.Only(await room.Submit(Ana, RequestActions.Invite, Asker.Of, (field, value))).Json.ToString());

    [Fact]
    public async Task Two_who_stopped_meet_again_only_when_both_ask_for_it()
    {
        room.PastPairs.Ended.Add((Ana, Asker.Chidi));
        Assert.IsType<Answer.Opens>(await Invite(Asker.Chidi));

        room.PastPairs.Again.Add((Asker.Chidi, Ana));
        Assert.IsType<Answer.Closes>(await Invite(Asker.Chidi));
    }

    [Fact]
    public async Task Let_it_rest_ends_what_did_not_come_about_and_nothing_else()
    {
        room.Requests.Put(Asker.In(Asker.Asking(), invited: InvitedAs.ByTurns));
        Assert.Contains("You have invited Chidi Obi", Shown(await room.Press(Ana, RequestActions.LetItRest, Asker.Of)));
        room.Requests.Put(Asker.In(new RequestState.NotComeAbout(Asker.Chidi, [], Asker.Later), invited: InvitedAs.ByTurns));
        Assert.Contains("This is settled", Shown(await room.Press(Ana, RequestActions.LetItRest, Asker.Of)));

        Assert.Empty(await room.Requests.Of(Ana, CancellationToken.None));
    }

    private Task<Answer> Invite(PersonId whom) => room.Submit(Ana, RequestActions.Invite, Asker.Of, ("whom", whom.Value), ("line", Asker.Line));

    private Task<Answer> See(PersonId who) => room.Press(
        who, RequestActions.Arrived, Asker.Of, (RequestActions.Person, Ana.Value), (RequestActions.Match, MatchOf(room.Requests[Asker.Id]).Value));

    private static MatchId MatchOf(Request request) => request.State switch
    {
        RequestState.ToForward forward => forward.Match,
        RequestState.Asking asking => asking.Match,
        _ => throw new InvalidOperationException("Nobody is invited."),
    };

    private static string Said(Answer answer) => Assert.IsType<Answer.Says>(answer).Sentence;

    private static string Shown(Answer answer) => EveryCard.Only(answer).Json.ToString();
}
