using MentorBot.Domain;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Offers;
using MentorBot.Domain.Wishes;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Tests.Requests;
using NodaTime;
using static MentorBot.Storage.Tests.StorageRoom;

namespace MentorBot.Storage.Tests.Matching;

public sealed class MentorRowsTests : IDisposable
{
    private static readonly OfferForm Form = MatchingRoom.PlainOffer with { Places = Places.Two };
    private static readonly OfferState Open = new OfferState.Open(Noor);
    private static readonly Instant Someday = Instant.FromUtc(2026, 4, 1, 8, 0);

    private readonly StorageRoom room = new();

    public void Dispose() => room.Dispose();

    [Fact]
    public async Task The_list_follows_an_offer_from_waiting_to_its_end()
    {
        await Is(Ana, new OfferState.Kept(Someday));
        Assert.Equal("", await List());
        await Is(Ana, new OfferState.TryingOut(Ben, [], null, Someday));
        Assert.Equal("", await List());
        await Is(Ana, new OfferState.Waiting(TryOut.TookPlace, 1, [Noor], Someday, null));
        Assert.Equal("ana.lima WaitingForCoordinator Two", await List());
        await Is(Ana, Open);
        Assert.Equal("ana.lima Open Two", await List());
        await Is(Ana, new OfferState.Paused(Noor, new LocalDate(2026, 4, 1), Someday));
        Assert.Equal("ana.lima Paused Two", await List());
        await Is(Ana, null);
        Assert.Equal("", await List());
    }

    [Fact]
    public async Task A_step_that_comes_late_or_twice_shows_the_offer_as_it_is_by_then()
    {
        await Put(Ana, new OfferState.Waiting(TryOut.TookPlace, 1, [Noor], Someday, null));
        await Put(Ana, Open);

        await Step(Ana);
        await Step(Ana);
        Assert.Equal("ana.lima Open Two", await List());

        await Put(Ana, null);
        await Step(Ana);
        await Step(Ana);
        Assert.Equal("", await List());
    }

    [Fact]
    public async Task Of_two_steps_at_once_the_one_that_read_an_older_offer_does_not_win()
    {
        await Is(Ana, new OfferState.Waiting(TryOut.TookPlace, 1, [Noor], Someday, null));
        room.Rows.BeforeTransact = async partition =>
        {
            if (partition.Table != Table.Matching)
                return;
            room.Rows.BeforeTransact = _ => Task.CompletedTask;
            await Is(Ana, Open);
        };

        await Step(Ana);

        Assert.Equal("ana.lima Open Two", await List());
    }

    [Fact]
    public async Task Everybody_has_a_line_of_their_own_whatever_their_id()
    {
        string[] ids = ["ana", "ana.lima", "ana/lima", "ana!002Flima", "日本"];
        foreach (var id in ids)
            await Is(new(id), Open);

        Assert.Equal(ids.Order(StringComparer.Ordinal), (await room.Mentors.All(default)).Select(mentor => mentor.Person.Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_list_holds_mentors_only()
    {
        await room.Decisions.Run(
            PartitionOf.Matching(Contoso),
            _ => Task.FromResult(0),
            (_, _) => ValueTask.FromResult(Storage.Deciding.Plan.Of(0, new Write.Upsert("mentors-of-old", new PropertyBag().Properties), new Write.Upsert("request-1", new PropertyBag().Properties))),
            default);

        Assert.Empty(await room.Mentors.All(default));
    }

    [Fact]
    public async Task A_mentor_comes_back_as_they_were_kept()
    {
        var form = new OfferForm(
            [Help.Advice, Help.Introductions], ["craft", OfferForm.Anything], Places.Three, Pace.AFewConversations, Confidential.From("words"), AtEaseWith.DifferentWork, ["en", "pt-BR"],
            WayOfMeeting.WalkOrPhone, true, NeverList.Of([Noor, new("日本, 😀|")]), true);

        await Is(Ana, Open, form);

        Assert.Equal(Mentor.Unknown(Ana) with { Standing = MentorStanding.Open, Offers = Offered.Of(form) }, await room.Mentors.Find(Ana, default));
        Assert.Null(await room.Mentors.Find(Ben, default));
    }

    [Fact]
    public async Task Whom_a_mentor_would_rather_not_meet_is_sealed_under_the_one_key_of_the_tenant()
    {
        for (var number = 0; number < 20; number++)
            await Is(new($"mentor-{number}"), Open, Form with { NotThese = NeverList.Of([new("canary.cole")]) });
        using var later = new StorageRoom(beside: room);
        var before = room.Wrapper.Unwraps;

        Assert.All(await later.Mentors.All(default), mentor => Assert.True(mentor.Offers!.NotThese.Includes(new("canary.cole"))));

        Assert.Equal(1, room.Wrapper.Unwraps - before);
        Assert.DoesNotContain(room.Rows.All, each => Bytes.Of(each.Row).AsSpan().IndexOf("canary"u8) >= 0);
    }

    [Fact]
    public async Task A_rest_that_ends_begins_without_silences()
    {
        await Is(Ana, new OfferState.Resting(Noor));
        Assert.Equal("ana.lima Resting Two", await List());
        await Silent(Ana, 2);
        await Step(Ana);
        Assert.Equal(2, (await room.Mentors.Find(Ana, default))!.Silences);

        await Is(Ana, Open);
        Assert.Equal(0, (await room.Mentors.Find(Ana, default))!.Silences);

        await Silent(Ana, 1);
        await Step(Ana);
        Assert.Equal(1, (await room.Mentors.Find(Ana, default))!.Silences);
    }

    [Fact]
    public async Task A_step_that_finds_nothing_new_writes_nothing()
    {
        await Is(Ana, Open);
        room.Watched.Forget();

        await Step(Ana);

        Assert.DoesNotContain(room.Watched.Calls, call => call.StartsWith("transact", StringComparison.Ordinal));
    }

    private Task Step(PersonId person) => room.FollowOffer.Run(person.Value, person.Value, default);

    private async Task Silent(PersonId person, int times)
    {
        var mentor = await room.Mentors.Find(person, default);
        await room.Requests.Decide(Ben, new("request-1"), person, scene => new(new Domain.Requests.RequestOutcome.Done(null), true, scene with { Asked = mentor! with { Silences = times } }, []), default);
    }

    private async Task Is(PersonId person, OfferState? state, OfferForm? form = null)
    {
        await Put(person, state, form);
        await Step(person);
    }

    private Task<OfferOutcome> Put(PersonId person, OfferState? state, OfferForm? form = null)
    {
        var offer = state is null ? null : new Offer(new("offer-1"), person, 1, form ?? Form, state, DateTimeZone.Utc);
        return room.Offers.Decide(person, _ => new(new OfferOutcome.Done(offer), true, offer, []), default);
    }

    private async Task<string> List() => string.Join(", ", (await room.Mentors.All(default)).Select(mentor => $"{mentor.Person} {mentor.Standing} {mentor.Offers?.Places}"));
}
