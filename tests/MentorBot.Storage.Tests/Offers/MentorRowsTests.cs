using MentorBot.Domain;
using MentorBot.Domain.Offers;
using MentorBot.Storage.Rows;
using NodaTime;
using static MentorBot.Storage.Tests.StorageRoom;

namespace MentorBot.Storage.Tests.Offers;

public sealed class MentorRowsTests : IDisposable
{
    private static readonly OfferForm Form = new([Help.Advice], [], Places.Two, Pace.SeeAfterTheFirst, null, AtEaseWith.Anyone, ["en"], WayOfMeeting.Any, false, true);
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
        Assert.Equal("ana.lima WaitingForCoordinator 2", await List());
        await Is(Ana, Open);
        Assert.Equal("ana.lima Open 2", await List());
        await Is(Ana, new OfferState.Paused(Noor, new LocalDate(2026, 4, 1), Someday));
        Assert.Equal("ana.lima Paused 2", await List());
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
        Assert.Equal("ana.lima Open 2", await List());

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

        Assert.Equal("ana.lima Open 2", await List());
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

    private Task Step(PersonId person) => room.Mentors.Run(person.Value, default);

    private async Task Is(PersonId person, OfferState? state)
    {
        await Put(person, state);
        await Step(person);
    }

    private Task<OfferOutcome> Put(PersonId person, OfferState? state)
    {
        var offer = state is null ? null : new Offer(new("offer-1"), person, 1, Form, state, DateTimeZone.Utc);
        return room.Offers.Decide(person, _ => new(new OfferOutcome.Done(offer), true, offer, []), default);
    }

    private async Task<string> List() => string.Join(", ", (await room.Mentors.All(default)).Select(mentor => $"{mentor.Person} {mentor.Standing} {mentor.Places}"));
}
