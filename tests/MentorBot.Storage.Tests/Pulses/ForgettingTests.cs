using MentorBot.Domain;
using MentorBot.Domain.Pulses;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;
using static MentorBot.Storage.Tests.Pulses.PulseRoom;
using static MentorBot.Storage.Tests.StorageRoom;

namespace MentorBot.Storage.Tests.Pulses;

/// <summary>Somebody who is asked is forgotten before the result.</summary>
public sealed class ForgettingTests
{
    private const int Pairs = 8;

    [Fact]
    public async Task While_it_is_open_nothing_in_it_names_them_and_it_folds_as_for_a_relationship_that_ended()
    {
        var (ended, _) = await Closes(isForgotten: false);
        var (forgotten, results) = await Closes(isForgotten: true);

        Assert.NotNull(ended.Figures);
        Assert.Equal(ended.Figures, forgotten.Figures);
        Assert.DoesNotContain(Mentee(Pairs).Value, results);
        Assert.Contains(Mentor(Pairs).Value, results);
        Assert.Equal(2 * Pairs, results.Length);
    }

    [Fact]
    public async Task A_mentor_of_several_leaves_no_invitation_about_any_of_theirs()
    {
        using var room = new PulseRoom();
        await room.Go(Pairs);
        await room.Goes(Pair(20), Mentee(20), Mentor(1));
        await room.Goes(Pair(21), Mentor(1), Mentor(2));
        await room.Settles();
        await room.Launch();

        await room.Pulses.Forget(Mentor(1), default);
        await room.Pulses.Forget(Mentor(1), default);

        Assert.Empty(await Naming(room, Mentor(1)));
        Assert.Equal(2 * (Pairs - 1), (await room.Apart()).Count(key => key.StartsWith("invite-", StringComparison.Ordinal)));
        Assert.Null(await room.Pulses.Invited(One, Mentee(1), Pair(1), default));
    }

    [Fact]
    public async Task While_it_is_folded_they_are_left_out_and_the_other_still_counts()
    {
        using var room = new PulseRoom();
        await room.Go(Pairs);
        var pulse = await room.Launch();
        await room.Answer(Pairs);
        room.Room.Clock.Advance(pulse.ClosesAt + Launching.Grace - room.Now);
        var transactions = 0;
        room.Room.Rows.BeforeTransact = _ => ++transactions > 5 ? throw new RowStoreUnavailableException("a crash") : Task.CompletedTask;
        await Assert.ThrowsAsync<RowStoreUnavailableException>(() => room.Close.Run(Contoso.Value, One.Value, default));
        room.Room.Rows.BeforeTransact = _ => Task.CompletedTask;
        Assert.Equal(PulseStage.Folding, (await room.Stored()).Stage);

        for (var number = 1; number <= Pairs; number += Pairs - 1)
        {
            await room.Room.KeysOf.Erase(Owner.Person(Contoso, Mentee(number)), default);
            await room.Pulses.Forget(Mentee(number), default);
            Assert.DoesNotContain(await room.Apart(), key => key.StartsWith($"invite-mentee{number}|", StringComparison.Ordinal) || key == $"hears-mentee{number}");
            Assert.Contains(await room.Apart(), key => key.StartsWith($"invite-mentor{number}|", StringComparison.Ordinal) || key == $"hears-mentor{number}");
        }

        await room.Settles();
        await room.Until(pulse.ResultAt);
        Assert.Equal((2 * Pairs) - 1, room.Results.Count());
        Assert.NotNull((await room.Stored()).Figures);
    }

    /// <summary>One of the last pair stops before the end.</summary>
    private static async Task<(Pulse Pulse, string[] Results)> Closes(bool isForgotten)
    {
        using var room = new PulseRoom();
        await room.Go(Pairs);
        var pulse = await room.Launch();
        await room.Answer(Pairs);
        await room.Ends(Pairs);
        if (isForgotten)
        {
            await room.Room.KeysOf.Erase(Owner.Person(Contoso, Mentee(Pairs)), default);
            await room.Pulses.Forget(Mentee(Pairs), default);
            Assert.Empty(await Naming(room, Mentee(Pairs)));
        }

        await room.Closes(pulse);
        return (await room.Stored(), [.. room.Results]);
    }

    private static async Task<IEnumerable<string>> Naming(PulseRoom room, PersonId person) =>
        from row in await room.Room.Rounds.Prefix(PartitionOf.Pulse(Contoso, One.Value), "", default)
        where row.Key.Split('|', '-').Contains(person.Value) || row.Properties.Values.OfType<string>().Contains(person.Value)
        select row.Key;
}
