using MentorBot.Adapters.Embedded;
using MentorBot.Domain;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Roster;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Due;
using MentorBot.Storage.Roster;
using MentorBot.Storage.Rows;
using NodaTime;

namespace MentorBot.Adapters.Tests.Embedded;

/// <summary>The longest roster on the embedded store.</summary>
public sealed class LongRosterTests
{
    private static readonly MentoringProgramme Programme = new(
        new("contoso"), "Contoso", [], [new("noor")], [], "", "", "", 180, new(5, 14, 60, 30), new(3, 5, 5, 5, 3, 30, 7, 30, 2));

    [Fact]
    public async Task Fifty_thousand_people_are_taken_over_compared_and_swept()
    {
        using var folder = new StoreFolder();
        await using var store = SqliteRowStore.Open(folder.File);
        var decisions = new Decisions(store, new Nudges());
        var rosters = new RosterRows(store, decisions, new NoMentors(), new Numbers(), Programme, SystemClock.Instance);
        var everybody = NewRoster.Of(Enumerable.Range(1, NewRoster.MostPeople).Select(number => new RosterEntry(new($"p{number}"), $"group {number % 7}", number % 3 == 0)));

        var first = Assert.IsType<RosterOutcome.Stands>(await rosters.TakeOver(everybody, StandingRoster.None, default)).Now;
        var few = NewRoster.Of(everybody.Entries.Take(10));
        var change = await rosters.Compare(few, default);
        Assert.Equal((10, 0, 0, NewRoster.MostPeople - 10), (change.People, change.New, change.OtherGroup, change.NoLonger));

        Assert.IsType<RosterOutcome.Stands>(await rosters.TakeOver(few, change.Basis, default));
        await new SweepRoster(store, decisions, Programme).Run("contoso", first.Version, default);
        Assert.Empty(await store.Prefix(PartitionOf.RosterLines(Programme.Tenant, first.Version), "", default));
        Assert.Equal(everybody.Entries[0], await rosters.Entry(everybody.Entries[0].Person, default));
    }

    private sealed class NoMentors : IMentors
    {
        public Task<System.Collections.Immutable.ImmutableArray<Mentor>> All(CancellationToken cancellationToken) =>
            Task.FromResult<System.Collections.Immutable.ImmutableArray<Mentor>>([]);

        public Task<Mentor?> Find(PersonId person, CancellationToken cancellationToken) => Task.FromResult<Mentor?>(null);
    }

    private sealed class Numbers : INewIds
    {
        private int last;

        public string Next() => (++last).ToString("x32", System.Globalization.CultureInfo.InvariantCulture);
    }
}
