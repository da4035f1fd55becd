using System.Collections.Immutable;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Programme;

namespace MentorBot.Domain.Roster;

/// <summary>The groups of the settings, by department, and those of the roster, by what it says of each.</summary>
public sealed class StandingGroups(MentoringProgramme programme, IRosters rosters, IDirectory directory) : IStandingGroups
{
    public async Task<ImmutableArray<StandingGroup>> All(CancellationToken cancellationToken) =>
        [.. programme.Groups, .. RosterGroup.Standing((await rosters.Find(cancellationToken))?.Groups ?? [])];

    public async Task<IReadOnlySet<PersonId>> Among(IEnumerable<PersonId> people, string group, CancellationToken cancellationToken)
    {
        if (RosterGroup.IsId(group))
            return await rosters.Among(people, group, cancellationToken);

        var departments = programme.Groups.FirstOrDefault(one => one.Id == group)?.Departments ?? [];
        var found = new HashSet<PersonId>();
        foreach (var person in people)
            if (await directory.Find(person, cancellationToken) is { } known && departments.Contains(known.Department))
                found.Add(person);
        return found;
    }
}
