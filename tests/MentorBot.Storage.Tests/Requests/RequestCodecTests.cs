using FsCheck;
using FsCheck.Fluent;
using MentorBot.Domain.Requests;
using MentorBot.Storage.Rows;
using static MentorBot.Storage.Tests.StorageRoom;

namespace MentorBot.Storage.Tests.Requests;

public sealed class RequestCodecTests : IDisposable
{
    private readonly MatchingRoom people = new();

    public void Dispose() => people.Dispose();

    [Fact]
    public void Every_request_comes_back_as_it_was_kept() => Prop.ForAll(AnyRequest.By(Ana).ToArbitrary(), request =>
    {
        people.Put(request).GetAwaiter().GetResult();
        return people.Room.Requests.Find(Ana, request.Id, default).GetAwaiter().GetResult() == request;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Without_words_it_is_the_same_in_all_else() => Prop.ForAll(AnyRequest.By(Ana).ToArbitrary(), request =>
    {
        using var room = new MatchingRoom();
        room.Put(request).GetAwaiter().GetResult();
        return room.Room.Requests.WithoutWords(default).GetAwaiter().GetResult().Single() == request with { Form = request.Form with { Words = null, Line = null } };
    }).QuickCheckThrowOnFailure();

    [Fact]
    public async Task The_words_are_sealed_anew_with_each_revision()
    {
        var request = people.Of(Ana, MatchingRoom.First, new RequestState.PutAside(people.Now));
        await people.Put(request);
        var first = await Stored();
        await people.Put(request with { Revision = 2 });
        var second = await Stored();

        Assert.All(["words", "line"], property => Assert.NotEqual((byte[])first.Properties[property], (byte[])second.Properties[property]));
    }

    private async Task<Row> Stored() => (await people.Room.Rows.Get(MatchingRoom.Market, "request-ana.lima|request-1", default))!;
}
