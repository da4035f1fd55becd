using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.Matching;

namespace MentorBot.Flows.Tests;

internal sealed class MentorsInMemory : List<Mentor>, IMentors
{
    public Task<ImmutableArray<Mentor>> All(CancellationToken cancellationToken) => Task.FromResult(this.ToImmutableArray());

    public Task<Mentor?> Find(PersonId person, CancellationToken cancellationToken) => Task.FromResult(Find(mentor => mentor.Person == person));

    public Mentor Of(PersonId person) => Find(mentor => mentor.Person == person) ?? Mentor.Unknown(person);

    public void Put(Mentor mentor)
    {
        RemoveAll(one => one.Person == mentor.Person);
        Add(mentor);
    }
}
