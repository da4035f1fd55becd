using System.Collections.Immutable;
using MentorBot.Domain.Directory;

namespace MentorBot.Domain.Programme;

/// <summary>
/// Who may look at what touches a person: coordinators first, deputies after the date. Never the person themselves, and
/// nobody in their reporting line, as long as anybody else is there.
/// </summary>
/// <param name="First">Asked at once; never empty unless the person is the only one who looks after the programme.</param>
/// <param name="Later">Asked as well when the date has passed without a press.</param>
/// <param name="AreInLine">They are in the person's reporting line, since nobody else is there: they may confirm, and not read what the person wrote.</param>
public sealed record Reviewers(ImmutableArray<PersonId> First, ImmutableArray<PersonId> Later, bool AreInLine = false)
{
    public bool Include(PersonId person) => First.Contains(person) || Later.Contains(person);

    /// <param name="lineOf">A person's managers at any depth, nearest first; for the person and for everybody who looks after the programme.</param>
    public static Reviewers Of(MentoringProgramme programme, PersonId person, Func<PersonId, ImmutableArray<PersonId>> lineOf)
    {
        var coordinators = programme.Coordinators.RemoveAll(one => one == person);
        var deputies = programme.Deputies.RemoveAll(one => one == person);
        var freeCoordinators = coordinators.RemoveAll(SameLine);
        var freeDeputies = deputies.RemoveAll(SameLine);

        if (!freeCoordinators.IsEmpty)
            return new(freeCoordinators, freeDeputies);
        if (!freeDeputies.IsEmpty)
            return new(freeDeputies, []);
        return coordinators.IsEmpty ? new(deputies, [], AreInLine: true) : new(coordinators, deputies, AreInLine: true);

        bool SameLine(PersonId other) => lineOf(person).Contains(other) || lineOf(other).Contains(person);
    }
}
