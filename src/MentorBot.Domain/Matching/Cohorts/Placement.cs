using System.Collections.Immutable;

namespace MentorBot.Domain.Matching.Cohorts;

/// <summary>Who goes to whom.</summary>
/// <param name="MentorOf">For each mentee the number of the mentor, or null where nobody was left.</param>
/// <param name="Prices">
/// For each mentor what a place there costs the others, in units of <see cref="Scale"/>. Nobody pays them: they prove the optimum. At
/// these prices each mentee has the cheapest choice there is, and each mentor fills just the places that are worth their price.
/// </param>
public sealed record Placement(ImmutableArray<int?> MentorOf, ImmutableArray<long> Prices);
