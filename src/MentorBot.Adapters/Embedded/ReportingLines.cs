namespace MentorBot.Adapters.Embedded;

/// <summary>What can only be seen with all lines at hand: each id once, everybody named exists, and managers lead to a top.</summary>
internal static class ReportingLines
{
    public static void Check(List<PeopleLine> lines, PeopleFileErrors errors)
    {
        var byId = new Dictionary<string, PeopleLine>(StringComparer.Ordinal);
        var firstLines = new Dictionary<string, long>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines.Where(line => line.Id.Length > 0))
        {
            byId.TryAdd(line.Id, line);
            if (!firstLines.TryAdd(line.Id, line.Number))
                errors.Add(line.Number, $"the id \"{line.Id}\" is already that of line {firstLines[line.Id]}; give each person an id of their own.");
        }

        foreach (var line in lines)
        {
            if (line.Manager.Length > 0 && line.Manager == line.Id)
                errors.Add(line.Number, $"\"{line.Id}\" is named as their own manager; name somebody else, or leave it empty at the top.");
            else if (line.Manager.Length > 0 && !byId.ContainsKey(line.Manager))
                errors.Add(line.Number, $"the manager \"{line.Manager}\" is not in the file; use the id of one of its lines, or leave it empty.");

            foreach (var other in line.WorksWith)
            {
                if (other == line.Id)
                    errors.Add(line.Number, $"worksWith names \"{other}\" themselves; name other people only.");
                else if (!byId.ContainsKey(other))
                    errors.Add(line.Number, $"worksWith names \"{other}\", who is not in the file; use the id of one of its lines.");
            }
        }

        foreach (var circle in Circles(lines, byId))
            errors.Add(circle[0].Number, $"the managers go round in a circle: {string.Join(" → ", circle.Append(circle[0]).Select(line => line.Id))}. Give one of them another manager, or none.");
    }

    /// <summary>Each circle once, from its first line on. Every line is passed at most twice, however long the reporting line.</summary>
    private static IEnumerable<List<PeopleLine>> Circles(List<PeopleLine> lines, Dictionary<string, PeopleLine> byId)
    {
        var seenFrom = new Dictionary<PeopleLine, PeopleLine>(ReferenceEqualityComparer.Instance);
        foreach (var start in lines)
        {
            var line = start;
            while (line is not null && seenFrom.TryAdd(line, start))
                line = ManagerOf(line);
            if (line is null || !ReferenceEquals(seenFrom[line], start) || ReferenceEquals(ManagerOf(line), line))
                continue;

            var circle = new List<PeopleLine> { line };
            for (var next = ManagerOf(line)!; !ReferenceEquals(next, line); next = ManagerOf(next)!)
                circle.Add(next);
            var first = circle.IndexOf(circle.MinBy(member => member.Number)!);
            yield return [.. circle[first..], .. circle[..first]];
        }

        PeopleLine? ManagerOf(PeopleLine line) => line.Manager.Length == 0 ? null : byId.GetValueOrDefault(line.Manager);
    }
}
