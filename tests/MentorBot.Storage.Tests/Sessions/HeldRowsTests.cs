using MentorBot.Domain;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Sessions;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sessions;
using MentorBot.Storage.Tests.Requests;
using NodaTime;
using static MentorBot.Storage.Tests.StorageRoom;

namespace MentorBot.Storage.Tests.Sessions;

/// <summary>Conversations are counted by month, each once, and told when they are about enough.</summary>
public sealed class HeldRowsTests : IDisposable
{
    private readonly StorageRoom room = new(isWhole: true);
    private readonly CountHeld count;

    public HeldRowsTests() => count = new(room.Rounds, room.Decisions, room.Held, Programme);

    public void Dispose() => room.Dispose();

    [Fact]
    public async Task Each_counts_once_in_its_month_which_is_told_afterwards_for_a_month()
    {
        await Until(2026, 5, 10);
        for (var pair = 1; pair <= 5; pair++)
            await Goes(pair);
        for (var pair = 1; pair <= 5; pair++)
            await Counts(pair, 1);
        await Counts(1, 2);
        await Counts(1, 2);
        Assert.Null((await room.Held.LastMonth(default)).Number);

        await Until(2026, 6, 1);
        Assert.Equal(new HeldInMonth(new YearMonth(2026, 5), 6), await room.Held.LastMonth(default));

        // Carried out again after midnight it stays where it was, and what is told in June does not move May.
        await Counts(1, 2);
        await Counts(1, 3);
        Assert.Equal(6, (await room.Held.LastMonth(default)).Number);

        await Until(2026, 7, 1);
        Assert.Equal(new HeldInMonth(new YearMonth(2026, 6), null), await room.Held.LastMonth(default));
        Assert.Equal(["held-2026-06", "held-2026-06-r1"], await Rows());

        await Until(2026, 8, 2);
        Assert.Empty(await Rows());
    }

    [Fact]
    public async Task What_was_told_of_a_month_does_not_move_when_a_pair_of_it_is_erased()
    {
        await Until(2026, 5, 10);
        for (var pair = 1; pair <= 5; pair++)
        {
            await Goes(pair);
            await Counts(pair, 1);
        }

        await Until(2026, 6, 1);
        Assert.Equal(5, (await room.Held.LastMonth(default)).Number);
        var erased = PartitionOf.Relationship(Contoso, "r1");
        foreach (var (_, row) in room.Rows.All.Where(each => each.Partition == erased).ToList())
            await room.Rows.Transact(erased, [new Write.Delete(row.Key, row.ETag)], default);

        Assert.Equal(5, (await room.Held.LastMonth(default)).Number);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(0)]
    public async Task Under_five_pairs_no_number_is_told_however_many_conversations_there_were(int pairs)
    {
        await Until(2026, 5, 10);
        for (var pair = 1; pair <= pairs; pair++)
        {
            await Goes(pair);
            for (var number = 1; number <= 9; number++)
                await Counts(pair, number);
        }

        await Until(2026, 6, 3);
        Assert.Null((await room.Held.LastMonth(default)).Number);
    }

    private async Task Counts(int pair, int number) => await count.Run($"r{pair}", $"r{pair} {number}", default);

    private Task<RelationshipOutcome> Goes(int number) => room.Relationships.Decide(
        new($"r{number}"),
        _ =>
        {
            var now = room.Clock.Now;
            var pair = new Relationship(new($"r{number}"), new PersonId($"mentee{number}"), new PersonId($"mentor{number}"), false, 1, MatchingRoom.Form, now, now, DateTimeZone.Utc, new RelationshipState.Going(null));
            return new(new RelationshipOutcome.Done(pair), true, pair, []);
        },
        default);

    private async Task Until(int year, int month, int day)
    {
        room.Clock.Advance(Instant.FromUtc(year, month, day, 12, 0) - room.Clock.Now);
        await room.Worker.RunUntilIdle(default);
    }

    private Task<string[]> Rows() => room.Keys(PartitionOf.Going(Contoso), "held-");
}
