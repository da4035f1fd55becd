using System.Collections.Immutable;
using System.Globalization;
using MentorBot.Domain;
using MentorBot.Domain.Roster;

namespace MentorBot.Flows.Tests;

/// <summary>The roster that stands. Nobody is asked by itself: a test says who was.</summary>
internal sealed class RostersInMemory(MentorsInMemory mentors) : IRosters
{
    private readonly Dictionary<PersonId, AskStage> asked = [];
    private NewRoster? current;
    private int version;

    public AskStage? this[PersonId person]
    {
        get => asked.TryGetValue(person, out var stage) ? stage : null;
        set => asked[person] = value ?? AskStage.Settled;
    }

    public NewRoster? Current => current;

    public Task<StandingRoster?> Find(CancellationToken cancellationToken) => Task.FromResult(Standing());

    public Task<RosterChange> Compare(NewRoster next, CancellationToken cancellationToken) => Task.FromResult(RosterChange.Of(
        Basis,
        current?.Entries.ToDictionary(entry => entry.Person) ?? [],
        next,
        asked.Keys.ToHashSet(),
        mentors.Where(mentor => mentor.Offers is not null).Select(mentor => mentor.Person).ToHashSet()));

    public Task<RosterOutcome> TakeOver(NewRoster next, string basis, CancellationToken cancellationToken)
    {
        if (current?.Mark != next.Mark)
        {
            if (basis != Basis)
                return Task.FromResult<RosterOutcome>(new RosterOutcome.Changed());
            (current, version) = (next, version + 1);
        }

        return Task.FromResult<RosterOutcome>(new RosterOutcome.Stands(Standing()!));
    }

    public Task<RosterEntry?> Entry(PersonId person, CancellationToken cancellationToken) => Task.FromResult(current?.Entries.FirstOrDefault(entry => entry.Person == person));

    public Task<ImmutableHashSet<PersonId>> Among(IEnumerable<PersonId> people, string group, CancellationToken cancellationToken) =>
        Task.FromResult(people.Where(person => current!.Entries.Any(entry => entry.Person == person && entry.Group is { } name && RosterGroup.IdOf(name) == group)).ToImmutableHashSet());

    public Task<AskStage?> Asked(PersonId person, CancellationToken cancellationToken) => Task.FromResult(this[person]);

    public Task Settle(PersonId person, CancellationToken cancellationToken)
    {
        this[person] = AskStage.Settled;
        return Task.CompletedTask;
    }

    private string Basis => version == 0 ? StandingRoster.None : version.ToString(CultureInfo.InvariantCulture);

    private StandingRoster? Standing() => current is null ? null : new(Basis, current.Mark, current.Entries.Length, current.Groups);
}
