using System.Collections.Immutable;

namespace MentorBot.Domain.Matching.Nevers;

/// <summary>Never anybody of one's own reporting line, at any depth, above or below.</summary>
public sealed class OwnReportingLine : Never
{
    public override bool Forbids(Pairing pairing) =>
        IsIn(pairing.Asking.Line, pairing.Mentor.Person) || (pairing.Asked is { } asked && IsIn(asked.Line, pairing.Asking.Id));

    // A cohort asks this of every two people, so it is a plain loop: nothing allocated, no comparer looked up.
    private static bool IsIn(ImmutableArray<PersonId> line, PersonId person)
    {
        foreach (var manager in line.AsSpan())
        {
            if (manager.Value == person.Value)
                return true;
        }

        return false;
    }
}
