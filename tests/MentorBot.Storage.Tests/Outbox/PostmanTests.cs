using MentorBot.Domain.Notices;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Outbox;
using MentorBot.Storage.Rows;
using NodaTime;
using static MentorBot.Storage.Tests.StorageRoom;

namespace MentorBot.Storage.Tests.Outbox;

public sealed class PostmanTests : IDisposable
{
    private static readonly Delivery Failed = new Delivery.TryAgain(null, InDoubt: false);

    private readonly StorageRoom room = new();

    public void Dispose() => room.Dispose();

    [Fact]
    public async Task A_notice_says_what_it_is_about_and_to_whom()
    {
        await Follows("1");

        Assert.Equal(new Round(DidSomething: true, Leaves: false), await Deliver());

        Assert.Equal(new Notice("kind", "ana.lima", "a subject", "1", Ben, Card: null), Assert.Single(room.Notices.Sent));
    }

    [Fact]
    public async Task That_it_is_being_sent_is_written_before_the_send_and_removed_after_it()
    {
        await Follows("1");
        room.Watched.Forget();
        room.Notices.Becomes = async _ =>
        {
            Assert.Equal(["outbox-kind|a!0020subject|ben.carter", "sending-kind|a!0020subject|ben.carter"], await room.Keys(Of(Ana)));
            Assert.Equal(["transact People sending-kind|a!0020subject|ben.carter"], Transactions());
            return new Delivery.Shown("activity-1");
        };

        await Deliver();

        Assert.Equal(["card-kind|a!0020subject|ben.carter"], await room.Keys(Of(Ana)));
        Assert.Equal(
            "transact People -sending-kind|a!0020subject|ben.carter card-kind|a!0020subject|ben.carter -outbox-kind|a!0020subject|ben.carter",
            Transactions()[1]);
    }

    [Fact]
    public async Task A_newer_occasion_takes_the_place_of_one_that_has_not_gone_out()
    {
        await Follows("1");
        await Follows("2");
        await Follows("3");

        await Deliver();
        await Deliver();

        Assert.Equal("3", Assert.Single(room.Notices.Sent).Occasion);
    }

    [Fact]
    public async Task An_occasion_that_arrives_during_a_send_goes_out_afterwards_onto_the_same_card()
    {
        await Follows("1");
        room.Notices.Becomes = async notice =>
        {
            if (notice.Occasion == "1")
                await Follows("2");
            return new Delivery.Shown("activity-1");
        };

        await Deliver();
        await Deliver();
        await Deliver();

        Assert.Equal([("1", null), ("2", "activity-1")], room.Notices.Sent.Select(notice => (notice.Occasion, notice.Card)));
    }

    [Fact]
    public async Task An_occasion_that_arrives_during_a_send_that_fails_goes_out_without_waiting()
    {
        await Follows("1");
        room.Notices.Becomes = async notice =>
        {
            if (notice.Occasion != "1")
                return NoticesByHand.Finished;
            await Follows("2");
            return Failed;
        };

        await Deliver();
        await Deliver();

        Assert.Equal(["1", "2"], room.Notices.Sent.Select(notice => notice.Occasion));
    }

    [Fact]
    public async Task What_is_shown_to_different_people_or_about_different_things_does_not_mix()
    {
        await room.Follows(
            Ana,
            new Consequence.Tell("kind", "one", "1", Ben),
            new Consequence.Tell("kind", "one", "1", Noor),
            new Consequence.Tell("kind", "two", "1", Ben),
            new Consequence.Tell("other", "one", "1", Ben));
        room.Notices.Becomes = notice => Task.FromResult<Delivery>(new Delivery.Shown($"{notice.Kind} {notice.Subject} {notice.Whom}"));
        await Deliver();

        await room.Follows(Ana, new Consequence.Tell("kind", "two", "2", Ben));
        await Deliver();

        Assert.Equal(5, room.Notices.Sent.Count);
        Assert.Equal("kind two ben.carter", room.Notices.Sent[^1].Card);
    }

    [Fact]
    public async Task What_one_worker_is_at_another_leaves_alone()
    {
        using var other = new StorageRoom(beside: room);
        await Follows("1");
        var round = default(Round);
        room.Notices.Becomes = async _ =>
        {
            room.Clock.Advance(Postman.Lease - Duration.FromSeconds(1));
            round = await other.Postman.Deliver(Of(Ana), default);
            return NoticesByHand.Finished;
        };

        await Deliver();

        Assert.Equal(Round.Waits, round);
        Assert.Single(room.Notices.Sent);
    }

    [Fact]
    public async Task What_a_worker_died_over_is_taken_over_after_its_lease_and_counted_as_in_doubt()
    {
        using var other = new StorageRoom(beside: room);
        await Follows("1");
        await room.DiesSending(Of(Ana));
        room.Notices.Becomes = _ => Task.FromResult(NoticesByHand.Finished);

        Assert.Equal(Round.Waits, await other.Postman.Deliver(Of(Ana), default));
        Assert.Equal((1, 0), (room.Notices.Sent.Count, other.Counts.Doubts));

        room.Clock.Advance(Postman.Lease);
        Assert.Equal(Round.Worked, await other.Postman.Deliver(Of(Ana), default));
        Assert.Equal((2, 1), (room.Notices.Sent.Count, other.Counts.Doubts));
        Assert.Empty(await room.Keys(Of(Ana)));
    }

    [Fact]
    public async Task A_worker_that_was_taken_over_and_failed_does_not_bring_back_what_the_other_one_delivers()
    {
        using var other = new StorageRoom(beside: room);
        await Follows("1");
        room.Notices.Becomes = async _ =>
        {
            room.Notices.Becomes = _ => Task.FromResult(NoticesByHand.Finished);
            room.Clock.Advance(Postman.Lease);
            await other.Postman.Deliver(Of(Ana), default);
            return Failed;
        };

        await Deliver();

        Assert.Empty(await room.Keys(Of(Ana)));
        Assert.Equal((2, 1), (room.Notices.Sent.Count, other.Counts.Doubts));
    }

    [Fact]
    public async Task A_worker_that_was_taken_over_and_failed_does_not_end_the_lease_of_the_other_one()
    {
        using var other = new StorageRoom(beside: room);
        await Follows("1");
        room.Notices.Becomes = async _ =>
        {
            room.Clock.Advance(Postman.Lease);
            await other.DiesSending(Of(Ana));
            return Failed;
        };

        await Deliver();

        Assert.Single(await room.Keys(Of(Ana), "sending-"));
        Assert.Equal(0, Assert.Single(await room.Rows.Prefix(Of(Ana), OutboxRows.Prefix, default)).Number("attempts"));
    }

    /// <summary>The other one finishes between this one's reading of the outbox and its reading of who is at it.</summary>
    [Fact]
    public async Task What_another_worker_finished_a_moment_ago_is_not_sent_again()
    {
        using var other = new StorageRoom(beside: room);
        await Follows("1");
        room.Watched.BeforeGet = async key =>
        {
            if (!key.StartsWith("sending-", StringComparison.Ordinal))
                return;
            room.Watched.BeforeGet = _ => Task.CompletedTask;
            await other.Postman.Deliver(Of(Ana), default);
        };

        await Deliver();

        Assert.Single(room.Notices.Sent);
        Assert.Empty(await room.Keys(Of(Ana)));
    }

    [Fact]
    public async Task What_did_not_go_through_is_tried_again_after_longer_and_longer_waits()
    {
        await Follows("1");
        room.Notices.Becomes = _ => Task.FromResult(Failed);
        await Deliver();

        foreach (var wait in new[] { 30, 60, 120, 240, 480, 960 })
        {
            var before = room.Notices.Sent.Count;
            room.Clock.Advance(Duration.FromSeconds(wait - 1));
            Assert.Equal(Round.Nothing, await Deliver());
            Assert.Equal(before, room.Notices.Sent.Count);

            room.Clock.Advance(Duration.FromSeconds(1));
            await Deliver();
            Assert.Equal(before + 1, room.Notices.Sent.Count);
        }
    }

    [Fact]
    public async Task The_channel_may_ask_for_a_longer_wait_but_not_for_a_shorter_one()
    {
        await Follows("1");
        room.Notices.Becomes = _ => Task.FromResult<Delivery>(new Delivery.TryAgain(Duration.FromSeconds(room.Notices.Sent.Count == 1 ? 600 : 1), InDoubt: false));
        await Deliver();

        room.Clock.Advance(Duration.FromSeconds(599));
        await Deliver();
        Assert.Single(room.Notices.Sent);

        room.Clock.Advance(Duration.FromSeconds(1));
        await Deliver();
        room.Clock.Advance(Duration.FromSeconds(59));
        await Deliver();
        Assert.Equal(2, room.Notices.Sent.Count);
    }

    [Fact]
    public async Task A_worker_is_pointed_to_the_next_attempt()
    {
        await Follows("1");
        room.Notices.Becomes = _ => Task.FromResult(Failed);
        await room.Worker.RunUntilIdle(default);

        room.Clock.Advance(Duration.FromSeconds(30));
        room.Notices.Becomes = _ => Task.FromResult(NoticesByHand.Finished);
        await room.Worker.RunUntilIdle(default);

        Assert.Equal(2, room.Notices.Sent.Count);
        Assert.Empty(await room.Keys(Of(Ana)));
    }

    [Fact]
    public async Task An_exception_is_another_attempt_and_stays_with_its_own_notice()
    {
        await room.Follows(Ana, new Consequence.Tell("a", "broken", "1", Ben), new Consequence.Tell("b", "fine", "1", Ben));
        room.Notices.Becomes = notice => notice.Subject == "broken" ? throw new InvalidOperationException("a bug") : Task.FromResult(NoticesByHand.Finished);

        Assert.Equal(Round.Worked, await Deliver());

        Assert.Equal("outbox-a|broken|ben.carter", Assert.Single(await room.Keys(Of(Ana))));
        Assert.Equal(0, room.Counts.Doubts);
    }

    [Fact]
    public async Task A_send_whose_answer_was_lost_is_counted_as_in_doubt()
    {
        await Follows("1");
        room.Notices.Becomes = _ => Task.FromResult<Delivery>(new Delivery.TryAgain(null, InDoubt: true));

        await Deliver();

        Assert.Equal(1, room.Counts.Doubts);
    }

    [Fact]
    public async Task After_twelve_attempts_it_is_left_for_the_operator()
    {
        await GiveUp();

        room.Clock.Advance(Duration.FromDays(30));
        Assert.Equal(Round.Nothing, await Deliver());

        Assert.Equal(12, room.Notices.Sent.Count);
        Assert.True(Assert.Single(await room.Rows.Prefix(Of(Ana), OutboxRows.Prefix, default)).Is("parked"));
    }

    [Fact]
    public async Task What_was_given_up_goes_out_again_with_its_next_occasion()
    {
        await GiveUp();
        room.Notices.Becomes = _ => Task.FromResult(NoticesByHand.Finished);

        await Follows("2");
        await Deliver();

        Assert.Equal("2", room.Notices.Sent[^1].Occasion);
        Assert.Empty(await room.Keys(Of(Ana)));
    }

    [Fact]
    public async Task A_card_that_is_shown_is_remembered_and_one_that_is_finished_is_forgotten()
    {
        room.Notices.Becomes = _ => Task.FromResult<Delivery>(new Delivery.Shown("activity-1"));
        await Follows("1");
        await Deliver();
        Assert.Equal("activity-1", Assert.Single(await room.Rows.Prefix(Of(Ana), "card-", default)).Text("activity"));

        room.Notices.Becomes = _ => Task.FromResult(NoticesByHand.Finished);
        await Follows("2");
        await Deliver();
        Assert.Empty(await room.Keys(Of(Ana)));

        await Follows("3");
        await Deliver();
        Assert.Equal([null, "activity-1", null], room.Notices.Sent.Select(notice => notice.Card));
    }

    [Fact]
    public async Task A_card_stays_known_while_an_update_of_it_does_not_go_through()
    {
        room.Notices.Becomes = notice => Task.FromResult(notice.Occasion == "1" ? new Delivery.Shown("activity-1") : Failed);
        await Follows("1");
        await Deliver();

        await Follows("2");
        await Deliver();
        room.Clock.Advance(Duration.FromMinutes(1));
        await Deliver();

        Assert.Equal([null, "activity-1", "activity-1"], room.Notices.Sent.Select(notice => notice.Card));
    }

    [Fact]
    public async Task A_step_is_run_for_each_occasion_and_again_until_it_succeeds()
    {
        var step = new Step();
        using var stepping = new StorageRoom(beside: room, steps: [step]);
        await room.Follows(Ana, new Consequence.Step("step", "a subject", "1"));
        step.Fails = true;
        Assert.Equal(Round.Nothing, await stepping.Postman.Deliver(Of(Ana), default));

        step.Fails = false;
        room.Clock.Advance(Duration.FromSeconds(30));
        Assert.Equal(Round.Worked, await stepping.Postman.Deliver(Of(Ana), default));
        await room.Follows(Ana, new Consequence.Step("step", "a subject", "2"));
        await stepping.Postman.Deliver(Of(Ana), default);
        await stepping.Postman.Deliver(Of(Ana), default);

        Assert.Equal(Enumerable.Repeat("ana.lima: a subject", 3), step.Runs);
        Assert.Empty(room.Notices.Sent);
        Assert.Empty(await room.Keys(Of(Ana)));
    }

    private async Task GiveUp()
    {
        await Follows("1");
        room.Notices.Becomes = _ => Task.FromResult(Failed);
        for (var attempt = 0; attempt < Postman.MostAttempts; attempt++)
        {
            await Deliver();
            room.Clock.Advance(Duration.FromHours(6));
        }
    }

    private Task Follows(string occasion) => room.Follows(Ana, new Consequence.Tell("kind", "a subject", occasion, Ben));

    private Task<Round> Deliver() => room.Postman.Deliver(Of(Ana), default);

    private string[] Transactions() => [.. room.Watched.Calls.Where(call => call.StartsWith("transact People", StringComparison.Ordinal))];

    private sealed class Step : IStep
    {
        public List<string> Runs { get; } = [];

        public bool Fails { get; set; }

        public string Kind => "step";

        public Task Run(string home, string subject, CancellationToken cancellationToken)
        {
            Runs.Add($"{home}: {subject}");
            return Fails ? throw new InvalidOperationException("a bug") : Task.CompletedTask;
        }
    }
}
