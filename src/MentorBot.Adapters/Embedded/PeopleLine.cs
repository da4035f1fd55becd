using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using CsvHelper;
using MentorBot.Domain;
using MentorBot.Domain.Directory;
using NodaTime;
using NodaTime.Text;

namespace MentorBot.Adapters.Embedded;

/// <summary>One line of the people file.</summary>
/// <param name="Person">Null when something in the line is wrong; others may refer to its id all the same.</param>
internal sealed partial record PeopleLine(long Number, string Id, string Manager, ImmutableArray<string> WorksWith, Person? Person)
{
    private static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("H:mm");

    /// <summary>The provider itself would also take fixed offsets such as UTC+2, which know no summer.</summary>
    private static readonly FrozenSet<string> ZoneIds = DateTimeZoneProviders.Tzdb.Ids.ToFrozenSet(StringComparer.Ordinal);

    public static PeopleLine Read(CsvReader csv, PeopleColumns columns, PeopleFileErrors errors)
    {
        var number = csv.LineNumber;
        if (errors.LastIsAbout(number))
            return Unusable();

        if (csv.FieldCount != columns.Count)
        {
            errors.Add(number, $"there are {csv.FieldCount} fields where the header has {columns.Count}. Put a field that contains \"{csv.Separator}\" in quotation marks.");
            return Unusable();
        }

        var sound = true;
        var id = Field(PeopleColumns.Id);
        var name = Required(PeopleColumns.Name);
        var mail = Required(PeopleColumns.Mail);
        var title = Required(PeopleColumns.Title);
        var department = Required(PeopleColumns.Department);
        var manager = Field(PeopleColumns.Manager);
        var worksWith = List(PeopleColumns.WorksWith);
        if (Required(PeopleColumns.Id).Length > 0 && !SoundId().IsMatch(id))
            Wrong($"the id \"{id}\" cannot be used; take at most 64 letters a to z, digits, dots, hyphens and underscores.");
        if (mail.Length > 0 && !SoundMail().IsMatch(mail))
            Wrong($"\"{mail}\" is not a mail address; write it as ana@example.com.");
        var zone = Zone(Required(PeopleColumns.TimeZone));
        var hours = Hours(Required(PeopleColumns.WorkingHours));
        var languages = Languages();

        return new(number, id, manager, worksWith, sound && zone is not null && hours is not null
            ? new(new(id), name, mail, title, department, manager.Length == 0 ? null : new PersonId(manager), [.. worksWith.Select(other => new PersonId(other))], zone, hours, languages)
            : null);

        PeopleLine Unusable() => new(number, columns[PeopleColumns.Id] < csv.FieldCount ? Field(PeopleColumns.Id) : "", "", [], null);

        string Field(string column) => csv.GetString(columns[column]).Trim();

        ImmutableArray<string> List(string column) =>
            [.. Field(column).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];

        string Required(string column)
        {
            var value = Field(column);
            if (value.Length == 0)
                Wrong($"{column} is empty; fill it in.");
            else if (value.Any(char.IsControl))
                Wrong($"{column} contains a control character; type it again.");
            else if (value.Contains('\uFFFD', StringComparison.Ordinal))
                Wrong($"{column} contains characters that are not UTF-8; save the file as \"CSV UTF-8\".");
            return value;
        }

        void Wrong(string problem)
        {
            sound = false;
            errors.Add(number, problem);
        }

        DateTimeZone? Zone(string zoneId)
        {
            if (zoneId.Length == 0)
                return null;
            if (ZoneIds.Contains(zoneId))
                return DateTimeZoneProviders.Tzdb[zoneId];

            var meant = ZoneIds.FirstOrDefault(known => known.Equals(zoneId, StringComparison.OrdinalIgnoreCase)) ?? "Europe/Amsterdam";
            Wrong($"the time zone \"{zoneId}\" is not known; use a name such as {meant}.");
            return null;
        }

        WorkingHours? Hours(string hours)
        {
            if (hours.Length == 0)
                return null;
            if (hours.Split('-', '–') is [var from, var to] && Time.Parse(from.Trim()) is { Success: true } start && Time.Parse(to.Trim()) is { Success: true } end && start.Value != end.Value)
                return new(start.Value, end.Value);

            Wrong($"the working hours \"{hours}\" cannot be read; write them as 09:00-17:30.");
            return null;
        }

        ImmutableArray<string> Languages()
        {
            Required(PeopleColumns.Languages);
            var tags = List(PeopleColumns.Languages);
            foreach (var tag in tags.Where(tag => LanguageTag.Normalize(tag) is null))
                Wrong($"the language \"{tag}\" is not known; use tags such as en, pt-BR or zh-Hant, separated by semicolons.");
            return [.. tags.Select(LanguageTag.Normalize).OfType<string>().Distinct(StringComparer.Ordinal)];
        }
    }

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}\z")]
    private static partial Regex SoundId();

    [GeneratedRegex(@"^[^@\s]+@[^@\s]+\z")]
    private static partial Regex SoundMail();
}
