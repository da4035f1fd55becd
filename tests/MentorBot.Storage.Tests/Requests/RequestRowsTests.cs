using MentorBot.Domain;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Offers;
using MentorBot.Domain.Requests;
using MentorBot.Storage.Rows;
using NodaTime;
using static MentorBot.Storage.Tests.Requests.MatchingRoom;
using static MentorBot.Storage.Tests.StorageRoom;

namespace MentorBot.Storage.Tests.Requests;

public sealed class RequestRowsTests : IDisposable
{
    private static readonly RequestId Second = new("request-2");

    private readonly MatchingRoom people = new();

    public void Dispose() => people.Dispose();

    [Fact]
    public async Task A_person_has_several_requests_and_nobody_elses()
    {
        var ofBen = people.Of(Ben, First, new RequestState.PutAside(people.Now));
        var older = people.Of(Ana, Second, new RequestState.PutAside(people.Now)) with { Since = people.Now - Duration.FromDays(1) };
        var newer = people.Of(Ana, First, new RequestState.PutAside(people.Now));
        foreach (var request in (Request[])[ofBen, newer, older, ofBen with { Person = new("ana") }])
            await people.Put(request);

        Assert.Equal<Request>([older, newer], (await people.Room.Requests.Of(Ana, default)).ToArray());
        Assert.Equal(newer, await people.Room.Requests.Find(Ana, First, default));
        Assert.Null(await people.Room.Requests.Find(Ben, Second, default));
        Assert.Equal(older.Id, (await people.Room.Requests.WithoutWords(default))[0].Id);
    }

    [Fact]
    public async Task What_was_written_and_whom_one_would_rather_not_meet_is_nowhere_to_be_read()
    {
        await people.Sends(Ana, First, Form with { NotThese = NeverList.Of([new("canary.cole")]) });
        await people.Settles();

        Assert.DoesNotContain(people.Room.Rows.All, each => Bytes.Of(each.Row).AsSpan().IndexOf("canary"u8) >= 0);
    }

    [Fact]
    public async Task Reading_everybodys_requests_opens_no_words_and_unwraps_nobodys_key()
    {
        for (var number = 0; number < 10; number++)
            await people.Put(people.Of(new($"person-{number}"), First, new RequestState.PutAside(people.Now), Form with { NotThese = NeverList.Of([Ben]) }));
        using var later = new StorageRoom(beside: people.Room);
        var before = people.Room.Wrapper.Unwraps;

        var all = await later.Requests.WithoutWords(default);

        Assert.All(all, request => Assert.True(request.Form is { Words: null, Line: null } && request.Form.NotThese.Includes(Ben)));
        Assert.Equal(1, people.Room.Wrapper.Unwraps - before);
    }

    [Fact]
    public async Task Once_it_is_settled_nothing_that_was_sealed_is_left_in_any_row()
    {
        await people.AreTogether(Ana, Ben);

        Assert.Null(await people.State(Ana, First));
        Assert.DoesNotContain(people.Room.Rows.All, each => each.Partition.Table == Table.Matching && each.Row.Properties.Values.Any(value => value is byte[]));
    }

    [Fact]
    public async Task A_form_that_arrives_once_more_after_the_request_was_withdrawn_does_not_bring_it_back()
    {
        await people.Sends(Ana, First);
        await people.Withdraws(Ana, First);
        Assert.Equal(new RequestOutcome.AsItIs(null), await people.Sends(Ana, First));
        Assert.IsType<RequestOutcome.Done>(await people.Sends(Ana, Second));
        Assert.IsType<RequestOutcome.Done>(await people.Sends(Ben, First));
    }

    [Fact]
    public async Task That_a_request_was_there_is_forgotten_after_a_day()
    {
        await people.Sends(Ana, First);
        await people.Withdraws(Ana, First);
        await people.Settles();
        Assert.Single(await people.Room.Keys(Market, "seen-"));

        await people.Later(days: 1);

        Assert.Empty(await people.Room.Keys(Market));
    }

    [Fact]
    public async Task A_decision_and_what_follows_from_it_are_kept_together_or_not_at_all()
    {
        await people.IsOpen(Ben);
        await people.MayChoose(Ana, First, Ben);
        var before = await people.Room.Keys(Market);
        people.Room.Rows.BeforeTransact = partition => partition.Table == Table.Matching ? throw new RowStoreUnavailableException("out of reach") : Task.CompletedTask;
        await Assert.ThrowsAsync<RowStoreUnavailableException>(() => people.Chooses(Ana, First, Ben, Match));
        Assert.Equal(before, await people.Room.Keys(Market));

        people.Room.Rows.BeforeTransact = _ => Task.CompletedTask;
        await people.Chooses(Ana, First, Ben, Match);

        Assert.Equal(
            ["due-001772733600000|ana.lima|request-1", "outbox-matching.ask|ana.lima!0020request-1!0020match-1|ben.carter", "outbox-requests.mine|request-1!00201|ana.lima"],
            (await people.Room.Keys(Market)).Except(before));
        Assert.Equal(Match, Assert.Single((await people.Mentor(Ben)).Reserved));
    }

    [Fact]
    public async Task A_decision_that_changes_nothing_writes_nothing()
    {
        await people.Sends(Ana, First);
        people.Room.Watched.Forget();

        await people.Sends(Ana, First);

        Assert.DoesNotContain(people.Room.Watched.Calls, call => call.StartsWith("transact", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_two_who_press_for_the_last_place_at_the_same_moment_one_gets_it_and_the_other_keeps_their_choice()
    {
        await people.IsOpen(Ben);
        await people.MayChoose(Ana, First, Ben, Noor);
        await people.MayChoose(Cleo, First, Ben, Noor);
        BeforeTheTransaction(() => people.Chooses(Cleo, First, Ben, new("match-2")));

        var outcome = await people.Chooses(Ana, First, Ben, Match);

        Assert.IsType<RequestOutcome.NotAvailable>(outcome);
        Assert.Equal([Noor], Assert.IsType<RequestState.Choosing>(await people.State(Ana, First)).People.Select(one => one.Mentor));
        Assert.IsType<RequestState.Asking>(await people.State(Cleo, First));
        Assert.Equal(new("match-2"), Assert.Single((await people.Mentor(Ben)).Reserved));
    }

    [Fact]
    public async Task A_yes_that_meets_a_withdrawal_is_decided_on_what_is_left()
    {
        await IsAsked();
        BeforeTheTransaction(() => people.Withdraws(Ana, First));

        Assert.Equal(new RequestOutcome.AsItIs(null), await people.SaysYes(Ben, Ana, First, Match));

        Assert.Equal((0, 0, 0), (await people.Mentor(Ben)) switch { var ben => (ben.Reserved.Length, ben.Taken.Length, ben.Asked.Length) });
    }

    [Fact]
    public async Task A_mentor_who_pauses_while_somebody_chooses_them_is_not_asked()
    {
        await people.IsOpen(Ben);
        await people.MayChoose(Ana, First, Ben, Noor);
        BeforeTheTransaction(() => people.Offers(Ben, new OfferState.Paused(Noor, new LocalDate(2026, 4, 1), people.Now)));

        Assert.IsType<RequestOutcome.NotAvailable>(await people.Chooses(Ana, First, Ben, Match));
    }

    [Fact]
    public async Task A_pause_settles_the_questions_that_are_open_and_may_be_repeated()
    {
        await IsAsked();

        for (var time = 0; time < 3; time++)
            await people.Offers(Ben, new OfferState.Paused(Noor, new LocalDate(2026, 4, 1), people.Now));

        Assert.NotNull(Assert.IsType<RequestState.Asking>(await people.State(Ana, First)).TellAt);
        Assert.Equal(new Mentor(Ben, MentorStanding.Paused, Offered.Of(PlainOffer), [], [], [], 0, 0), await people.Mentor(Ben));
    }

    [Fact]
    public async Task A_pause_whose_step_was_cut_short_settles_the_questions_when_it_is_repeated()
    {
        await IsAsked();
        var transactions = 0;
        people.Room.Rows.BeforeTransact = partition =>
            partition.Table == Table.Matching && ++transactions == 2 ? throw new RowStoreUnavailableException("a crash") : Task.CompletedTask;
        await Assert.ThrowsAsync<RowStoreUnavailableException>(() => people.Offers(Ben, new OfferState.Paused(Noor, new LocalDate(2026, 4, 1), people.Now)));
        Assert.Single((await people.Mentor(Ben)).Asked);

        people.Room.Rows.BeforeTransact = _ => Task.CompletedTask;
        await people.Room.FollowOffer.Run(Ben.Value, Ben.Value, default);

        Assert.Empty((await people.Mentor(Ben)).Asked);
    }

    [Fact]
    public async Task An_invitation_to_somebody_who_does_not_offer_stands_whatever_they_do_with_a_draft_of_an_offer()
    {
        await people.Invites(Ana, First, Ben, InvitedAs.TheyMentorMe, Match);

        await people.Offers(Ben, new OfferState.Kept(people.Now));

        Assert.Null(Assert.IsType<RequestState.Asking>(await people.State(Ana, First)).TellAt);
    }

    [Fact]
    public async Task Of_somebody_who_only_was_asked_nothing_is_kept_afterwards()
    {
        await people.Invites(Ana, First, Ben, InvitedAs.TheyMentorMe, Match);
        Assert.Equal(new(Match, Ana, First), Assert.Single((await people.Mentor(Ben)).Asked));

        await people.SaysNotNow(Ben, Ana, First, Match);

        Assert.Empty(await people.Room.Keys(Market, "mentor-"));
    }

    [Fact]
    public async Task Somebody_who_is_invited_and_never_comes_leaves_nothing_behind()
    {
        await people.Invites(Ana, First, Ben, InvitedAs.TheyMentorMe, Match, isReachable: false);
        Assert.Equal(new(Match, Ana, First), Assert.Single((await people.Mentor(Ben)).Asked));

        await people.Later(days: 30);
        await people.Later(days: 1);

        Assert.Empty(await people.Room.Keys(Market));
    }

    [Fact]
    public async Task Who_would_mentor_the_person_they_invite_has_a_place_of_their_own_held()
    {
        await people.IsOpen(Ana);

        await people.Invites(Ana, First, Ben, InvitedAs.IMentorThem, Match);
        Assert.Equal(Match, Assert.Single((await people.Mentor(Ana)).Reserved));
        Assert.IsType<RequestOutcome.NotAvailable>(await people.Invites(Ana, Second, Cleo, InvitedAs.IMentorThem, new("match-2")));

        await people.SaysYes(Ben, Ana, First, Match);
        Assert.Equal(new(Match, Ben), Assert.Single((await people.Mentor(Ana)).Taken));
    }

    [Fact]
    public async Task A_past_pair_is_not_introduced_again()
    {
        var id = await people.AreTogether(Ana, Ben);
        await people.Stops(Ben, id);
        await people.Settles();
        await people.MayChoose(Ana, Second, Ben, Noor);

        Assert.IsType<RequestOutcome.NotAvailable>(await people.Chooses(Ana, Second, Ben, new("match-2")));
    }

    [Fact]
    public async Task Choosing_and_saying_yes_wait_for_storage_three_times_each()
    {
        await people.IsOpen(Ben);
        await people.MayChoose(Ana, First, Ben);

        people.Room.Rounds.Count(() => people.Chooses(Ana, First, Ben, Match));
        Assert.Equal([Reads, "transact Due", "transact Matching"], people.Room.Rounds.TakeRounds());

        people.Room.Rounds.Count(() => people.SaysYes(Ben, Ana, First, Match));
        Assert.Equal([Reads, "transact Due", "transact Matching"], people.Room.Rounds.TakeRounds());
    }

    [Fact]
    public async Task Whoever_does_not_say_whom_it_is_about_waits_once_more()
    {
        await IsAsked();

        people.Room.Rounds.Count(() => people.Withdraws(Ana, First));

        Assert.Equal(4, people.Room.Rounds.TakeRounds().Count);
        Assert.Empty((await people.Mentor(Ben)).Reserved);
    }

    private const string Reads =
        "get Matching request-ana.lima|request-1 and range Matching seen-ana.lima| and get Matching mentor-ben.carter and get Matching mentor-ana.lima and get Matching ended-ana.lima|ben.carter";

    private async Task IsAsked()
    {
        await people.IsOpen(Ben);
        await people.MayChoose(Ana, First, Ben);
        await people.Chooses(Ana, First, Ben, Match);
    }

    /// <summary>Somebody else is faster, once.</summary>
    private void BeforeTheTransaction(Func<Task> something) => people.Room.Rows.BeforeTransact = async partition =>
    {
        if (partition.Table != Table.Matching)
            return;
        people.Room.Rows.BeforeTransact = _ => Task.CompletedTask;
        await something();
    };
}
