using MentorBot.Domain;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Offers;
using MentorBot.Domain.Requests;
using MentorBot.Storage.Tests.Requests;
using NodaTime;
using static MentorBot.Storage.Tests.Requests.MatchingRoom;
using static MentorBot.Storage.Tests.StorageRoom;

namespace MentorBot.Storage.Tests.Matching;

public sealed class MatchmakerTests : IDisposable
{
    private readonly MatchingRoom people = new();

    public void Dispose() => people.Dispose();

    [Fact]
    public async Task Finds_mentors_who_are_open_and_nobody_else()
    {
        await people.IsOpen(Ben);
        await people.Offers(Cleo, new OfferState.Paused(Noor, new LocalDate(2026, 4, 1), people.Now));
        await Waits(Ana);

        Assert.Equal([Ben], await Found(Ana));
    }

    [Fact]
    public async Task Knows_reporting_lines_lists_and_past_pairs()
    {
        await people.IsOpen(Ben);
        await Waits(Ana);
        people.Room.Directory.Lines[Ana] = [Noor, Ben];
        Assert.Empty(await Found(Ana));

        people.Room.Directory.Lines.Clear();
        await people.IsOpen(Ben, PlainOffer with { NotThese = NeverList.Of([Ana]) });
        Assert.Empty(await Found(Ana));

        await people.IsOpen(Ben);
        Assert.Equal([Ben], await Found(Ana));
        people.Room.Directory.Left.Add(Ben);
        Assert.Empty(await Found(Ana));
    }

    [Fact]
    public async Task Two_who_are_looking_and_fine_with_equals_are_found_for_one_another()
    {
        await Waits(Ana, request => request with { OpenToPeers = true });
        await Waits(Ben);
        Assert.Empty(await Found(Ana));

        await Waits(Ben, request => request with { OpenToPeers = true, Revision = 2 });
        Assert.Equal([Ben], await Found(Ana));
        Assert.Equal([Ana], await Found(Ben));
        Assert.Contains((await Between(Ana, Ben))!.Reasons, reason => reason.Kind == ReasonKind.LooksToo);
    }

    [Fact]
    public async Task An_equal_who_would_rather_not_meet_the_other_is_not_found_for_them()
    {
        await Waits(Ana, request => request with { OpenToPeers = true });
        await Waits(Ben, request => request with { OpenToPeers = true, Form = Form with { NotThese = NeverList.Of([Ana]) } });

        Assert.Empty(await Found(Ana));
        Assert.Empty(await Found(Ben));
    }

    [Fact]
    public async Task Says_of_any_mentor_why_they_might_suit_and_of_nobody_else()
    {
        await people.IsOpen(Ben);
        await people.Offers(Cleo, new OfferState.Paused(Noor, new LocalDate(2026, 4, 1), people.Now));
        await Waits(Ana);

        Assert.Equal(Ben, (await Between(Ana, Ben))!.Mentor);
        Assert.Null(await Between(Ana, Cleo));
        Assert.Null(await Between(Ana, Noor));
        Assert.Null(await Between(Ana, Ana));
    }

    [Fact]
    public async Task Finds_for_somebody_who_had_put_it_aside()
    {
        await people.IsOpen(Ben);
        await people.Put(people.Of(Ana, First, new RequestState.PutAside(people.Now + Duration.FromDays(30))));

        Assert.Equal([Ben], await Found(Ana));
    }

    [Fact]
    public async Task Looks_up_the_two_of_one_question_without_any_storage()
    {
        people.Room.Directory.Lines[Ana] = [Noor];
        people.Room.Directory.Left.Add(Ben);

        var two = await people.Room.Matchmaker.Two(Ana, Ben, default);

        Assert.Equal([Noor], two.Asking!.Line);
        Assert.Null(two.Asked);
        Assert.Empty(people.Room.Watched.Calls);
    }

    private Task Waits(PersonId person, Func<Request, Request>? differently = null)
    {
        var request = people.Of(person, First, new RequestState.Looking(people.Now + Duration.FromDays(1), people.Now + Duration.FromDays(3), false));
        return people.Put(differently?.Invoke(request) ?? request);
    }

    private async Task<PersonId[]> Found(PersonId person) =>
        [.. (await people.Room.Matchmaker.AmongAll(default)).Find((await people.Room.Requests.Find(person, First, default))!).Select(one => one.Mentor)];

    private async Task<Proposal?> Between(PersonId person, PersonId whom) =>
        (await people.Room.Matchmaker.AmongAll(default)).Between((await people.Room.Requests.Find(person, First, default))!, whom);
}
