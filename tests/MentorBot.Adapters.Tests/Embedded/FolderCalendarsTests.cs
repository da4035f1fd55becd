using System.Text;
using MentorBot.Adapters.Embedded;
using MentorBot.Domain;
using MentorBot.Domain.Scheduling;
using MentorBot.Testing.Calendars;
using MentorBot.Testing.Logs;
using MentorBot.Testing.Time;
using NodaTime;

namespace MentorBot.Adapters.Tests.Embedded;

public sealed class FolderCalendarsTests : IDisposable
{
    private static readonly PersonId Ana = new("ana.lima");
    private static readonly PersonId Ben = new("ben");
    private static readonly Instant Nine = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly Interval Day = new(Nine - Duration.FromHours(9), Nine + Duration.FromHours(15));

    private readonly StoreFolder folder = new();
    private readonly LogLines log = new();
    private readonly FolderCalendars calendars;

    public FolderCalendarsTests() => calendars = new(
        Path.Combine(folder.Path, "calendars"),
        new EverybodyOf(EverybodyOf.Person(Ana, "Ana Lima", "Europe/Lisbon"), EverybodyOf.Person(Ben, "Ben; Okafor, \\ jr.\nthe third", "Europe/Amsterdam")),
        new TestClock(Instant.FromUtc(2026, 3, 1, 12, 30)),
        log.For<FolderCalendars>());

    private string AnasFolder => Path.Combine(folder.Path, "calendars", "ana.lima");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task An_entry_is_a_file_that_any_calendar_opens()
    {
        await calendars.Put(Ana, Entry() with { With = Ben }, default);

        const string Text =
            """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//MentorBot//Conversations//EN
            BEGIN:VEVENT
            UID:talk-1@mentorbot
            SEQUENCE:3
            DTSTAMP:20260301T123000Z
            DTSTART:20260302T090000Z
            DTEND:20260302T094500Z
            SUMMARY:Conversation with Ben\; Okafor\, \\ jr.\nthe third
            CLASS:PRIVATE
            TRANSP:OPAQUE
            END:VEVENT
            END:VCALENDAR

            """;
        Assert.Equal(Text.ReplaceLineEndings("\r\n"), await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(AnasFolder))));
        Assert.Equal("mentorbot-talk-1.ics", Path.GetFileName(Assert.Single(Directory.GetFiles(AnasFolder))));
    }

    [Fact]
    public async Task A_block_of_ones_own_names_nobody()
    {
        Assert.Contains("SUMMARY:Conversation\r\n", await calendars.TextOf(Entry(), default), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whom_the_directory_does_not_know_any_more_is_named_by_id()
    {
        Assert.Contains("SUMMARY:Conversation with dora\r\n", await calendars.TextOf(Entry() with { With = new("dora") }, default), StringComparison.Ordinal);
    }

    /// <summary>What was typed lies sealed in a row; here it would lie in the clear.</summary>
    [Fact]
    public async Task The_subject_that_somebody_typed_is_not_written()
    {
        await calendars.Put(Ana, Entry() with { Subject = Confidential.From("About the heron") }, default);

        Assert.DoesNotContain("heron", await File.ReadAllTextAsync(Directory.GetFiles(AnasFolder).Single()), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("Ó", 200)]
    [InlineData("a", 500)]
    [InlineData("😀", 100)]
    [InlineData("a😀\ud83dÓ", 50)]
    public void No_line_is_longer_than_75_octets_and_none_breaks_a_character(string piece, int times)
    {
        var name = string.Concat(Enumerable.Repeat(piece, times));

        var text = IcsText.Of(Entry(), name, Nine);

        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        var whole = text.Replace("\r\n ", "", StringComparison.Ordinal);
        Assert.Contains($"SUMMARY:Conversation with {name.Replace("\ud83dÓ", "\uFFFDÓ", StringComparison.Ordinal)}\r\n", whole, StringComparison.Ordinal);
        Assert.IsType<IcsReading.Good>(IcsReader.Read(Encoding.UTF8.GetBytes(text), DateTimeZone.Utc));
    }

    [Fact]
    public async Task What_somebody_puts_there_keeps_them_busy()
    {
        await Drop("Export.ICS", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260302T150000\nDURATION:PT1H\nEND:VEVENT\nEND:VCALENDAR\n");
        await calendars.Put(Ana, Entry(), default);

        var known = Assert.IsType<CalendarReading.Known>(await calendars.Read(Ana, Day, default));

        Assert.Equal([Nine, Nine + Duration.FromHours(6)], known.Availability.Busy.Select(time => time.Start).Order());
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_puts_the_calendar_out_of_reach_and_is_named_in_the_log_without_what_it_says()
    {
        await Drop("holidays.ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Heron\nDTSTART:Heron\nEND:VEVENT\nEND:VCALENDAR\n");

        Assert.IsType<CalendarReading.OutOfReach>(await calendars.Read(Ana, Day, default));

        var line = Assert.Single(log.Lines);
        Assert.Contains("holidays.ics", line, StringComparison.Ordinal);
        Assert.DoesNotContain("heron", line, StringComparison.OrdinalIgnoreCase);
        Assert.IsType<CalendarReading.Known>(await calendars.Read(Ben, Day, default));
    }

    [Fact]
    public async Task A_file_too_large_to_be_a_calendar_puts_it_out_of_reach()
    {
        await Drop("all.ics", "");
        using (var file = File.OpenWrite(Path.Combine(AnasFolder, "all.ics")))
            file.SetLength(FolderCalendars.LargestFile + 1);

        Assert.IsType<CalendarReading.OutOfReach>(await calendars.Read(Ana, Day, default));
    }

    [Fact]
    public async Task Other_files_are_left_alone()
    {
        await Drop("notes.txt", "Dear diary");
        await Drop(".hidden.ics", "\0\0");
        await Drop("mentorbot-talk-1.ics.new", "BEGIN:VCALE");

        Assert.Empty(Assert.IsType<CalendarReading.Known>(await calendars.Read(Ana, Day, default)).Availability.Busy);
    }

    [Fact]
    public async Task What_a_power_cut_left_half_written_does_not_stand_in_the_way()
    {
        await Drop("mentorbot-talk-1.ics.new", "BEGIN:VCALE");

        await calendars.Put(Ana, Entry(), default);

        Assert.Equal("mentorbot-talk-1.ics", Path.GetFileName(Assert.Single(Directory.GetFiles(AnasFolder))));
    }

    [Fact]
    public async Task An_entry_that_somebody_damaged_is_written_anew()
    {
        await calendars.Put(Ana, Entry(), default);
        await Drop("mentorbot-talk-1.ics", "BEGIN:VCALE");

        await calendars.Put(Ana, Entry(), default);

        Assert.Single(Assert.IsType<CalendarReading.Known>(await calendars.Read(Ana, Day, default)).Availability.Busy);
    }

    [Fact]
    public async Task Only_the_owner_may_open_the_folders_and_files()
    {
        if (OperatingSystem.IsWindows())
            return;

        await calendars.Put(Ana, Entry(), default);

        const UnixFileMode Others = (UnixFileMode)0b000_111_111;
        Assert.Equal((UnixFileMode)0, File.GetUnixFileMode(Path.GetDirectoryName(AnasFolder)!) & Others);
        Assert.Equal((UnixFileMode)0, File.GetUnixFileMode(AnasFolder) & Others);
        Assert.Equal((UnixFileMode)0, File.GetUnixFileMode(Directory.GetFiles(AnasFolder).Single()) & Others);
    }

    [Fact]
    public async Task A_calendar_that_cannot_be_written_says_so()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(AnasFolder)!);
        await File.WriteAllTextAsync(AnasFolder, "A file where the folder should be");

        await Assert.ThrowsAsync<CalendarUnavailableException>(() => calendars.Put(Ana, Entry(), default));
    }

    [Theory]
    [InlineData("ana.lima", "ana.lima")]
    [InlineData("0f8fad5b-d9cb-469f-a165-70867728950e", "0f8fad5b-d9cb-469f-a165-70867728950e")]
    [InlineData("Ana", "!0041na")]
    [InlineData("..", "!002E!002E")]
    [InlineData("a/b", "a!002Fb")]
    [InlineData("~", "!007E")]
    public void Usual_ids_stay_readable_as_names_of_folders(string id, string name) => Assert.Equal(name, FileNameText.Of(id));

    private static CalendarEntry Entry() => new("talk-1", 3, Nine, 45, null, null);

    private async Task Drop(string name, string text)
    {
        Directory.CreateDirectory(AnasFolder);
        await File.WriteAllTextAsync(Path.Combine(AnasFolder, name), text);
    }
}
