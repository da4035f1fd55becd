using MentorBot.Domain.Pulses;
using NodaTime;

namespace MentorBot.Domain.Tests.Pulses;

/// <summary>When the next of a row of check-ins is to come.</summary>
public sealed class RepeatingTests
{
    private static readonly Instant Opened = Instant.FromUtc(2026, 3, 2, 9, 0);

    [Theory]
    [InlineData(0, 42)]
    [InlineData(42, 42)]
    [InlineData(43, 49)]
    [InlineData(84, 84)]
    public void It_comes_after_its_weeks_or_is_tried_again_a_week_later(int day, int at) =>
        Assert.Equal(Opened + Duration.FromDays(at), Repeating.NextAt(Of(6), Opened + Duration.FromDays(day)));

    [Fact]
    public void None_comes_after_one_that_is_not_repeated_and_after_the_last_wait()
    {
        Assert.Null(Repeating.NextAt(Of(null), Opened));
        Assert.Null(Repeating.NextAt(Of(6), Opened + Duration.FromDays(85)));
    }

    [Fact]
    public void A_row_that_is_ended_stays_ended_and_one_that_was_stopped_or_followed_is_not_repeated()
    {
        Assert.Equal(["one"], Repeating.ToRepeat([Of(6)], Opened).Select(pulse => pulse.Id.Value));
        Assert.Empty(Repeating.ToRepeat([Of(6) with { Stage = PulseStage.Stopped }], Opened));
        Assert.Equal(["one-2"], Repeating.ToRepeat([Of(6), Of(6) with { Id = new("one-2") }], Opened).Select(pulse => pulse.Id.Value));
        Assert.Empty(Repeating.ToRepeat([Of(6), Of(6) with { Id = new("one-2"), Stage = PulseStage.Stopped }], Opened));

        var last = Repeating.End(Of(6)).Next!;
        Assert.Empty(Repeating.ToRepeat([last], Opened));
        Assert.False(Repeating.End(last).Changes);
    }

    private static Pulse Of(int? weeks) => new(
        new("one"), 1, new(PulseForm.A, null, new(2026, 3, 16), weeks), new("noor"), Opened, Opened, Opened, PulseStage.Open, Invited.Of([]), null);
}
