using MentorBot.Domain;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Pulses;
using MentorBot.Domain.Relationships;
using MentorBot.Storage.Rows;
using NodaTime;
using static MentorBot.Storage.Tests.Pulses.PulseRoom;
using static MentorBot.Storage.Tests.StorageRoom;

namespace MentorBot.Storage.Tests.Pulses;

/// <summary>Folding is cut short anywhere, and comes to the same.</summary>
public sealed class FoldingTests
{
    private const int Pairs = 7;

    [Fact]
    public async Task Killed_at_any_of_its_transactions_it_comes_to_the_same_figures()
    {
        var (uncut, transactions) = await Fold(int.MaxValue);
        Assert.NotNull(uncut.Figures);
        Assert.True(transactions > 2 * Pairs, "Each person is a transaction.");

        for (var before = 1; before <= transactions; before++)
        {
            var (cut, _) = await Fold(before);
            Assert.Equal((PulseStage.Closed, uncut.Figures), (cut.Stage, cut.Figures));
        }
    }

    [Fact]
    public async Task Killed_and_taken_up_again_after_the_morning_of_its_result_everyone_hears_once_and_nobody_before_it_is_closed()
    {
        var (_, transactions) = await Fold(int.MaxValue);
        for (var before = 1; before <= transactions; before++)
        {
            using var room = new PulseRoom();
            var heard = new List<(PulseStage Stage, Instant At)>();
            room.Room.Notices.Becomes = async _ =>
            {
                heard.Add(((await room.Stored()).Stage, room.Now));
                return new Delivery.Finished();
            };
            await room.Go(Pairs);
            var pulse = await room.Launch();
            await room.Answer(Pairs);
            room.Room.Clock.Advance(pulse.ClosesAt + Launching.Grace - room.Now);
            await Dies(room, before, () => room.Close.Run(Contoso.Value, One.Value, default));

            // Whatever was left to be told before it is taken up again is told first.
            room.Room.Clock.Advance(pulse.ResultAt + Duration.FromHours(1) - room.Now);
            await room.Delivers();
            await room.Settles();
            await room.Until(pulse.ResultAt + Duration.FromDays(1));
            Assert.Equal(Enumerable.Repeat(PulseStage.Closed, (2 * Pairs) + 1), heard.Select(one => one.Stage));
            Assert.Single(heard.Select(one => one.At).Distinct());
            Assert.Equal((2 * Pairs) + 1, room.Results.Distinct().Count());
            Assert.Contains(Noor.Value, room.Results);
        }
    }

    [Fact]
    public async Task Killed_at_any_of_its_transactions_the_launch_invites_everyone_once()
    {
        for (var before = 1; before <= 6; before++)
        {
            using var room = new PulseRoom();
            await room.Go(25);
            var plan = room.Plan();
            var ready = Assert.IsType<LaunchOutcome.Ready>(await room.Pulses.Check(plan, default));
            await room.Pulses.Launch(One, plan, Noor, ready.Audience, default);
            await Dies(room, before, () => room.Invite.Run(Contoso.Value, One.Value, default));
            await room.Settles();

            Assert.Equal(50, (await room.Apart()).Count(key => key.StartsWith("invite-", StringComparison.Ordinal)));
            Assert.Equal(50, room.Mentioned.Distinct().Count());
            Assert.Equal(50, room.Mentioned.Count);
        }
    }

    [Fact]
    public async Task A_mentor_of_nine_counts_once_among_people_and_somebody_in_both_roles_too()
    {
        using var room = new PulseRoom();
        await room.Go(Pairs);
        for (var number = 20; number < 29; number++)
            await room.Goes(Pair(number), Mentee(number), Ben);
        await room.Goes(Pair(40), Ben, Ana);
        await room.Settles();
        var pulse = await room.Launch();
        Assert.Equal((14 + 9 + 2, Pairs + 10, Pairs + 2), (pulse.Invited.People, pulse.Invited.ByRole[0], pulse.Invited.ByRole[1]));

        // Ten answers of one person, and four other people: five, of whom three answer as mentee.
        for (var number = 20; number < 29; number++)
            await room.Answer(Ben, Pair(number));
        await room.Answer(Ben, Pair(40));
        await room.Answer(2);
        await room.Closes(pulse);
        Assert.Equal(5, (await room.Stored()).Figures?.Everyone.Number.AtLeast);
        Assert.Null((await room.Stored()).Figures!.Mentees);
        Assert.Single(room.Results, "ben.carter");
    }

    private static async Task<(Pulse Pulse, int Transactions)> Fold(int before)
    {
        using var room = new PulseRoom();
        await room.Go(Pairs);
        var pulse = await room.Launch();
        await room.Answer(Pairs);
        room.Room.Clock.Advance(pulse.ClosesAt + Launching.Grace - room.Now);
        var transactions = await Dies(room, before, () => room.Close.Run(Contoso.Value, One.Value, default));
        await room.Settles();
        Assert.Equal(2 * Pairs + 1, (await room.Apart()).Count(key => key.StartsWith("outbox-pulses.result", StringComparison.Ordinal)));
        await room.Until(pulse.ResultAt);
        Assert.Equal(2 * Pairs + 1, room.Results.Count());
        return (await room.Stored(), transactions);
    }

    /// <summary>Nothing is written from this transaction on, until it is started again.</summary>
    private static async Task<int> Dies(PulseRoom room, int before, Func<Task> work)
    {
        var transactions = 0;
        room.Room.Rows.BeforeTransact = _ => ++transactions >= before ? throw new RowStoreUnavailableException("a crash") : Task.CompletedTask;
        try
        {
            await work();
        }
        catch (RowStoreUnavailableException) when (transactions >= before)
        {
            // It died.
        }

        room.Room.Rows.BeforeTransact = _ => Task.CompletedTask;
        return transactions;
    }
}
