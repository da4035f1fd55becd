using System.Collections.Immutable;
using CsvHelper;
using MentorBot.Domain.Roster;

namespace MentorBot.Adapters.Embedded;

/// <summary>Reads a roster from CSV: from a file, or what somebody pasted.</summary>
public sealed class RosterFile : IRosterReader
{
    /// <summary>In bytes. Many times what a person needs: longer is a damaged file, not a person.</summary>
    public const int LongestLine = 16 * 1024;

    private const string Person = "person";
    private const string Group = "group";
    private const string Mentor = "mentor";

    public RosterTable Read(Stream csv)
    {
        var (lines, errors) = (ImmutableArray.CreateBuilder<RosterLine>(), ImmutableArray.CreateBuilder<RosterError>());
        if (csv.Length == 0)
            return new([], [new(null, RosterFault.Empty)]);
        try
        {
            using var reader = CsvReader.Create(csv, OptionsFor(csv, errors), leaveOpen: true);
            ReadLines(reader, lines, errors);
        }
        catch (CsvFormatException tooLong)
        {
            errors.Add(new((int?)tooLong.LineNumber, RosterFault.LineTooLong));
        }

        return new(lines.ToImmutable(), errors.ToImmutable());
    }

    private static void ReadLines(CsvReader csv, ImmutableArray<RosterLine>.Builder lines, ImmutableArray<RosterError>.Builder errors)
    {
        string[] columns = [.. csv.Headers.Select(header => Plain(header))];
        foreach (var twice in new[] { Person, Group, Mentor }.Where(column => columns.Count(one => Is(one, column)) > 1))
            errors.Add(new(1, RosterFault.ColumnTwice, twice));
        var (person, group, mentor) = (Find(Person), Find(Group), Find(Mentor));
        if (person < 0)
            errors.Add(new(1, RosterFault.NoPersonColumn));
        if (errors.Count > 0)
            return;

        while (csv.Read())
        {
            var number = (int)csv.LineNumber;
            if (lines.Count == NewRoster.MostPeople)
            {
                errors.Add(new(number, RosterFault.TooManyPeople));
                return;
            }

            if (errors.Count > 0 && errors[^1].Line == number)
                continue;
            if (csv.RawRecord.Length > LongestLine)
                errors.Add(new(number, RosterFault.LineTooLong));
            else if (!csv.RawRecord.ContainsAnyExcept(" \t,;\""u8))
                continue;
            else if (csv.FieldCount > columns.Length)
                errors.Add(new(number, RosterFault.TooManyFields));
            else
                lines.Add(new(number, Field(person), Field(group), Field(mentor)));
        }

        int Find(string column) => Array.FindIndex(columns, one => Is(one, column));

        // A line may end early: what is left out is empty.
        string Field(int at) => at >= 0 && at < csv.FieldCount ? Plain(csv.GetString(at)) : "";
    }

    /// <summary>Blanks around are nothing; a tab or a line end that a field begins with is something.</summary>
    private static string Plain(string field) => field.Trim(' ', '\u00A0');

    private static bool Is(string found, string column) => string.Equals(found, column, StringComparison.OrdinalIgnoreCase);

    private static CsvReaderOptions OptionsFor(Stream csv, ImmutableArray<RosterError>.Builder errors) => new()
    {
        Separator = CsvHeader.SeparatorIn(csv, ",;\t", LongestLine),
        TrackLineNumbers = true,
        AllowLineBreaksInQuotes = false,
        MaxRecordSize = LongestLine,
        IncludeValuesInExceptions = false,
        OnMalformedRecord = record => errors.Add(new((int)record.LineNumber, RosterFault.Quote)),
    };
}
