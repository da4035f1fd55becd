using MentorBot.Domain;
using MentorBot.Domain.Matching.Cohorts;
using MentorBot.Domain.Offers;
using MentorBot.Domain.Requests;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Console;
using MentorBot.Flows.Turns;
using Newtonsoft.Json.Linq;
using static MentorBot.Flows.Tests.Console.DeskScene;
using static MentorBot.Flows.Tests.FlowRoom;

namespace MentorBot.Flows.Tests.Console;

/// <summary>Everybody who waits, matched at once, looked at and sent.</summary>
public sealed class EveryoneTests : IDisposable
{
    private readonly DeskScene scene = new();

    private FlowRoom Room => scene.Room;

    public void Dispose() => scene.Dispose();

    [Fact]
    public async Task All_who_have_somebody_go_out_and_the_others_stay()
    {
        scene.Mentors(Eva, Places.Two);
        scene.Looks(Ana);
        scene.Waits(Tomas, 2);
        scene.Looks(Kim, 1);

        var shown = Shown(await Room.Submit(Noor, ConsoleActions.SendAll, await Looked()));

        Assert.Equal("Sent to 2 people. They choose by Monday 9 March.", shown);
        Assert.All([Ana, Tomas], person => Assert.Equal([Eva], Assert.IsType<RequestState.Choosing>(scene.Now(person).State).People.Select(one => one.Mentor)));
        Assert.IsType<RequestState.Looking>(scene.Now(Kim)!.State);
    }

    [Fact]
    public async Task Sent_twice_nobody_goes_out_twice()
    {
        scene.Mentors(Eva);
        scene.Looks(Ana);
        var looked = await Looked();

        await Room.Submit(Noor, ConsoleActions.SendAll, looked);
        var second = Shown(await Room.Submit(Noor, ConsoleActions.SendAll, looked));

        Assert.Contains("There is nobody to send to at present.", second, StringComparison.Ordinal);
        Assert.Equal(1, Room.Requests.Changes);
    }

    [Fact]
    public async Task Who_is_left_out_waits_on_and_can_be_taken_in_again()
    {
        scene.Mentors(Eva);
        scene.Looks(Ana);
        scene.Looks(Tomas, 2);
        var page = await Room.Open(Noor, ConsoleActions.LookThrough, await Looked());

        var without = Assert.IsType<Answer.Opens>(await Room.Submit(Noor, ConsoleActions.Page, Behind(page, "Leave out"))).Form;
        var again = Assert.IsType<Answer.Opens>(await Room.Submit(Noor, ConsoleActions.Page, Behind(without, "Take in again"))).Form;
        var ask = Assert.IsType<Answer.Opens>(await Room.Submit(Noor, ConsoleActions.AskAll, Behind(without, "Send all"))).Form;

        Assert.Contains("Left out for now; goes out by its own date.", Shown(new Answer.Opens(without)), StringComparison.Ordinal);
        Assert.Equal(Shown(new Answer.Opens(page)), Shown(new Answer.Opens(again)));
        Assert.Contains("Send to 1 person?", Shown(new Answer.Opens(ask)), StringComparison.Ordinal);
        Assert.Equal("Sent to 1 person, who chooses by Monday 9 March.", Shown(await Room.Submit(Noor, ConsoleActions.SendAll, Behind(ask, "Send all"))));
        Assert.IsType<RequestState.Looking>(scene.Now(Ana).State);
        Assert.IsType<RequestState.Choosing>(scene.Now(Tomas).State);
    }

    [Theory]
    [InlineData(ConsoleActions.Page)]
    [InlineData(ConsoleActions.AskAll)]
    [InlineData(ConsoleActions.SendAll)]
    public async Task When_things_have_changed_they_are_shown_afresh_and_nothing_goes_out(string action)
    {
        scene.Mentors(Eva);
        scene.Looks(Ana);
        var looked = await Looked();
        scene.Looks(Tomas);

        Assert.Contains("Things have changed since I looked. Here they are afresh.", Shown(await Room.Submit(Noor, action, looked)), StringComparison.Ordinal);
        Assert.Equal(0, Room.Requests.Changes);
    }

    [Fact]
    public async Task Who_is_gone_in_the_very_moment_is_passed_over()
    {
        scene.Mentors(Eva);
        scene.Looks(Ana);
        scene.Looks(Tomas);
        var looked = await Looked();
        Room.Requests.Meanwhile = () => Room.Requests.Remove(IdOf(Ana));

        Assert.Equal("Sent to 1 person, who chooses by Monday 9 March.", Shown(await Room.Submit(Noor, ConsoleActions.SendAll, looked)));
    }

    [Fact]
    public async Task What_touches_a_coordinator_is_neither_shown_nor_sent_by_them()
    {
        scene.Mentors(Noor, mentees: Ana);
        scene.Mentors(Chidi, Places.One);
        scene.Looks(Ana, 5);
        scene.Looks(Noor, 4);
        scene.Looks(Tomas, 3);
        scene.Looks(Kim, 2);

        var card = Shown(await Room.Press(Noor, ConsoleActions.Everyone));
        await Room.Submit(Noor, ConsoleActions.SendAll, await Looked());

        Assert.Contains("With someone to choose: 1", card, StringComparison.Ordinal);
        Assert.Contains("Not yet, and they stay first: 1", card, StringComparison.Ordinal);
        Assert.Equal([Chidi], Assert.IsType<RequestState.Choosing>(scene.Now(Tomas).State).People.Select(one => one.Mentor));
        Assert.All([Ana, Noor, Kim], person => Assert.IsType<RequestState.Looking>(scene.Now(person).State));
    }

    [Fact]
    public async Task To_anybody_of_the_staff_it_was_not_meant()
    {
        scene.Mentors(Eva);
        scene.Looks(Ana);
        var looked = await Looked();

        foreach (var handle in new[] { Room.Routes.Presses[ConsoleActions.Everyone], Room.Routes.Forms[ConsoleActions.LookThrough], Room.Routes.Forms[ConsoleActions.SendAllForm] })
            Assert.Equal(NotYours, await handle(Room.TurnOf(Ana), new Submission([]), default));
        foreach (var action in new[] { ConsoleActions.Page, ConsoleActions.AskAll, ConsoleActions.SendAll })
            Assert.Equal(NotYours, await Room.Submit(Ana, action, looked));
        Assert.Equal(0, Room.Requests.Changes);
    }

    [Fact]
    public async Task A_page_that_there_is_not_is_the_nearest_and_strangers_cannot_be_left_out()
    {
        scene.Mentors(Eva);
        scene.Looks(Ana);
        scene.Looks(Tomas, 2);
        var looked = await Looked();

        Assert.StartsWith("2 of 2", Shown(await Room.Submit(Noor, ConsoleActions.Page, [.. looked, ("page", "99")])), StringComparison.Ordinal);
        Assert.StartsWith("1 of 2", Shown(await Room.Submit(Noor, ConsoleActions.Page, [.. looked, ("page", "-1")])), StringComparison.Ordinal);
        Assert.Contains("Send to 2 people?", Shown(await Room.Submit(Noor, ConsoleActions.AskAll, [.. looked, ("left-out", "nobody,0123abcd,ana.lima")])), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hundred_may_be_left_out_and_the_form_stays_small()
    {
        var request = scene.Looks(Ana);
        var people = Enumerable.Range(0, 130).Select(number => request with { Id = new($"request-{number}"), Person = new($"somebody.{number}") });
        var cohort = new Cohort([.. people.Select(one => new Placed(one, Proposed(Eva), null))], []);
        var marks = cohort.Placed.Take(CohortCards.MostLeftOut).Select(one => Cohort.MarkOf(one.Request.Id));

        var form = await Room.Get<CohortCards>().Page(cohort, 120, [.. marks], ReaderOf(Noor), default);

        Assert.Empty(Testing.Cards.CardLint.Check(CardAttachment.Json(form.Card), inForm: true));
        Assert.Contains("More than 100 cannot be left out at once.", Shown(new Answer.Opens(form)), StringComparison.Ordinal);
        Assert.DoesNotContain("Leave out", Shown(new Answer.Opens(form)), StringComparison.Ordinal);
    }

    /// <summary>What the buttons of the card carry.</summary>
    private async Task<(string, string)[]> Looked() => Behind(Assert.IsType<Answer.Posts>(await Room.Press(Noor, ConsoleActions.Everyone)).Cards[0], "Look through them");

    private static (string, string)[] Behind(Form form, string button) => Behind(form.Card, button);

    private static (string, string)[] Behind(AdaptiveCards.AdaptiveCard card, string button) =>
    [
        .. from action in CardAttachment.Json(card).DescendantsAndSelf().OfType<JObject>()
           where (string?)action["title"] == button
           from data in ((JObject)action["data"]!).Properties()
           where data.Name is not ("action" or "msteams")
           select (data.Name, (string)data.Value!),
    ];
}
