namespace MentorBot.Adapters.Embedded;

/// <summary>Where each field stands in this file. Further columns are allowed and left alone.</summary>
internal sealed class PeopleColumns
{
    public const string Id = "id";
    public const string Name = "name";
    public const string Mail = "mail";
    public const string Title = "title";
    public const string Department = "department";
    public const string Manager = "manager";
    public const string WorksWith = "worksWith";
    public const string TimeZone = "timeZone";
    public const string WorkingHours = "workingHours";
    public const string Languages = "languages";

    private static readonly string[] All = [Id, Name, Mail, Title, Department, Manager, WorksWith, TimeZone, WorkingHours, Languages];

    private readonly Dictionary<string, int> indexes = new(StringComparer.OrdinalIgnoreCase);

    private PeopleColumns(int count) => Count = count;

    public int Count { get; }

    public int this[string column] => indexes[column];

    public static PeopleColumns? Find(IReadOnlyList<string> headers, PeopleFileErrors errors)
    {
        var columns = new PeopleColumns(headers.Count);
        var twice = new List<string>();
        for (var index = 0; index < headers.Count; index++)
        {
            var header = headers[index].Trim();
            if (!columns.indexes.TryAdd(header, index) && All.Contains(header, StringComparer.OrdinalIgnoreCase))
                twice.Add(header);
        }

        var missing = All.Where(column => !columns.indexes.ContainsKey(column)).ToList();
        if (missing.Count > 0)
            errors.Add(1, $"the header lacks {string.Join(", ", missing)}. It must name these columns, in any order: {string.Join(",", All)}");
        if (twice.Count > 0)
            errors.Add(1, $"the header names {string.Join(", ", twice)} twice. Take one away.");
        return missing.Count + twice.Count == 0 ? columns : null;
    }
}
