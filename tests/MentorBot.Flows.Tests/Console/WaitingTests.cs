using MentorBot.Domain;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Requests;
using MentorBot.Flows.Console;
using MentorBot.Flows.Turns;
using NodaTime;
using static MentorBot.Flows.Tests.Console.DeskScene;
using static MentorBot.Flows.Tests.FlowRoom;

namespace MentorBot.Flows.Tests.Console;

/// <summary>One person after the other who waits, and who may look at them.</summary>
public sealed class WaitingTests : IDisposable
{
    private readonly DeskScene scene = new();

    public static TheoryData<string> AboutOne => [ConsoleActions.Person, ConsoleActions.Three, ConsoleActions.Talk, ConsoleActions.Hold, ConsoleActions.Send];

    private FlowRoom Room => scene.Room;

    public void Dispose() => scene.Dispose();

    [Fact]
    public async Task The_longest_waiting_comes_first_and_after_the_last_the_desk()
    {
        scene.Looks(Tomas, days: 2);
        scene.Waits(Ana, days: 9);

        Assert.Contains("Ana Lima is looking for someone", Shown(await Room.Press(Noor, ConsoleActions.Waiting)), StringComparison.Ordinal);
        Assert.Contains("Tomáš Novák is looking for someone", Shown(await Room.Press(Noor, ConsoleActions.Next, DeskScene.Card(Ana))), StringComparison.Ordinal);
        Assert.Contains("Your desk", Shown(await Room.Press(Noor, ConsoleActions.Next, DeskScene.Card(Tomas))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Those_found_go_out_by_one_press_and_a_second_one_changes_nothing()
    {
        scene.Mentors(Eva);
        scene.Waits(Ana, people: [Proposed(Eva)]);

        var first = Shown(await Room.Press(Noor, ConsoleActions.Send, DeskScene.Card(Ana)));
        var second = Shown(await Room.Press(Sam, ConsoleActions.Send, DeskScene.Card(Ana)));

        Assert.Contains("Sent. Ana Lima chooses by Monday 9 March.", first, StringComparison.Ordinal);
        Assert.Equal(first, second);
        Assert.Equal(1, Room.Requests.Changes);
        Assert.IsType<RequestState.Choosing>(scene.Now(Ana).State);
    }

    [Fact]
    public async Task What_was_not_looked_at_is_not_sent()
    {
        scene.Mentors(Eva);
        scene.Mentors(Kim);
        scene.Waits(Ana, people: [Proposed(Eva)]);
        Room.Requests.Meanwhile = () => scene.Change(Ana, request => request with { Revision = 2, State = new RequestState.Proposed([Proposed(Kim)], OutAt, Held: false) });

        var shown = Shown(await Room.Press(Noor, ConsoleActions.Send, DeskScene.Card(Ana)));

        Assert.IsType<RequestState.Proposed>(scene.Now(Ana).State);
        Assert.Contains("Things have changed since I looked. Here they are afresh.", shown, StringComparison.Ordinal);
        Assert.Contains("Ana Lima is looking for someone", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withdrawn_between_looking_and_pressing_is_settled()
    {
        scene.Mentors(Eva);
        scene.Waits(Ana, people: [Proposed(Eva)]);
        Room.Requests.Meanwhile = () => Room.Requests.Clear();

        Assert.Contains("This has been settled.", Shown(await Room.Press(Noor, ConsoleActions.Send, DeskScene.Card(Ana))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Held_once_it_cannot_be_held_again()
    {
        scene.Waits(Ana);

        var held = Shown(await Room.Press(Noor, ConsoleActions.Hold, DeskScene.Card(Ana)));
        await Room.Press(Noor, ConsoleActions.Hold, DeskScene.Card(Ana));

        Assert.Contains("Held once; Ana Lima reads this date, too.", held, StringComparison.Ordinal);
        Assert.Equal(OutAt + Duration.FromDays(7), Assert.IsType<RequestState.Proposed>(scene.Now(Ana).State).ReleaseAt);
        Assert.DoesNotContain("Hold for a week", Shown(await Room.Press(Noor, ConsoleActions.Talk, DeskScene.Card(Ana))), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(AboutOne))]
    public async Task A_card_about_somebody_who_is_gone_is_settled(string action) =>
        Assert.Contains("This has been settled.", Shown(await Room.Press(Noor, action, DeskScene.Card(Ana))), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(AboutOne))]
    public async Task To_anybody_of_the_staff_it_was_not_meant(string action)
    {
        scene.Waits(Ana);

        Assert.Equal(NotYours, await Room.Press(Ana, action, DeskScene.Card(Ana)));
        Assert.Equal(NotYours, await Room.Press(Eva, action, DeskScene.Card(Ana)));
        Assert.Equal(1, scene.Now(Ana).Revision);
    }

    [Theory]
    [MemberData(nameof(AboutOne))]
    public async Task A_coordinator_does_not_look_at_their_own_mentee_nor_at_themselves(string action)
    {
        scene.Mentors(Noor, mentees: Ana);
        scene.Waits(Ana);
        scene.Waits(Noor);
        scene.Waits(Tomas, people: [Proposed(Noor)]);

        Assert.All([Ana, Noor, Tomas], person => Assert.Equal(NotYours, Room.Press(Noor, action, DeskScene.Card(person)).Result));
        Assert.IsType<Answer.Becomes>(await Room.Press(Sam, action, DeskScene.Card(Ana)));
        Assert.IsType<Answer.Becomes>(await Room.Press(Sam, action, DeskScene.Card(Noor)));
        Assert.Equal(1, scene.Now(Tomas).Revision);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("ana.lima", "")]
    [InlineData("ana.lima", "request-of-tomas.novak")]
    [InlineData("../x", "{}")]
    public async Task Made_up_ids_lead_to_nobody(string person, string request)
    {
        scene.Waits(Tomas);

        var answer = await Room.Press(Noor, ConsoleActions.Send, ("person", person), ("request", request), ("revision", "1"));

        Assert.Contains("This has been settled.", Shown(answer), StringComparison.Ordinal);
        Assert.Equal(0, Room.Requests.Changes);
    }

    [Fact]
    public async Task Words_are_read_only_where_that_was_allowed()
    {
        scene.Waits(Ana);
        scene.Waits(Tomas, form: Wish with { CoordinatorMayRead = true });

        Assert.Equal(OldCard, await Room.Routes.Forms[ConsoleActions.ReadForm](Room.TurnOf(Noor), Forged(Ana), default));
        Assert.Contains("What Ana Lima wrote, if anything, is private.", Shown(await Room.Press(Noor, ConsoleActions.Person, DeskScene.Card(Ana))), StringComparison.Ordinal);
        Assert.Contains("broken", Shown(new Answer.Opens(await Room.Open(Noor, ConsoleActions.ReadForm, DeskScene.Card(Tomas)))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_one_reporting_line_words_stay_closed_even_where_nobody_else_is_there()
    {
        scene.Waits(Aisha, form: Wish with { CoordinatorMayRead = true });

        Assert.Contains("What Aisha Rahman wrote stays closed here.", Shown(await Room.Press(Noor, ConsoleActions.Person, DeskScene.Card(Aisha))), StringComparison.Ordinal);
        Assert.Equal(OldCard, await Room.Routes.Forms[ConsoleActions.ReadForm](Room.TurnOf(Noor), Forged(Aisha), default));
    }

    private static Submission Forged(PersonId person) => new(new(DeskScene.Card(person).Select(pair => new Newtonsoft.Json.Linq.JProperty(pair.Item1, pair.Item2))));
}
