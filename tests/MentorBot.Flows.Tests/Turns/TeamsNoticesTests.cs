using MentorBot.Domain;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Offers;
using MentorBot.Domain.Profiles;
using MentorBot.Flows.Offers;
using MentorBot.Rehearsal;
using MentorBot.Rehearsing;
using MentorBot.Testing.Towns;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace MentorBot.Flows.Tests.Turns;

/// <summary>What becomes of a notice, by what the channel says to it. Over real HTTP.</summary>
public sealed class TeamsNoticesTests : IAsyncLifetime
{
    private Town town = null!;
    private Resident ana = null!;

    public async Task InitializeAsync()
    {
        town = await TestTown.Start();
        ana = town.Person("Ana Lima");
        await ana.Installs();
        await town.Settles();
    }

    public async Task DisposeAsync() => await town.DisposeAsync();

    [Fact]
    public async Task A_card_that_follows_is_shown_and_later_replaced_in_its_place()
    {
        var kept = await Keep();

        var shown = Assert.IsType<Delivery.Shown>(await Deliver(kept));
        Assert.Equal(shown, await Deliver(kept with { Card = shown.Card }));

        Assert.Equal(1, Count("Kept for you, not sent."));
        Assert.Equal(shown.Card, ana.Chat[^1].Id);
        Assert.Equal(1, ana.Chat[^1].Revision);
    }

    [Fact]
    public async Task A_card_that_is_shown_once_is_finished()
    {
        Assert.IsType<Delivery.Finished>(await Deliver(Hello()));

        Assert.Equal(2, Count("Hello, I arrange conversations"));
    }

    [Fact]
    public async Task A_matter_that_is_over_posts_nothing_and_replaces_what_is_there()
    {
        var before = ana.Chat.Count;
        Assert.IsType<Delivery.Finished>(await Deliver(Gone(card: null)));
        Assert.Equal(before, ana.Chat.Count);

        Assert.IsType<Delivery.Finished>(await Deliver(Gone(card: await Posted())));

        Assert.Equal(0, Count("Hello, I arrange conversations"));
    }

    [Theory]
    [InlineData(403, "ConversationBlockedByUser")]
    [InlineData(403, "BotNotInConversationRoster")]
    [InlineData(404, null)]
    public async Task Who_took_the_bot_away_is_not_written_to_until_they_are_back(int status, string? code)
    {
        town.Fails(code is null ? Fault.Refused(status) : Fault.Refused(status, code), only: ana);
        Assert.IsType<Delivery.Unreachable>(await Deliver(Hello()));
        var sends = town.Sends;

        Assert.IsType<Delivery.Unreachable>(await Deliver(Hello()));

        Assert.Equal(sends, town.Sends);
        var profile = await Service<IProfiles>().Find(Ana, CancellationToken.None);
        Assert.Null(profile!.Reach);
        Assert.False(profile.Welcomed);

        await ana.Says("hello");
        await town.Settles();
        Assert.NotNull((await Service<IProfiles>().Find(Ana, CancellationToken.None))!.Reach);
    }

    [Theory]
    [InlineData(401, "BotNotRegistered")]
    [InlineData(403, "BotDisabledByAdmin")]
    [InlineData(403, "NotEnoughPermissions")]
    [InlineData(403, "SomethingNew")]
    public async Task When_it_is_the_bot_that_may_not_write_nobody_is_written_off(int status, string code)
    {
        town.Fails(Fault.Refused(status, code), only: ana);

        Assert.Equal(new Delivery.TryAgain(null, InDoubt: false) { IsOutage = true }, await Deliver(Hello()));

        Assert.NotNull((await Service<IProfiles>().Find(Ana, CancellationToken.None))!.Reach);
        Assert.Contains(town.Bot.LogLines, line => line.Contains($"HTTP {status} {code}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_conversation_that_is_gone_is_not_one_whose_card_was_deleted()
    {
        var card = await Posted();
        town.Fails(Fault.Refused(404, "ConversationNotFound"), only: ana);

        Assert.IsType<Delivery.Unreachable>(await Deliver(Gone(card)));
    }

    [Fact]
    public async Task Who_blocks_the_bot_or_takes_it_away_is_not_written_to_and_what_is_theirs_stays()
    {
        ana.Blocks();
        Assert.IsType<Delivery.Unreachable>(await Deliver(Hello()));
        ana.Unblocks();
        await ana.Says("hello");
        await town.Settles();

        await ana.Uninstalls();
        await town.Settles();

        var profile = await Service<IProfiles>().Find(Ana, CancellationToken.None);
        Assert.NotNull(profile);
        Assert.Null(profile.Reach);
    }

    [Fact]
    public async Task A_short_wait_is_kept_on_the_way_and_the_notice_goes_out_once()
    {
        town.Fails(Fault.Throttled(retryAfterSeconds: 0), only: ana);

        Assert.IsType<Delivery.Finished>(await Deliver(Hello()));

        Assert.Equal(2, Count("Hello, I arrange conversations"));
    }

    [Fact]
    public async Task A_card_that_its_owner_deleted_is_not_brought_back()
    {
        var card = await Posted();
        town.Fails(Fault.Refused(404), only: ana);

        Assert.IsType<Delivery.Finished>(await Deliver(Gone(card)));

        Assert.NotNull((await Service<IProfiles>().Find(Ana, CancellationToken.None))!.Reach);
    }

    [Fact]
    public async Task When_it_is_too_much_the_channel_says_how_long_to_wait()
    {
        town.Fails(Fault.Throttled(retryAfterSeconds: 17), only: ana);

        Assert.Equal(new Delivery.TryAgain(Duration.FromSeconds(17), InDoubt: false) { IsOutage = true }, await Deliver(Hello()));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    public async Task A_channel_that_fails_may_have_done_it_all_the_same(int status)
    {
        town.Fails(Fault.Refused(status), only: ana);

        Assert.Equal(new Delivery.TryAgain(null, InDoubt: true), await Deliver(Hello()));
    }

    [Fact]
    public async Task An_answer_that_was_lost_leaves_a_doubt()
    {
        town.Fails(Fault.AnswerLost(), only: ana);

        Assert.Equal(new Delivery.TryAgain(null, InDoubt: true), await Deliver(Hello()));
        Assert.Equal(2, Count("Hello, I arrange conversations"));
    }

    [Fact]
    public async Task A_replacement_whose_answer_was_lost_leaves_none_for_it_can_be_done_again()
    {
        var card = await Posted();
        town.Fails(Fault.AnswerLost(), times: 4, only: ana);

        Assert.Equal(new Delivery.TryAgain(null, InDoubt: false), await Deliver(Gone(card)));
    }

    [Fact]
    public async Task Whoever_never_met_the_bot_is_not_written_to()
    {
        var sends = town.Sends;

        Assert.IsType<Delivery.Unreachable>(await Deliver(Hello() with { Whom = new PersonId("jun.park") }));

        Assert.Equal(sends, town.Sends);
    }

    [Fact]
    public async Task Who_wants_to_hear_nothing_gets_nothing_new_and_what_is_there_changes_without_a_sound()
    {
        var card = await Posted();
        await Service<IProfiles>().Change(Ana, profile => profile with { IsSilent = true }, CancellationToken.None);
        var sends = town.Sends;

        Assert.IsType<Delivery.Unreachable>(await Deliver(Hello()));
        Assert.Equal(sends, town.Sends);
        Assert.NotNull((await Service<IProfiles>().Find(Ana, CancellationToken.None))!.Reach);

        Assert.IsType<Delivery.Finished>(await Deliver(Gone(card)));
        Assert.Equal(0, Count("Hello, I arrange conversations"));

        await ana.Says("hello");
        Assert.IsType<Delivery.Finished>(await Deliver(Hello()));
    }

    private static PersonId Ana => new("ana.lima");

    private static Notice Hello() => new(IProfiles.Hello, Ana.Value, Ana.Value, "1", Ana, null);

    /// <summary>About an offer that is not there (any more).</summary>
    private static Notice Gone(string? card) => new("offers.mentor", Ana.Value, "none", "1", Ana, card);

    /// <summary>Ana keeps a form, and is about to be told.</summary>
    private async Task<Notice> Keep()
    {
        var id = new OfferId("0193b0c0d5f87a3e9c1d2e3f40516273");
        var person = FlowRoom.PersonOf(Ana);
        await Service<IOffers>().Decide(
            Ana, found => Offering.Keep(found, id, Ana, OfferForms.Blank(person), person.Zone, FlowRoom.Programme.Offers, town.Clock.GetCurrentInstant()), CancellationToken.None);
        return new Notice(OfferNotices.Enrolling, Ana.Value, id.Value, "1", Ana, null);
    }

    /// <summary>The card in Ana's chat.</summary>
    private Task<string> Posted() => Task.FromResult(ana.Chat.Last(entry => entry.IsFromBot).Id);

    private int Count(string text) => ana.Chat.Count(entry => entry.Card?.ToString().Contains(text, StringComparison.Ordinal) == true);

    private Task<Delivery> Deliver(Notice notice) => Service<INotices>().Deliver(notice, CancellationToken.None);

    private T Service<T>()
        where T : notnull => ((RehearsedBot)town.Bot).Services.GetRequiredService<T>();
}
