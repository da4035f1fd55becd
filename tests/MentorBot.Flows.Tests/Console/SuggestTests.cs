using MentorBot.Domain;
using MentorBot.Domain.Requests;
using MentorBot.Flows.Console;
using MentorBot.Flows.Turns;
using static MentorBot.Flows.Tests.Console.DeskScene;
using static MentorBot.Flows.Tests.FlowRoom;

namespace MentorBot.Flows.Tests.Console;

/// <summary>A coordinator's own pick, under the same rules.</summary>
public sealed class SuggestTests : IDisposable
{
    private readonly DeskScene scene = new();

    private FlowRoom Room => scene.Room;

    public void Dispose() => scene.Dispose();

    [Fact]
    public async Task Somebody_is_suggested_where_nobody_was_found()
    {
        scene.Mentors(Eva);
        scene.Looks(Ana);

        var shown = Shown(await Suggest(Noor, Ana, ("whom", Eva.Value)));

        Assert.Contains("Someone for Ana Lima", shown, StringComparison.Ordinal);
        Assert.Equal([Eva], Assert.IsType<RequestState.Proposed>(scene.Now(Ana).State).People.Select(one => one.Mentor));
    }

    [Fact]
    public async Task A_typed_name_does_the_same()
    {
        scene.Mentors(Eva);
        scene.Looks(Ana);

        await Suggest(Noor, Ana, ("whom-typed", "eva mei"));

        Assert.IsType<RequestState.Proposed>(scene.Now(Ana).State);
    }

    [Fact]
    public async Task One_takes_the_place_of_another()
    {
        scene.Mentors(Eva);
        scene.Mentors(Kim);
        scene.Waits(Ana, people: [Proposed(Eva), Proposed(Chidi)]);

        await Suggest(Noor, Ana, ("whom", Kim.Value), ("without", Eva.Value));
        var twice = Shown(await Suggest(Noor, Ana, ("whom", Kim.Value), ("without", Eva.Value)));

        Assert.Equal([Chidi, Kim], Assert.IsType<RequestState.Proposed>(scene.Now(Ana).State).People.Select(one => one.Mentor));
        Assert.Contains("Two people for Ana Lima", twice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_stands_against_it_is_said_in_the_same_words()
    {
        scene.Looks(Ana);
        scene.Mentors(Eva);                                        // may
        scene.Mentors(new("leila.haddad"));                        // Ana's manager
        scene.Mentors(Jun);                                        // works with Ana
        scene.Mentors(Kim, Domain.Offers.Places.One, Chidi);       // full
        scene.Mentors(Aisha);                                      // in the line of both who look after it
        scene.Mentors(Sam);                                        // looks after it, too

        foreach (var impossible in new[] { new("leila.haddad"), Jun, Kim, Ana, Chidi })
        {
            var answer = await Suggest(Noor, Ana, ("whom", impossible.Value));

            Assert.Contains($"{PersonOf(impossible).Name} isn't available for this; I say so in the same words whatever the cause.", Shown(answer), StringComparison.Ordinal);
            Assert.Contains("\"value\": \"\"", Shown(answer), StringComparison.Ordinal);
        }

        Assert.IsType<RequestState.Looking>(scene.Now(Ana).State);
    }

    [Fact]
    public async Task Nobody_of_whom_others_should_decide_is_suggested()
    {
        scene.Looks(Ana);
        scene.Mentors(Eva);
        scene.Mentors(Noor, mentees: Eva);

        Assert.Contains("isn't available for this", Shown(await Suggest(Noor, Ana, ("whom", Eva.Value))), StringComparison.Ordinal);
        Assert.Contains("Someone for Ana Lima", Shown(await Suggest(Sam, Ana, ("whom", Eva.Value))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_anybody_it_asks_again()
    {
        scene.Looks(Ana);

        Assert.Contains("Please choose someone.", Shown(await Suggest(Noor, Ana)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_for_those_who_may_look_at_it_and_only_while_it_waits()
    {
        scene.Mentors(Eva);
        scene.Looks(Ana);
        scene.Put(Tomas, new RequestState.PutAside(OutAt));

        Assert.Equal(NotYours, await Suggest(Ana, Ana, ("whom", Eva.Value)));
        Assert.Equal(OldCard, await Suggest(Noor, Tomas, ("whom", Eva.Value)));
        Assert.Equal(OldCard, await Suggest(Noor, Kim, ("whom", Eva.Value)));
    }

    private Task<Answer> Suggest(PersonId by, PersonId person, params (string, string)[] answers) =>
        Room.Submit(by, ConsoleActions.Suggest, [.. DeskScene.Card(person), .. answers]);
}
