using System.Collections.Immutable;

namespace MentorBot.Domain.Programme;

/// <summary>A group of the organisation that may be asked apart from everyone: fixed by the operator, or by what the roster says of each.</summary>
/// <param name="Id">Stored and sent; lower-case letters, digits and hyphens. It outlives a change of the name.</param>
/// <param name="Name">As people read it.</param>
/// <param name="Departments">As the directory has them. That of whoever is mentored decides. None where the roster says who is in it.</param>
public sealed record StandingGroup(string Id, string Name, ImmutableArray<string> Departments);
