using MentorBot.Domain.Notices;
using MentorBot.Storage.Outbox;
using NodaTime;
using static MentorBot.Storage.Tests.StorageRoom;

namespace MentorBot.Storage.Tests.Outbox;

public sealed class OutageTests : IDisposable
{
    private readonly StorageRoom room = new();

    public void Dispose() => room.Dispose();

    [Fact]
    public async Task An_outage_is_not_counted_against_a_message_however_long_it_lasts()
    {
        await room.Follows(Ana, new Consequence.Tell("kind", "a subject", "1", Ben));
        room.Notices.Becomes = _ => Task.FromResult<Delivery>(new Delivery.TryAgain(null, InDoubt: false) { IsOutage = true });
        for (var attempt = 0; attempt < 10 * Postman.MostAttempts; attempt++)
        {
            await room.Postman.Deliver(Of(Ana), default);
            room.Clock.Advance(Duration.FromHours(1));
        }

        room.Notices.Becomes = _ => Task.FromResult(NoticesByHand.Finished);
        await room.Postman.Deliver(Of(Ana), default);

        Assert.Equal((10 * Postman.MostAttempts) + 1, room.Notices.Sent.Count);
        Assert.Empty(await room.Keys(Of(Ana)));
    }
}
