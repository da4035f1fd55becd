using CsvHelper;
using MentorBot.Domain.Directory;

namespace MentorBot.Adapters.Embedded;

/// <summary>
/// Reads people.csv: UTF-8, a header, one person a line, separated by commas or semicolons, lists within a field by
/// semicolons. A manager or worksWith names somebody of the same file; a circle of managers is an error.
/// </summary>
public static class PeopleFile
{
    public const int MostPeople = 100_000;

    /// <summary>In bytes. A hundred times what a person needs: longer is a damaged file, not a person.</summary>
    public const int LongestLine = 16 * 1024;

    /// <summary>The directory, or everything there is to put right.</summary>
    public static PeopleFileReading Read(string path)
    {
        var errors = new PeopleFileErrors(Path.GetFileName(path));
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var people = ReadPeople(stream, errors);
            return errors.Any ? errors.ToRefusal() : new PeopleFileReading.Good(new([.. people]));
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            errors.Add(null, $"there is no such file in {Path.GetDirectoryName(Path.GetFullPath(path))}. Put it there, or name the right one in the settings.");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            errors.Add(null, $"the file cannot be read ({unreadable.Message}) Let the bot's account read it.");
        }

        return errors.ToRefusal();
    }

    private static List<Person> ReadPeople(FileStream stream, PeopleFileErrors errors)
    {
        var lines = new List<PeopleLine>();
        using (var csv = CsvReader.Create(stream, OptionsFor(stream, errors), leaveOpen: true))
        {
            try
            {
                if (PeopleColumns.Find(csv.Headers, errors) is not { } columns)
                    return [];

                while (csv.Read())
                {
                    if (lines.Count == MostPeople)
                    {
                        errors.Add(csv.LineNumber, $"this is one person too many: the file can hold {MostPeople:N0}. For a larger organisation use the directory of Microsoft 365.");
                        return [];
                    }

                    if (csv.RawRecord.Length > LongestLine)
                        errors.Add(csv.LineNumber, TooLong);
                    else if (csv.RawRecord.ContainsAnyExcept(" \t,;\""u8))
                        lines.Add(PeopleLine.Read(csv, columns, errors));
                }
            }
            catch (CsvFormatException tooLong)
            {
                errors.Add(tooLong.LineNumber, TooLong);
                return [];
            }
        }

        if (lines.Count == 0 && !errors.Any)
            errors.Add(null, "it names nobody. Write one line for each person under the header.");
        ReportingLines.Check(lines, errors);
        return [.. lines.Select(line => line.Person).OfType<Person>()];
    }

    private static CsvReaderOptions OptionsFor(FileStream stream, PeopleFileErrors errors) => new()
    {
        Separator = CsvHeader.SeparatorIn(stream, ",;", LongestLine),
        TrimWhitespace = true,
        TrimInsideQuotes = true,
        TrackLineNumbers = true,
        AllowLineBreaksInQuotes = false,
        MaxRecordSize = LongestLine,
        IncludeValuesInExceptions = false,
        OnMalformedRecord = record => errors.Add(record.LineNumber, record.Reason is CsvMalformedReason.LineBreakInQuotes or CsvMalformedReason.UnterminatedQuote
            ? "a quotation mark opens here and is not closed on the same line. Close it, or take it away."
            : "a quotation mark stands in the middle of a field. Put the whole field in quotation marks and write the one inside twice."),
    };

    private static readonly string TooLong = $"the line is longer than {LongestLine:N0} bytes. Shorten it; perhaps line breaks got lost.";
}
