using System.Collections.Immutable;

namespace MentorBot.Domain.Matching.Nevers;

public static class Nevers
{
    public static readonly ImmutableArray<Never> InOrder = [];

    public static Never? First(Pairing pairing) => InOrder.FirstOrDefault(never => never.Forbids(pairing));
}
