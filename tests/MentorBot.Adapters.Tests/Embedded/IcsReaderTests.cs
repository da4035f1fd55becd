using System.Text;
using FsCheck;
using FsCheck.Fluent;
using MentorBot.Adapters.Embedded;
using NodaTime;
using NodaTime.Text;
using Interval = NodaTime.Interval;

namespace MentorBot.Adapters.Tests.Embedded;

/// <summary>Files as other calendars write them, and as nobody should. The person is in Lisbon.</summary>
public sealed class IcsReaderTests
{
    private static readonly DateTimeZone Lisbon = DateTimeZoneProviders.Tzdb["Europe/Lisbon"];

    [Theory]
    [InlineData("DTSTART:20260310T090000Z|DTEND:20260310T100000Z", "2026-03-10T09:00:00Z/2026-03-10T10:00:00Z")]
    [InlineData("DTSTART;TZID=Europe/Amsterdam:20260310T090000|DTEND;TZID=Europe/Amsterdam:20260310T100000", "2026-03-10T08:00:00Z/2026-03-10T09:00:00Z")]
    [InlineData("DTSTART;TZID=\"W. Europe Standard Time\":20260310T090000|DURATION:PT1H", "2026-03-10T08:00:00Z/2026-03-10T09:00:00Z")]
    [InlineData("DTSTART;TZID=Europe/Lisbon:20260310T180000|DTEND;TZID=Asia/Tokyo:20260311T040000", "2026-03-10T18:00:00Z/2026-03-10T19:00:00Z")]
    [InlineData("DTSTART;X-NOTE=\"a;b:c\";TZID=Asia/Tokyo:20260310T090000|DURATION:PT1H", "2026-03-10T00:00:00Z/2026-03-10T01:00:00Z")]
    [InlineData("DTSTART:20260710T090000|DTEND:20260710T100000", "2026-07-10T08:00:00Z/2026-07-10T09:00:00Z")]
    [InlineData("dtstart:20260310T090000Z|dtend:20260310T100000Z", "2026-03-10T09:00:00Z/2026-03-10T10:00:00Z")]
    [InlineData("DTEND:20260310T100000Z|SUMMARY:Colons: and; semicolons|DTSTART:20260310T090000Z", "2026-03-10T09:00:00Z/2026-03-10T10:00:00Z")]
    [InlineData("DTSTART:20260310T090000Z|DTEND:20260310T100000Z|STATUS:TENTATIVE|TRANSP:OPAQUE", "2026-03-10T09:00:00Z/2026-03-10T10:00:00Z")]
    public void A_time_is_busy_in_the_zone_it_names_or_else_in_the_persons_own(string lines, string busy) => Assert.Equal([Time(busy)], Busy(lines));

    [Theory]
    [InlineData("DTSTART;VALUE=DATE:20260310", "2026-03-10T00:00:00Z/2026-03-11T00:00:00Z")]
    [InlineData("DTSTART;VALUE=DATE:20260310|DTEND;VALUE=DATE:20260312", "2026-03-10T00:00:00Z/2026-03-12T00:00:00Z")]
    [InlineData("DTSTART;VALUE=DATE:20260710|DURATION:P2D", "2026-07-09T23:00:00Z/2026-07-11T23:00:00Z")]
    [InlineData("DTSTART;VALUE=DATE:20260329", "2026-03-29T00:00:00Z/2026-03-29T23:00:00Z")]
    [InlineData("DTSTART:20261025", "2026-10-24T23:00:00Z/2026-10-26T00:00:00Z")]
    public void A_day_is_busy_from_midnight_to_midnight_where_the_person_is(string lines, string busy) => Assert.Equal([Time(busy)], Busy(lines));

    [Theory]
    [InlineData("DTSTART;TZID=Europe/Lisbon:20260328T220000|DTEND;TZID=Europe/Lisbon:20260329T030000", "2026-03-28T22:00:00Z/2026-03-29T02:00:00Z")]
    [InlineData("DTSTART;TZID=Europe/Lisbon:20260328T220000|DURATION:PT5H", "2026-03-28T22:00:00Z/2026-03-29T03:00:00Z")]
    [InlineData("DTSTART;TZID=Europe/Lisbon:20260328T220000|DURATION:P1D", "2026-03-28T22:00:00Z/2026-03-29T21:00:00Z")]
    [InlineData("DTSTART;TZID=Europe/Lisbon:20260328T220000|DURATION:P1DT1H", "2026-03-28T22:00:00Z/2026-03-29T22:00:00Z")]
    [InlineData("DTSTART;TZID=Europe/Lisbon:20260329T013000|DURATION:PT30M", "2026-03-29T01:30:00Z/2026-03-29T02:00:00Z")]
    [InlineData("DTSTART;TZID=Europe/Lisbon:20261025T013000|DURATION:PT30M", "2026-10-25T00:30:00Z/2026-10-25T01:00:00Z")]
    public void On_a_night_in_which_the_clocks_change_days_count_by_the_calendar_and_hours_by_the_clock(string lines, string busy) =>
        Assert.Equal([Time(busy)], Busy(lines));

    [Theory]
    [InlineData("PT15M", 15)]
    [InlineData("+PT15M", 15)]
    [InlineData("P1W", 7 * 24 * 60)]
    [InlineData("P1DT2H3M", 26 * 60 + 3)]
    public void A_duration_is_weeks_days_hours_and_minutes(string duration, int minutes)
    {
        var time = Assert.Single(Busy($"DTSTART:20260310T090000Z|DURATION:{duration}"));

        Assert.Equal(Duration.FromMinutes(minutes), time.Duration);
    }

    [Theory]
    [InlineData("DTSTART:20260310T090000Z|DTEND:20260310T100000Z|TRANSP:TRANSPARENT")]
    [InlineData("DTSTART:20260310T090000Z|DTEND:20260310T100000Z|status:cancelled")]
    [InlineData("DTSTART:20260310T090000Z")]
    [InlineData("DTSTART:20260310T090000Z|DTEND:20260310T090000Z")]
    [InlineData("DTSTART:20260310T090000Z|DURATION:PT0S")]
    public void What_is_free_cancelled_or_takes_no_time_keeps_nobody_busy(string lines) => Assert.Empty(Busy(lines));

    [Fact]
    public void Of_what_repeats_the_first_time_counts()
    {
        Assert.Equal([Time("2026-03-10T09:00:00Z/2026-03-10T10:00:00Z")], Busy("DTSTART:20260310T090000Z|DTEND:20260310T100000Z|RRULE:FREQ=WEEKLY"));
    }

    [Theory]
    [InlineData("DTSTART;TZID=Middle-earth/Shire:20260310T090000|DURATION:PT1H")]
    [InlineData("DTSTART;TZID=Europe/Lisbon:20260310T090000Z|DURATION:PT1H")]
    [InlineData("DTSTART:20260310T090000Z|DTEND:20260310T085959Z")]
    [InlineData("DTSTART;VALUE=DATE:20260310|DTEND;VALUE=DATE:20260309")]
    [InlineData("DTSTART;VALUE=DATE:20260310|DTEND:20260310T100000Z")]
    [InlineData("DTSTART:20260310T090000Z|DTEND:20260310T100000Z|DURATION:PT1H")]
    [InlineData("DTSTART:20260310T090000Z|DTSTART:20260310T100000Z")]
    [InlineData("DTSTART:20260310T090000Z|DURATION:-PT1H")]
    [InlineData("DTSTART:20260310T090000Z|DURATION:P1M")]
    [InlineData("DTSTART:20260310T090000Z|DURATION:P99999999999W")]
    [InlineData("DTSTART:20260310T090000Z|DURATION:an hour")]
    [InlineData("DTSTART:20260230T090000Z|DURATION:PT1H")]
    [InlineData("DTSTART:20260310T250000Z|DURATION:PT1H")]
    [InlineData("DTSTART:00000000T000000Z")]
    [InlineData("DTSTART:99991231T235959Z|DURATION:P9999W")]
    [InlineData("DTSTART:tomorrow")]
    [InlineData("DTSTART:")]
    [InlineData("DTEND:20260310T100000Z")]
    [InlineData("SUMMARY:No time at all")]
    [InlineData("DTSTART:20260310T090000Z|no colon in here")]
    [InlineData("DTSTART:20260310T090000Z|BEGIN:VEVENT|DTSTART:20260310T090000Z|END:VEVENT")]
    [InlineData("DTSTART:20260310T090000Z|END:VCALENDAR")]
    public void A_line_that_cannot_be_right_refuses_the_whole_file(string lines) => Assert.IsType<IcsReading.Refused>(Read(Event(lines)));

    [Theory]
    [InlineData("")]
    [InlineData("\r\n")]
    [InlineData("Dear Ana")]
    [InlineData("BEGIN:VCALENDAR")]
    [InlineData("BEGIN:VEVENT\r\nDTSTART:20260310T090000Z\r\nEND:VEVENT\r\n")]
    [InlineData("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20260310T090000Z\r\nEND:VCALENDAR\r\n")]
    [InlineData("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\nEND:VCALENDAR\r\n")]
    [InlineData("BEGIN:VCALENDAR\r\nBEGIN:VCALENDAR\r\nEND:VCALENDAR\r\nEND:VCALENDAR\r\n")]
    [InlineData("<html><body style=\"a:b\">Not found</body></html>")]
    public void What_is_no_calendar_is_refused(string file) => Assert.IsType<IcsReading.Refused>(Read(file));

    [Fact]
    public void A_refusal_says_on_which_line()
    {
        Assert.Equal(new IcsReading.Refused(4), Read("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x\nDTSTART:\n tomorrow\nEND:VEVENT\nEND:VCALENDAR\n"));
    }

    [Fact]
    public void An_empty_calendar_is_never_busy() => Assert.Empty(Good("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n").Busy);

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    public void A_byte_order_mark_folded_lines_and_any_line_ends_are_read(string lineEnd)
    {
        var file = "\uFEFF" + string.Join(
            lineEnd,
            "BEGIN:VCALENDAR", "", "BEGIN:VEVENT", "DTSTART;TZID=\"W. Europe ", " Standard Time\":202603", " 10T0900", "\t00", "DURATION:PT1H", "SUMMARY:Ri", "  ver: DTSTART:19990101", "END:VEVENT", "END:VCALENDAR", "");

        Assert.Equal([Time("2026-03-10T08:00:00Z/2026-03-10T09:00:00Z")], Good(file).Busy.AsEnumerable());
    }

    [Fact]
    public void A_last_line_without_an_end_is_read() => Assert.Single(Good(Event("DTSTART:20260310T090000Z|DURATION:PT1H").TrimEnd()).Busy);

    [Fact]
    public void Alarms_zones_and_tasks_are_passed_over_with_their_times()
    {
        const string Others = "BEGIN:VTIMEZONE\nTZID:X\nBEGIN:STANDARD\nDTSTART:16010101T000000\nEND:STANDARD\nEND:VTIMEZONE\nBEGIN:VTODO\nDTSTART:20260311T090000Z\nEND:VTODO\n";
        var file = $"BEGIN:VCALENDAR\n{Others}BEGIN:VEVENT\nDTSTART:20260310T090000Z\nBEGIN:VALARM\nDURATION:PT5M\nTRANSP:TRANSPARENT\nEND:VALARM\nDURATION:PT1H\nEND:VEVENT\nEND:VCALENDAR\n";

        Assert.Equal([Time("2026-03-10T09:00:00Z/2026-03-10T10:00:00Z")], Good(file).Busy.AsEnumerable());
    }

    /// <summary>Halves of surrogate pairs, as bytes that are no UTF-8, and an old export in Latin 1.</summary>
    [Fact]
    public void Words_that_are_no_UTF_8_do_not_matter()
    {
        byte[] file = [.. "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:"u8, 0xED, 0xA0, 0x80, 0xE9, 0xFF, 0, .. "\nDTSTART:20260310T090000Z\nDURATION:PT1H\nEND:VEVENT\nEND:VCALENDAR\n"u8];

        Assert.Single(Assert.IsType<IcsReading.Good>(IcsReader.Read(file, Lisbon)).Busy);
    }

    [Fact]
    public void A_file_of_a_million_characters_is_read_whole()
    {
        var file = new StringBuilder("BEGIN:VCALENDAR\r\n");
        var count = 0;
        for (; file.Length < 1_000_000; count++)
            file.Append("BEGIN:VEVENT\r\nDTSTART:20260310T090000Z\r\nDURATION:PT1H\r\nDESCRIPTION:").Append('x', 700).Append("\r\n ").Append('y', 70).Append("\r\nEND:VEVENT\r\n");

        Assert.Equal(count, Good(file.Append("END:VCALENDAR\r\n").ToString()).Busy.Length);
    }

    [Fact]
    public void A_line_of_a_million_characters_is_read() => Assert.Single(Busy("DTSTART:20260310T090000Z|DURATION:PT1H|DESCRIPTION:" + new string('x', 1_000_000)));

    /// <summary>Pieces of a good file in any order, and bytes of any kind between them: an answer, never an exception.</summary>
    [Fact]
    public void Any_bytes_get_an_answer()
    {
        var pieces = Gen.OneOf(
            Gen.Elements(
                "BEGIN:VCALENDAR\n", "END:VCALENDAR\n", "BEGIN:VEVENT\n", "END:VEVENT\n", "DTSTART", "DTEND", "DURATION", ":", ";", "=", "\"", "TZID=", "Europe/Lisbon", "VALUE=DATE",
                "20260329", "T013000", "Z", "99991231", "00010101", "P1W", "P1DT1H", "PT99999H", "\n", "\r\n ", "TRANSP:TRANSPARENT\n", "SEQUENCE:-1\n", "SEQUENCE:99999999999\n").Select(Encoding.UTF8.GetBytes),
            Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf());

        Prop.ForAll(
            pieces.ListOf().Select(parts => parts.SelectMany(part => part).ToArray()).ToArbitrary(),
            file => IcsReader.Read(file, Lisbon) is IcsReading.Good or IcsReading.Refused).QuickCheckThrowOnFailure();
    }

    private static string Event(string lines) => $"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n{lines.Replace("|", "\r\n", StringComparison.Ordinal)}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

    private static IcsReading Read(string file) => IcsReader.Read(Encoding.UTF8.GetBytes(file), Lisbon);

    private static IcsReading.Good Good(string file) => Assert.IsType<IcsReading.Good>(Read(file));

    private static Interval[] Busy(string lines) => [.. Good(Event(lines)).Busy];

    private static Interval Time(string text)
    {
        var ends = text.Split('/');
        return new(InstantPattern.General.Parse(ends[0]).Value, InstantPattern.General.Parse(ends[1]).Value);
    }
}
