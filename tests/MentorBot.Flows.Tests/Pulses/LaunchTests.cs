using MentorBot.Domain.Pulses;
using MentorBot.Flows.Pulses;
using MentorBot.Flows.Turns;
using Newtonsoft.Json.Linq;
using static MentorBot.Flows.Tests.FlowRoom;
using static MentorBot.Flows.Tests.Pulses.PulseScene;

namespace MentorBot.Flows.Tests.Pulses;

/// <summary>A coordinator sends a check-in out, or hears why not.</summary>
public sealed class LaunchTests : IDisposable
{
    private readonly PulseScene scene = new();

    private FlowRoom Room => scene.Room;

    public void Dispose() => scene.Dispose();

    [Fact]
    public async Task What_was_looked_at_goes_out_once_however_often_it_is_sent()
    {
        var ready = Ready(await Check(Plan(again: "8")));

        Assert.Equal(new Answer.Says("On its way. You see the result on Tuesday 17 March, together with everyone."), await Room.Submit(Noor, PulseActions.Launch, ready));
        Assert.Equal(new Answer.Says("On its way. You see the result on Tuesday 17 March, together with everyone."), await Room.Submit(Noor, PulseActions.Launch, ready));

        var pulse = Assert.Single(await Room.Pulses.All(default));
        Assert.Equal(new PulsePlan(PulseForm.A, null, new(2026, 3, 16), 8), pulse.Plan);
        Assert.Equal(Noor, pulse.By);
    }

    [Theory]
    [InlineData("2026-03-04", "Please leave it open for ten days at least")]
    [InlineData("2026-02-01", "Please leave it open for ten days at least")]
    [InlineData("2026-06-30", "Please close it within eight weeks.")]
    [InlineData("", "Please choose the last day")]
    public async Task A_day_that_does_not_fit_brings_the_form_back_as_it_was_filled_in(string day, string why)
    {
        var form = Text(await Check(Plan(PulseForm.All, until: day, again: "12")));

        Assert.Contains(why, form, StringComparison.Ordinal);
        Assert.Contains("\"value\": \"All\"", form, StringComparison.Ordinal);
        Assert.Contains("\"value\": \"12\"", form, StringComparison.Ordinal);
        Assert.Empty(await Room.Pulses.All(default));
    }

    [Fact]
    public async Task Too_few_hear_neither_how_many_are_missing_nor_who()
    {
        foreach (var one in Room.Relationships.Keys.Skip(4).ToList())
            Room.Relationships.Remove(one);

        Assert.Contains("This needs at least five pairs, and five people in each role.", Text(await Check(Plan())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_group_near_to_it_waits_six_weeks_and_so_does_the_same()
    {
        scene.Opens();
        Assert.Contains("One for some of these people is open until Monday 16 March.", Text(await Check(Plan(until: "2026-04-10"))), StringComparison.Ordinal);

        scene.Closes(null);
        Assert.Contains("The last one was less than six weeks ago. Please choose a day after Monday 13 April.", Text(await Check(Plan(until: "2026-04-10"))), StringComparison.Ordinal);

        scene.Put(new("with-jun"), Jun, new("wen.li"));
        Assert.Contains("This group is nearly the one asked on Monday 2 March.", Text(await Check(Plan(until: "2026-04-10"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_goes_out_before_the_operator_has_confirmed_the_index()
    {
        Room.Pulses.IsCleared = false;

        Assert.Contains($"{FlowRoom.Programme.Contact} has not yet confirmed that {FlowRoom.Programme.Organisation} may use the index.", Text(await Check(Plan())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_came_in_between_is_not_asked_unseen()
    {
        var ready = Ready(await Check(Plan()));
        scene.Put(new("with-jun"), Jun, new("wen.li"));

        Assert.Contains("The group changed while this was open.", Text(await Room.Submit(Noor, PulseActions.Launch, ready)), StringComparison.Ordinal);
        Assert.Contains("The group changed while this was open.", Text(await Check(Plan(who: "picked-by-hand"))), StringComparison.Ordinal);
        Assert.Empty(await Room.Pulses.All(default));
    }

    [Theory]
    [InlineData(PulseForm.A, "form B")]
    [InlineData(PulseForm.B, "form C")]
    [InlineData(PulseForm.C, "form A")]
    [InlineData(PulseForm.All, "form A")]
    public async Task The_forms_of_seven_take_turns(PulseForm last, string next)
    {
        scene.Opens(last);

        Assert.Contains(next, Text(await Room.Open(Noor, PulseActions.LaunchForm)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stopped_it_is_gone_with_all_that_was_sent_and_stays_so()
    {
        scene.Opens();
        await scene.Send(Ana, Chosen(PulseForm.A, 1, 2, 3));

        Assert.Equal(new Answer.Says("Stopped and erased."), await Room.Submit(Noor, PulseActions.Stop, Ids));
        Assert.Equal(new Answer.Says("Stopped and erased."), await Room.Submit(Sam, PulseActions.Stop, Ids));
        Assert.Null(Room.Pulses.Kept(Id, Ana, Relationships.Between.Id));
        Assert.Equal(Sentences.Settled, await scene.Send(Ana, Chosen(PulseForm.A, 1)));
        Assert.Null(await scene.Mention(PulseNotices.Invite, Ana));
    }

    [Fact]
    public async Task Between_two_of_a_row_the_row_can_be_ended()
    {
        const string next = "Everyone: the next one goes out on Monday 13 April.";
        scene.Opens(weeks: 6);
        Assert.DoesNotContain(next, Text(await Room.Press(Noor, PulseActions.CheckIns)), StringComparison.Ordinal);

        scene.Closes(Figures);
        Assert.Contains(next, Text(await Room.Press(Noor, PulseActions.CheckIns)), StringComparison.Ordinal);
        Assert.Equal(Sentences.NotYours, await Room.Press(Ana, PulseActions.EndRow, Ids));
        Assert.Equal(Sentences.OldCard, await Room.Press(Noor, PulseActions.EndRow, IdsOf(new("another"))));
        Assert.Equal(6, Room.Pulses[Id].Plan.RepeatWeeks);

        Assert.DoesNotContain(next, Text(await Room.Press(Noor, PulseActions.EndRow, Ids)), StringComparison.Ordinal);
        Assert.DoesNotContain("No more after this", Text(await Room.Press(Noor, PulseActions.EndRow, Ids)), StringComparison.Ordinal);
        Assert.Null(Room.Pulses[Id].Plan.RepeatWeeks);
    }

    [Fact]
    public async Task Where_the_next_has_gone_out_meanwhile_the_card_shows_it()
    {
        scene.Opens(weeks: 6);
        scene.Closes(Figures);
        scene.Opens(PulseForm.B, Repeating.NextId(Id), weeks: 6);

        Assert.Contains("open until", Text(await Room.Press(Noor, PulseActions.EndRow, Ids)), StringComparison.Ordinal);
        Assert.Equal((6, 6), (Room.Pulses[Id].Plan.RepeatWeeks, Room.Pulses[Repeating.NextId(Id)].Plan.RepeatWeeks));
    }

    [Fact]
    public async Task One_that_is_closed_is_not_stopped()
    {
        scene.Opens();
        scene.Closes(Figures);

        Assert.Equal(Sentences.OldCard, await Room.Submit(Noor, PulseActions.Stop, Ids));
        Assert.Equal(Figures, Room.Pulses[Id].Figures);
    }

    [Theory]
    [InlineData(PulseActions.Check)]
    [InlineData(PulseActions.Launch)]
    [InlineData(PulseActions.ChangePlan)]
    [InlineData(PulseActions.Stop)]
    [InlineData(PulseActions.File)]
    public async Task It_is_for_coordinators_only(string action)
    {
        scene.Opens();

        Assert.Equal(Sentences.NotYours, await Room.Submit(Ana, action, [.. Plan(), .. Ids, (PulseActions.Audience, "x")]));
        Assert.Equal(PulseStage.Open, Room.Pulses[Id].Stage);
        Assert.DoesNotContain("Check-ins", Text(await Room.Type(Ana, "check-in")), StringComparison.Ordinal);
    }

    private Task<Answer> Check((string, string)[] plan) => Room.Submit(Noor, PulseActions.Check, plan);

    /// <summary>What the button that invites carries.</summary>
    private static (string, string)[] Ready(Answer answer)
    {
        var json = Cards.ShownCard.Of(Assert.IsType<Answer.Opens>(answer).Form).Json;
        var data = json.DescendantsAndSelf().OfType<JObject>().Single(one => (string?)one["action"] == PulseActions.Launch);
        return [.. data.Properties().Select(one => (one.Name, (string)one.Value!))];
    }
}
