using System.Collections.Immutable;

namespace MentorBot.Domain.Pulses;

/// <summary>One of the six functions of the index.</summary>
/// <param name="Id">Stored, so never renamed.</param>
/// <param name="Name">As the index has it.</param>
/// <param name="Items">Numbers of statements.</param>
/// <param name="Parts">Its sub-functions; empty for most.</param>
public sealed record Function(string Id, string Name, ImmutableArray<int> Items, ImmutableArray<Function> Parts);
