using MentorBot.Domain;
using MentorBot.Domain.Directory;

namespace MentorBot.Doctoring;

/// <summary>Whether the directory knows those who look after the programme: the settings name them by id, and nobody else could be asked.</summary>
internal sealed class CoordinatorsCheck(IReadOnlyList<PersonId> people, IDirectory directory, bool inGraph) : ICheck
{
    public const string Name = "coordinators";

    public string What => Name;

    public IEnumerable<string> Needs => inGraph ? [TokenCheck.Graph, PermissionCheck.People] : [];

    public async Task<Diagnosis> Look(CancellationToken cancellationToken)
    {
        var unknown = new List<string>();
        foreach (var person in people)
            if (await directory.Find(person, cancellationToken) is null)
                unknown.Add(person.Value);

        return unknown.Count == 0
            ? new Diagnosis.Fine($"the directory knows all {people.Count}, deputies included.")
            : new Diagnosis.Failed(
                $"the directory knows nobody who works here by the id {string.Join(", ", unknown)}.",
                $"Put {(inGraph ? "object ids of accounts that are open, and no guests," : "ids of the file")} into Programme:Coordinators and Programme:Deputies.");
    }
}
