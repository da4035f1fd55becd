using MentorBot.Domain.Requests;
using MentorBot.Domain.Scheduling;
using MentorBot.Flows.Requests;
using MentorBot.Flows.Tests.Cards;
using MentorBot.Flows.Turns;
using NodaTime;
using static MentorBot.Flows.Tests.FlowRoom;

namespace MentorBot.Flows.Tests.Requests;

/// <summary>Choosing somebody with the tick: the first time that suits both comes with the question. Ana is in Lisbon, it is Monday, eight o'clock.</summary>
public sealed class TickTests : IDisposable
{
    private readonly FlowRoom room = Asker.Room();

    public TickTests() => room.Requests.Put(Asker.In(Asker.ChooseOne));

    public void Dispose() => room.Dispose();

    [Fact]
    public async Task With_the_tick_kept_the_question_carries_a_time_at_which_both_are_free()
    {
        var tuesday = new Interval(Instant.FromUtc(2026, 3, 3, 0, 0), Instant.FromUtc(2026, 3, 4, 0, 0));
        room.Calendars.MakeBusy(Ana, tuesday.Start, tuesday.End);

        var shown = await Choose(("bookFirst", "true"));

        var time = Assert.Single(State.Times);
        Assert.Equal(60, time.Minutes);
        Assert.InRange(time.Start, tuesday.End, FlowRoom.Start + Duration.FromDays(15));
        Assert.Contains("If it is yes, you meet on " + ReaderOf(Ana).Day(time.Start), shown);
    }

    [Theory]
    [InlineData("bookFirst", "false")]
    [InlineData("another", "true")]
    public async Task Without_the_tick_it_carries_none(string input, string value)
    {
        Assert.DoesNotContain("you meet on", await Choose((input, value)));
        Assert.Empty(State.Times);
    }

    [Fact]
    public async Task Nor_where_a_calendar_cannot_be_seen()
    {
        room.Calendars.LoseReach(Asker.Chidi);

        Assert.Contains("I'm asking Chidi Obi", await Choose(("bookFirst", "true")));
        Assert.Empty(State.Times);
    }

    [Fact]
    public async Task Where_it_is_pressing_short_times_go_with_it_and_the_hour_is_told_by_which_one_hears()
    {
        room.Requests.Put(Asker.In(Asker.ChooseOne, Asker.Form with { Soon = HowSoon.ThisWeek }));

        var shown = await Choose();

        Assert.Equal(3, State.Times.Length);
        Assert.All(State.Times, time => Assert.Equal(20, time.Minutes));
        Assert.Equal(State.Times[0].Start, State.Until);
        Assert.Contains($"You hear from me by {ReaderOf(Ana).Moment(State.Until)}", shown);
        Assert.Contains("Short times went to Chidi Obi. You hear from me by", EveryCard.Only(await room.Type(Ana, "where am i")).Json.ToString());
    }

    private RequestState.Asking State => Assert.IsType<RequestState.Asking>(room.Requests[Asker.Id].State);

    private async Task<string> Choose(params (string Name, string Value)[] inputs) => EveryCard.Only(
        await room.Press(Ana, RequestActions.Choose, [Asker.Of, (RequestActions.Whom, Asker.Chidi.Value), .. inputs])).Json.ToString();
}
