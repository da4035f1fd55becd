using System.Collections.Immutable;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using MentorBot.Domain;
using MentorBot.Domain.Offers;
using MentorBot.Domain.Wishes;
using MentorBot.Storage.Rows;
using NodaTime;
using static MentorBot.Storage.Tests.StorageRoom;

namespace MentorBot.Storage.Tests.Offers;

public sealed class OfferRowsTests : IDisposable
{
    private static readonly OfferId Id = new("offer-1");

    private static readonly OfferForm Form = new(
        [Help.Advice, Help.SomeoneWhoListens], ["craft"], Places.Two, Pace.SeeAfterTheFirst, Confidential.From("canary words"), AtEaseWith.Anyone, ["en", "pt-BR"], WayOfMeeting.Any, true, NeverList.Of([new("canary.cole")]), true);

    private readonly StorageRoom room = new();

    public void Dispose() => room.Dispose();

    [Fact]
    public void Every_offer_comes_back_as_it_was_kept() => Prop.ForAll(Offers().ToArbitrary(), offer =>
    {
        Put(offer).GetAwaiter().GetResult();
        return room.Offers.Find(Ana, default).GetAwaiter().GetResult() == offer;
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("ana.lima")]
    [InlineData("00000000-0000-0000-0000-000000000001")]
    [InlineData("Ana/Lima#?\\")]
    [InlineData("日本 😀")]
    [InlineData("a!0041")]
    public async Task An_offer_is_found_under_any_id_of_a_person_and_erased_again(string person)
    {
        var offer = new Offer(new("odd/id#?"), new(person), 1, Form, new OfferState.Open(Noor), DateTimeZone.Utc);
        await Put(offer);
        Assert.Equal(offer, await room.Offers.Find(offer.Person, default));

        await room.Offers.Decide(offer.Person, found => Offering.Stop(found, offer.Id), default);

        Assert.Null(await room.Offers.Find(offer.Person, default));
    }

    [Fact]
    public async Task Peoples_offers_do_not_mix()
    {
        await Put(Offer(new OfferState.Open(Noor)));

        Assert.Null(await room.Offers.Find(Ben, default));
        Assert.Null(await room.Offers.Find(new PersonId("ana"), default));
    }

    [Fact]
    public async Task The_words_are_sealed_in_the_row_and_anew_with_each_revision()
    {
        await Put(Offer(new OfferState.Open(Noor)));
        var first = await Stored();
        await Put(Offer(new OfferState.Open(Noor)) with { Revision = 2 });
        var second = await Stored();

        Assert.NotEqual((byte[])first.Properties["about"], (byte[])second.Properties["about"]);
        Assert.NotEqual((byte[])first.Properties["notThese"], (byte[])second.Properties["notThese"]);
        foreach (var property in first.Properties.Values.Concat(second.Properties.Values))
        {
            var bytes = property as byte[] ?? Encoding.UTF8.GetBytes(property.ToString()!);
            Assert.True(bytes.AsSpan().IndexOf("canary"u8) < 0 && bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes("canary")) < 0);
        }
    }

    [Fact]
    public async Task A_form_that_arrives_once_more_after_the_offer_was_taken_back_does_not_bring_it_back()
    {
        await Send();
        Assert.IsType<OfferOutcome.Done>(await room.Offers.Decide(Ana, found => Offering.Stop(found, Id), default));

        Assert.Equal(new OfferOutcome.AsItIs(null), await Send());
        room.Clock.Advance(Duration.FromDays(1) - Duration.FromSeconds(1));
        await room.OffersFallDue.Tick(Of(Ana), default);
        Assert.Equal(new OfferOutcome.AsItIs(null), await Send());
    }

    [Fact]
    public async Task That_an_offer_was_there_is_forgotten_after_a_day()
    {
        using var sweeping = new StorageRoom(beside: room, falling: room.OffersFallDue);
        await Send();
        await room.Offers.Decide(Ana, found => Offering.Stop(found, Id), default);
        await sweeping.Worker.RunUntilIdle(default);
        Assert.Single(await room.Keys(Of(Ana), "seen-"));

        room.Clock.Advance(Duration.FromDays(1));
        await sweeping.Worker.RunUntilIdle(default);

        Assert.Empty(await room.Keys(Of(Ana), "seen-"));
    }

    [Fact]
    public async Task A_new_offer_begins_right_after_one_was_taken_back()
    {
        await Send();
        await room.Offers.Decide(Ana, found => Offering.Stop(found, Id), default);

        Assert.IsType<OfferOutcome.Done>(await room.Offers.Decide(Ana, found => Offering.Send(found, new("offer-2"), Ana, Form, Ben, DateTimeZone.Utc, Terms, room.Clock.Now), default));
    }

    [Fact]
    public async Task A_decision_and_what_follows_from_it_are_kept_together_or_not_at_all()
    {
        room.Rows.BeforeTransact = partition => partition.Table == Table.People ? throw new RowStoreUnavailableException("out of reach") : Task.CompletedTask;
        await Assert.ThrowsAsync<RowStoreUnavailableException>(Send);
        Assert.Empty(await room.Keys(Of(Ana)));

        room.Rows.BeforeTransact = _ => Task.CompletedTask;
        await Send();
        Assert.Equal(
            ["offer", "outbox-offers.enrolling|offer-1|ana.lima", "outbox-offers.list|ana.lima|", "outbox-offers.partner|offer-1|ben.carter"],
            await room.Keys(Of(Ana)));
    }

    [Fact]
    public async Task A_decision_that_changes_nothing_writes_nothing()
    {
        await Send();
        room.Watched.Forget();

        await Send();

        Assert.DoesNotContain(room.Watched.Calls, call => call.StartsWith("transact", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_two_presses_at_once_the_slower_one_is_decided_on_what_the_faster_one_left()
    {
        await Send();
        room.Rows.BeforeTransact = async partition =>
        {
            if (partition.Table != Table.People)
                return;
            room.Rows.BeforeTransact = _ => Task.CompletedTask;
            await room.Offers.Decide(Ana, found => Offering.Stop(found, Id), default);
        };

        var outcome = await room.Offers.Decide(Ana, found => Offering.TriedOut(found, Id, TryOut.TookPlace, NoorLooks, Terms, room.Clock.Now), default);

        Assert.Equal(new OfferOutcome.AsItIs(null), outcome);
        Assert.Null(await room.Offers.Find(Ana, default));
    }

    [Fact]
    public async Task What_falls_due_happens_at_its_time_and_by_itself()
    {
        using var sweeping = new StorageRoom(beside: room, falling: room.OffersFallDue);
        await Send();

        room.Clock.Advance(Duration.FromDays(14));
        await sweeping.Worker.RunUntilIdle(default);
        Assert.Null(Assert.IsType<OfferState.TryingOut>((await room.Offers.Find(Ana, default))!.State).RemindAt);

        room.Clock.Advance(Duration.FromDays(46));
        await sweeping.Worker.RunUntilIdle(default);
        Assert.Null(await room.Offers.Find(Ana, default));
    }

    private static Offer Offer(OfferState state) => new(Id, Ana, 1, Form, state, DateTimeZoneProviders.Tzdb["Europe/Lisbon"]);

    private static Gen<Offer> Offers()
    {
        var people = Gen.Elements("noor", "a,b", "a!002Cb", ",", "日本", "😀", "a/b#c?d\\e", "a|b", " ").Select(id => new PersonId(id));
        var someone = Gen.OneOf(people.Select(one => (PersonId?)one), Gen.Constant((PersonId?)null));
        var several = people.ArrayOf().Select(list => list.ToImmutableArray());
        var moments = Gen.Choose(0, int.MaxValue).Zip(Gen.Choose(0, 9_999_999)).Select(at => Instant.FromUnixTimeSeconds(at.Item1).PlusTicks(at.Item2));
        var perhaps = Gen.OneOf(moments.Select(at => (Instant?)at), Gen.Constant((Instant?)null));
        var points = from point in AnyOf<OpenPoint>() from due in moments select new WordFirst(point, due);
        var word = Gen.OneOf(points.Select(one => (WordFirst?)one), Gen.Constant((WordFirst?)null));
        var states = Gen.OneOf(
            moments.Select(at => (OfferState)new OfferState.Kept(at)),
            from partner in someone
            from notAgain in several
            from remindAt in perhaps
            from eraseAt in moments
            select (OfferState)new OfferState.TryingOut(partner, notAgain, remindAt, eraseAt),
            from how in AnyOf<TryOut>()
            from round in Gen.Choose(1, int.MaxValue)
            from asked in several
            from due in moments
            from first in word
            select (OfferState)new OfferState.Waiting(how, round, asked, due, first),
            people.Select(confirmer => (OfferState)new OfferState.Open(confirmer)),
            from confirmer in people
            from days in Gen.Choose(-100_000, 100_000)
            from at in moments
            select (OfferState)new OfferState.Paused(confirmer, new LocalDate(2026, 3, 2).PlusDays(days), at),
            people.Select(confirmer => (OfferState)new OfferState.Resting(confirmer)));
        var forms =
            from help in AnyOf<Help>().ArrayOf()
            from themes in Gen.SubListOf("craft", "leading", OfferForm.Anything, OfferForm.SomethingElse)
            from places in AnyOf<Places>()
            from pace in AnyOf<Pace>()
            from about in ArbMap.Default.ArbFor<string>().Generator
            from ease in AnyOf<AtEaseWith>()
            from languages in Gen.SubListOf("en", "pt-BR", "zh-Hant")
            from meeting in AnyOf<WayOfMeeting>()
            from shortNotice in Gen.Elements(true, false)
            from notThese in several
            from ownWish in Gen.Elements(true, false)
            select new OfferForm([.. help], [.. themes], places, pace, Confidential.From(about), ease, [.. languages], meeting, shortNotice, NeverList.Of(notThese.Where(one => one.Value != " ")), ownWish);

        return from id in Gen.Elements("offer-1", "an/odd#one?", "0123456789abcdef")
               from revision in Gen.Choose(1, int.MaxValue)
               from form in forms
               from state in states
               from zone in Gen.Elements(DateTimeZoneProviders.Tzdb.Ids.ToArray())
               select new Offer(new(id), Ana, revision, form, state, DateTimeZoneProviders.Tzdb[zone]);
    }

    private static Gen<T> AnyOf<T>()
        where T : struct, Enum => Gen.Elements(Enum.GetValues<T>());

    private Task<OfferOutcome> Put(Offer offer) => room.Offers.Decide(offer.Person, _ => new(new OfferOutcome.Done(offer), true, offer, []), default);

    private Task<OfferOutcome> Send() => room.Offers.Decide(Ana, found => Offering.Send(found, Id, Ana, Form, Ben, DateTimeZone.Utc, Terms, room.Clock.Now), default);

    private async Task<Row> Stored() => (await room.Rows.Get(Of(Ana), "offer", default))!;
}
