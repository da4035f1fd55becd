using System.Collections.Immutable;
using MentorBot.Domain.Directory;

namespace MentorBot.Domain.Roster;

/// <summary>Reads a roster and checks every line against the directory: all of it is right, or everything that is not is told at once.</summary>
public sealed class RosterChecking(IRosterReader reader, IDirectory directory)
{
    /// <summary>In characters; no mail address is longer.</summary>
    private const int LongestPerson = 254;

    /// <summary>In characters: enough to find it again.</summary>
    private const int MostQuoted = 40;

    private const string Yes = "yes";
    private const string No = "no";

    public async Task<RosterReading> Read(Stream csv, CancellationToken cancellationToken)
    {
        var table = reader.Read(csv);
        var errors = table.Errors.ToBuilder();
        var (entries, lineOf) = (new List<RosterEntry>(), new Dictionary<PersonId, int>());
        foreach (var line in table.Lines)
            if (await Check(line, lineOf, errors, cancellationToken) is { } entry)
                entries.Add(entry);

        if (NewRoster.GroupsOf(entries) is { Length: > NewRoster.MostGroups } groups)
            errors.Add(new(null, RosterFault.TooManyGroups, Other: groups.Length));
        if (entries.Count == 0 && errors.Count == 0)
            errors.Add(new(null, RosterFault.Empty));
        return errors.Count == 0 ? new RosterReading.Good(NewRoster.Of(entries)) : new RosterReading.Refused([.. errors.OrderBy(error => error.Line ?? 0)]);
    }

    private async Task<RosterEntry?> Check(RosterLine line, Dictionary<PersonId, int> lineOf, ImmutableArray<RosterError>.Builder errors, CancellationToken cancellationToken)
    {
        var before = errors.Count;
        if (line.Group.Length > 0 && !RosterGroup.IsName(line.Group))
            errors.Add(new(line.Number, RosterFault.NotAGroup, Quoted(line.Group)));
        if (line.Mentor.Length > 0 && !Is(line.Mentor, Yes) && !Is(line.Mentor, No))
            errors.Add(new(line.Number, RosterFault.NotYesOrNo, Quoted(line.Mentor)));

        if (!CanBePerson(line.Person))
            errors.Add(new(line.Number, RosterFault.NotAPerson, Quoted(line.Person)));
        else if (await Find(line.Person, cancellationToken) is not { } person)
            errors.Add(new(line.Number, RosterFault.UnknownPerson, Quoted(line.Person)));
        else if (!lineOf.TryAdd(person, line.Number))
            errors.Add(new(line.Number, RosterFault.Twice, Quoted(line.Person), lineOf[person]));
        else if (errors.Count == before)
            return new(person, line.Group.Length > 0 ? line.Group : null, Is(line.Mentor, Yes));
        return null;
    }

    private async Task<PersonId?> Find(string person, CancellationToken cancellationToken) =>
        (person.Contains('@', StringComparison.Ordinal) ? await directory.FindByMail(person, cancellationToken) : await directory.Find(new(person), cancellationToken))?.Id;

    /// <summary>What a spreadsheet would take for a formula is nobody; nor is half a character.</summary>
    private static bool CanBePerson(string person) =>
        person.Length is > 0 and <= LongestPerson && char.IsLetterOrDigit(person[0]) && !person.Any(character => char.IsControl(character) || char.IsWhiteSpace(character) || char.IsSurrogate(character) || character == '\uFFFD');

    private static bool Is(string found, string meant) => string.Equals(found, meant, StringComparison.OrdinalIgnoreCase);

    private static string Quoted(string found) =>
        new([.. found.Take(MostQuoted).Select(character => char.IsControl(character) || char.IsSurrogate(character) ? '·' : character), .. found.Length > MostQuoted ? "…" : ""]);
}
