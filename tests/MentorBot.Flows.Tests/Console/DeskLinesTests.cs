using MentorBot.Domain.Pulses;
using MentorBot.Flows.Console;
using NodaTime;
using static MentorBot.Flows.Tests.FlowRoom;

namespace MentorBot.Flows.Tests.Console;

/// <summary>What the desk says of how things are going as a whole.</summary>
public sealed class DeskLinesTests : IDisposable
{
    private readonly FlowRoom room = new();

    public void Dispose() => room.Dispose();

    [Fact]
    public async Task Conversations_are_counted_for_the_last_whole_month_and_blank_under_five_pairs()
    {
        Assert.Equal("Conversations in February: not shown, fewer than five pairs", await Lines.Held(ReaderOf(Noor), default));

        room.Held.Number = 31;
        Assert.Equal("Conversations in February: 31", await Lines.Held(ReaderOf(Noor), default));
    }

    [Fact]
    public async Task The_next_check_in_is_the_next_of_a_row_and_an_open_one_says_until_when()
    {
        Assert.Null(await Lines.NextCheckIn(ReaderOf(Noor), default));

        room.Pulses.Put(Of("one", null, PulseStage.Open));
        Assert.Equal("Check-in: open until Monday 16 March", await Lines.NextCheckIn(ReaderOf(Noor), default));

        room.Pulses.Put(Of("one", 8, PulseStage.Open));
        Assert.Equal("Check-in: open until Monday 16 March; the next begins on Monday 27 April", await Lines.NextCheckIn(ReaderOf(Noor), default));

        room.Pulses.Put(Of("one", 8, PulseStage.Closed));
        Assert.Equal("Next check-in: Monday 27 April", await Lines.NextCheckIn(ReaderOf(Noor), default));
    }

    [Fact]
    public async Task Where_the_next_of_a_row_was_stopped_none_comes()
    {
        room.Pulses.Put(Of("one", 8, PulseStage.Closed));
        room.Pulses.Put(Of(Repeating.NextId(new("one")).Value, 8, PulseStage.Stopped));

        Assert.Null(await Lines.NextCheckIn(ReaderOf(Noor), default));
    }

    private DeskLines Lines
    {
        get
        {
            // The words are hers.
            room.TurnOf(Noor);
            return room.Get<DeskLines>();
        }
    }

    private static Pulse Of(string id, int? weeks, PulseStage stage) => new(
        new(id), 1, new(PulseForm.A, null, new(2026, 3, 16), weeks), Noor, FlowRoom.Start, FlowRoom.Start + Duration.FromDays(14), FlowRoom.Start + Duration.FromDays(15), stage, Invited.Of([]), null);
}
