using System.Collections.Immutable;
using MentorBot.Domain.Directory;

namespace MentorBot.Domain.Matching;

/// <summary>Somebody as the directory knows them, with their managers at any depth, nearest first.</summary>
public sealed record Colleague(Person Person, ImmutableArray<PersonId> Line)
{
    public PersonId Id => Person.Id;
}
