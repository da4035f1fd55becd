using System.Collections.Immutable;
using MentorBot.Domain.Directory;

namespace MentorBot.Domain.Programme;

/// <summary>
/// Who may look at what touches people: coordinators first, deputies after the date. Never one of them themselves, and nobody in
/// their reporting lines or who mentors one of them, as long as anybody else is there.
/// </summary>
/// <param name="First">Asked at once; never empty unless the person is the only one who looks after the programme.</param>
/// <param name="Later">Asked as well when the date has passed without a press.</param>
/// <param name="AreInLine">They are in the reporting line of somebody touched, or mentor one of them, since nobody else is there: they may press, and not read what the person wrote.</param>
public sealed record Reviewers(ImmutableArray<PersonId> First, ImmutableArray<PersonId> Later, bool AreInLine = false)
{
    public bool Include(PersonId person) => First.Contains(person) || Later.Contains(person);

    /// <param name="lineOf">Managers at any depth, nearest first; for those touched and for everybody who looks after the programme.</param>
    public static Reviewers Of(MentoringProgramme programme, PersonId person, Func<PersonId, ImmutableArray<PersonId>> lineOf) =>
        Of(programme, [person], lineOf, (_, _) => false);

    /// <param name="touched">Everybody whom the matter touches, such as the person asking and those proposed.</param>
    /// <param name="isMentorOf">Whether the first mentors the second.</param>
    public static Reviewers Of(
        MentoringProgramme programme, ImmutableArray<PersonId> touched, Func<PersonId, ImmutableArray<PersonId>> lineOf, Func<PersonId, PersonId, bool> isMentorOf)
    {
        var coordinators = programme.Coordinators.RemoveAll(touched.Contains);
        var deputies = programme.Deputies.RemoveAll(touched.Contains);
        var freeCoordinators = coordinators.RemoveAll(IsClose);
        var freeDeputies = deputies.RemoveAll(IsClose);

        if (!freeCoordinators.IsEmpty)
            return new(freeCoordinators, freeDeputies);
        if (!freeDeputies.IsEmpty)
            return new(freeDeputies, []);
        return coordinators.IsEmpty ? new(deputies, [], AreInLine: true) : new(coordinators, deputies, AreInLine: true);

        bool IsClose(PersonId one) => touched.Any(person => lineOf(person).Contains(one) || lineOf(one).Contains(person) || isMentorOf(one, person));
    }
}
