using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using MentorBot.Domain.Scheduling;
using NodaTime;
using NodaTime.Text;

namespace MentorBot.Domain.Tests.Scheduling;

/// <summary>Typed in Lisbon on Wednesday, 4 March 2026, at a quarter past ten, unless a test says otherwise.</summary>
public sealed class TypedTimeTests
{
    private const string Wednesday = "2026-03-04T10:15:00Z";

    private static readonly TimeWords English = new(
        Today: ["today"],
        Tomorrow: ["tomorrow"],
        Yesterday: ["yesterday"],
        Next: ["next"],
        BeforeNoon: ["am"],
        AfterNoon: ["pm"],
        Hours: ["h", "o'clock"],
        DayEndings: ["st", "nd", "rd", "th"],
        Of: ["of"],
        Passed: ["at", "on", "the"]);

    private static readonly TimeWords Portuguese = English with { Today = ["hoje"], Tomorrow = ["amanhã"], Of = ["de"], Passed = ["às"] };

    private static readonly TimeWords German = English with { Today = ["heute"], Tomorrow = ["morgen"], Next = ["nächsten"], Hours = ["uhr", "h"], Passed = ["um", "am"], BeforeNoon = [] };

    [Theory]
    [InlineData("Tue 14:30", "2026-03-10T14:30")]
    [InlineData("tuesday 2.30pm", "2026-03-10T14:30")]
    [InlineData("TUESDAY, 2:30 p.m.", "2026-03-10T14:30")]
    [InlineData("14:30 on Tuesday", "2026-03-10T14:30")]
    [InlineData("tues 14.30.", "2026-03-10T14:30")]
    [InlineData("Tue. 14h30", "2026-03-10T14:30")]
    [InlineData("  tu\u00a014:30 ?", "2026-03-10T14:30")]
    [InlineData("next monday 10:00", "2026-03-09T10:00")]
    [InlineData("monday 2", "2026-03-09T02:00")]
    [InlineData("sat 12am", "2026-03-07T00:00")]
    [InlineData("sat 12 pm", "2026-03-07T12:00")]
    [InlineData("sat 9 o\u2019clock", "2026-03-07T09:00")]
    public void A_weekday_is_the_next_one(string typed, string meant) => Means(typed, meant);

    [Theory]
    [InlineData("12 March 9:00", "2026-03-12T09:00")]
    [InlineData("12 mar 9", "2026-03-12T09:00")]
    [InlineData("March 12, 9am", "2026-03-12T09:00")]
    [InlineData("the 12th of March at 9", "2026-03-12T09:00")]
    [InlineData("March the 12th at 9", "2026-03-12T09:00")]
    [InlineData("9 o'clock on 12 March", "2026-03-12T09:00")]
    [InlineData("at 9 on March 12", "2026-03-12T09:00")]
    [InlineData("12. March 9:00", "2026-03-12T09:00")]
    [InlineData("12.3. 9:00", "2026-03-12T09:00")]
    [InlineData("12.3 9:00", "2026-03-12T09:00")]
    [InlineData("9:00 12.03", "2026-03-12T09:00")]
    [InlineData("12.03 9.15", "2026-03-12T09:15")]
    [InlineData("12.03. 9.15", "2026-03-12T09:15")]
    [InlineData("12.10 14.30", "2026-10-12T14:30")]
    [InlineData("Thu 12 March 9:00", "2026-03-12T09:00")]
    [InlineData("4 March 11:00", "2026-03-04T11:00")]
    [InlineData("3 March 9:00", "2027-03-03T09:00")]
    public void A_date_without_a_year_is_the_next_one(string typed, string meant) => Means(typed, meant);

    [Theory]
    [InlineData("2027-01-05 09:00", "2027-01-05T09:00")]
    [InlineData("5 January 2027 9:00", "2027-01-05T09:00")]
    [InlineData("January 5, 2027, 9:00", "2027-01-05T09:00")]
    [InlineData("5.1.2027 9:00", "2027-01-05T09:00")]
    [InlineData("5.1.27 9:00", "2027-01-05T09:00")]
    [InlineData("13/1/2027 9:00", "2027-01-13T09:00")]
    [InlineData("4 March 2027 9:00", "2027-03-04T09:00")]
    public void A_year_may_be_said(string typed, string meant) => Means(typed, meant);

    [Theory]
    [InlineData("tomorrow at 9", "2026-03-05T09:00")]
    [InlineData("9 tomorrow", "2026-03-05T09:00")]
    [InlineData("tomorrow at 3", "2026-03-05T03:00")]
    [InlineData("Thursday, tomorrow, 9:15", "2026-03-05T09:15")]
    [InlineData("today 16h", "2026-03-04T16:00")]
    [InlineData("Wednesday 11:00", "2026-03-04T11:00")]
    [InlineData("Wednesday 10:15", "2026-03-11T10:15")]
    [InlineData("Wednesday 9:00", "2026-03-11T09:00")]
    [InlineData("next wednesday 11:00", "2026-03-11T11:00")]
    [InlineData("10:16", "2026-03-04T10:16")]
    [InlineData("10:15", "2026-03-05T10:15")]
    [InlineData("9:00", "2026-03-05T09:00")]
    [InlineData("9", "2026-03-05T09:00")]
    [InlineData("14.30", "2026-03-04T14:30")]
    [InlineData("11pm", "2026-03-04T23:00")]
    [InlineData("٩:٠٠", "2026-03-05T09:00")]
    public void It_counts_from_today(string typed, string meant) => Means(typed, meant);

    [Theory]
    [InlineData("3/4 11:00", "2026-03-04T11:00", "2026-04-03T11:00")]
    [InlineData("5/6 9:00", "2026-05-06T09:00", "2026-06-05T09:00")]
    [InlineData("9:15 12/3", "2026-03-12T09:15", "2026-12-03T09:15")]
    [InlineData("1/2/2027 9:00", "2027-01-02T09:00", "2027-02-01T09:00")]
    [InlineData("next friday 9:00", "2026-03-06T09:00", "2026-03-13T09:00")]
    public void What_can_be_read_in_two_ways_is_asked_back(string typed, string one, string other) => MeansEither(typed, one, other);

    [Theory]
    [InlineData("13/4 9:00", "2026-04-13T09:00")]
    [InlineData("4/13 9:00", "2026-04-13T09:00")]
    [InlineData("4/4 9:00", "2026-04-04T09:00")]
    [InlineData("Fri 5/6 9:00", "2026-06-05T09:00")]
    [InlineData("3/4 9:00", "2026-04-03T09:00")]
    [InlineData("3/4/2026 9:00", "2026-04-03T09:00")]
    [InlineData("3/5/2027 9:00", null)]
    public void Of_two_ways_only_the_one_that_can_be_counts(string typed, string? meant)
    {
        if (meant is null)
            Assert.IsType<TypedTimeReading.NotUnderstood>(Read(typed));
        else
            Means(typed, meant);
    }

    [Theory]
    [InlineData("yesterday 9:00")]
    [InlineData("yesterday at 23:59")]
    [InlineData("today 9:00")]
    [InlineData("today 10:15")]
    [InlineData("4 March 9:00")]
    [InlineData("2026-03-03 09:00")]
    [InlineData("1 March 2026 9am")]
    [InlineData("12.3.2020 9:00")]
    [InlineData("1/2/2026 9:00")]
    [InlineData("0001-01-01 00:00")]
    public void What_is_past_has_gone_by(string typed) => Assert.IsType<TypedTimeReading.GoneBy>(Read(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" . ")]
    [InlineData("hello")]
    [InlineData("25:99")]
    [InlineData("24:00")]
    [InlineData("9:60")]
    [InlineData("9:5")]
    [InlineData("9:00:00")]
    [InlineData("99")]
    [InlineData("1430")]
    [InlineData("123456789012345678901234567890")]
    [InlineData("13pm")]
    [InlineData("0am")]
    [InlineData("-9:00")]
    [InlineData("14:30-15:00")]
    [InlineData("half past two")]
    [InlineData("Tue 14:30 please")]
    [InlineData("9:00\0")]
    [InlineData("9:00 \ud83d")]
    [InlineData("😀 9:00")]
    [InlineData("9:00 10:00")]
    [InlineData("9 10")]
    public void What_is_no_hour_or_more_than_that_is_not_understood(string? typed) => Assert.IsType<TypedTimeReading.NotUnderstood>(Read(typed));

    [Theory]
    [InlineData("Tue")]
    [InlineData("tomorrow")]
    [InlineData("12 March")]
    [InlineData("12.3.")]
    [InlineData("3/4")]
    [InlineData("March 9:00")]
    [InlineData("12th 9:00")]
    [InlineData("2027 9:00")]
    [InlineData("next 9:00")]
    [InlineData("next 12 March 9:00")]
    [InlineData("next tomorrow 9:00")]
    [InlineData("Tue Wed 9:00")]
    [InlineData("t 9:00")]
    [InlineData("tue tomorrow 9:00")]
    [InlineData("tomorrow 5 March 9:00")]
    [InlineData("Tue 12 March 9:00")]
    [InlineData("12 March 13 April 9:00")]
    [InlineData("12 March 2026 2027 9:00")]
    [InlineData("3/4 5/6 9:00")]
    [InlineData("1.10 2.10 3.10")]
    [InlineData("0 March 9:00")]
    [InlineData("30 February 9:00")]
    [InlineData("31.4. 9:00")]
    [InlineData("12.13. 9:00")]
    [InlineData("13/13 9:00")]
    [InlineData("12/3/202 9:00")]
    [InlineData("2026-13-01 09:00")]
    [InlineData("2027-02-29 09:00")]
    [InlineData("5 March 0000 9:00")]
    [InlineData("5 March 2027 9:00")]
    [InlineData("31 December 9999 9:00")]
    public void Half_a_time_two_days_and_what_no_calendar_has_are_not_understood(string typed) => Assert.IsType<TypedTimeReading.NotUnderstood>(Read(typed));

    [Theory]
    [InlineData("2026-03-04T10:00:00Z", null)]
    [InlineData("2027-02-28T10:00:00Z", null)]
    [InlineData("2027-03-01T10:00:00Z", "2028-02-29T09:00")]
    [InlineData("2028-02-28T10:00:00Z", "2028-02-29T09:00")]
    [InlineData("2028-03-01T10:00:00Z", null)]
    public void The_29th_of_February_is_understood_when_the_next_one_is_within_a_year(string now, string? meant)
    {
        if (meant is null)
            Assert.IsType<TypedTimeReading.NotUnderstood>(Read("29 February 9:00", now));
        else
            Means("29 February 9:00", meant, now);
    }

    [Theory]
    [InlineData("29 March 1:30", Wednesday, "2026-03-29T00:30:00Z", "2026-03-29T01:30:00Z")]
    [InlineData("tomorrow 1:30", "2026-03-28T22:00:00Z", "2026-03-29T00:30:00Z", "2026-03-29T01:30:00Z")]
    [InlineData("1:00", "2026-03-28T22:00:00Z", "2026-03-29T00:00:00Z", "2026-03-29T01:00:00Z")]
    public void An_hour_that_the_clocks_skip_is_asked_back_as_the_one_before_and_the_one_after(string typed, string now, string one, string other) =>
        Assert.Equal(new TypedTimeReading.TwoReadings(At(one), At(other)), Read(typed, now));

    [Theory]
    [InlineData("25 October 1:30", Wednesday, "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z")]
    [InlineData("Sun 1:30", "2026-10-24T22:00:00Z", "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z")]
    public void An_hour_that_comes_twice_is_asked_back_as_both(string typed, string now, string one, string other) =>
        Assert.Equal(new TypedTimeReading.TwoReadings(At(one), At(other)), Read(typed, now));

    [Theory]
    [InlineData("1:30", "2026-10-25T00:45:00Z", "2026-10-25T01:30:00Z")]
    [InlineData("today 1:30", "2026-10-25T00:45:00Z", "2026-10-25T01:30:00Z")]
    [InlineData("1:30", "2026-10-25T01:45:00Z", "2026-10-26T01:30:00Z")]
    [InlineData("0:59", "2026-03-28T22:00:00Z", "2026-03-29T00:59:00Z")]
    [InlineData("2:00", "2026-03-28T22:00:00Z", "2026-03-29T01:00:00Z")]
    [InlineData("29 March 9:00", Wednesday, "2026-03-29T08:00:00Z")]
    [InlineData("25 October 9:00", Wednesday, "2026-10-25T09:00:00Z")]
    public void Around_a_change_of_the_clocks_only_what_is_yet_to_come_and_one_hour_at_a_time(string typed, string now, string meant) =>
        Assert.Equal(new TypedTimeReading.Understood(At(meant)), Read(typed, now));

    /// <summary>At 11:00 UTC on a Thursday it is Friday in Kiritimati and still Thursday, just after midnight, on Midway.</summary>
    [Theory]
    [InlineData("Pacific/Kiritimati", "tomorrow 9:00", "2026-03-06T19:00:00Z")]
    [InlineData("Pacific/Midway", "tomorrow 9:00", "2026-03-06T20:00:00Z")]
    [InlineData("Pacific/Kiritimati", "Thu 9:00", "2026-03-11T19:00:00Z")]
    [InlineData("Asia/Kolkata", "today 18:00", "2026-03-05T12:30:00Z")]
    public void It_counts_in_the_persons_own_zone(string zone, string typed, string meant) =>
        Assert.Equal(new TypedTimeReading.Understood(At(meant)), TypedTime.Read(typed, At("2026-03-05T11:00:00Z"), DateTimeZoneProviders.Tzdb[zone], Culture("en-GB"), English));

    [Theory]
    [InlineData("pt-PT", "terça-feira 14:30", "2026-03-10T14:30")]
    [InlineData("pt-PT", "Terca 14h30", "2026-03-10T14:30")]
    [InlineData("pt-PT", "amanha as 9", "2026-03-05T09:00")]
    [InlineData("pt-PT", "12 de março às 9", "2026-03-12T09:00")]
    [InlineData("pt-PT", "5 de jan. de 2027 9:00", "2027-01-05T09:00")]
    [InlineData("pt-PT", "Tue 14:30", "2026-03-10T14:30")]
    [InlineData("de-DE", "Di 14:30 Uhr", "2026-03-10T14:30")]
    [InlineData("de-DE", "Di., 14 Uhr", "2026-03-10T14:00")]
    [InlineData("de-DE", "am 12. März um 9", "2026-03-12T09:00")]
    [InlineData("de-DE", "nächsten Montag 10.00", "2026-03-09T10:00")]
    [InlineData("de-DE", "morgen um 9", "2026-03-05T09:00")]
    [InlineData("fr-FR", "mar 14:30", "2026-03-10T14:30")]
    [InlineData("fr-FR", "12 mar 9:00", "2026-03-12T09:00")]
    [InlineData("fr-FR", "mar. 12 mars 9:00", null)]
    [InlineData("pl-PL", "12 marca 9:00", "2026-03-12T09:00")]
    [InlineData("ar-SA", "12 رمضان 9:00", null)]
    [InlineData("ar-SA", "12 March 9:00", "2026-03-12T09:00")]
    public void It_is_read_in_the_persons_language_or_in_English(string culture, string typed, string? meant)
    {
        var words = culture[..2] switch { "pt" => Portuguese, "de" => German, _ => English };

        var reading = TypedTime.Read(typed, At(Wednesday), Lisbon, Culture(culture), words);

        if (meant is null)
            Assert.IsType<TypedTimeReading.NotUnderstood>(reading);
        else
            Assert.Equal(new TypedTimeReading.Understood(InLisbon(meant)), reading);
    }

    [Fact]
    public void Every_hour_of_the_coming_year_is_understood_as_it_is_usually_written()
    {
        var kolkata = DateTimeZoneProviders.Tzdb["Asia/Kolkata"];
        var now = At(Wednesday);
        var writings = from minutes in Gen.Choose(1, 364 * 24 * 60)
                       from culture in Gen.Elements("en-GB", "en-US", "pt-PT", "de-DE", "fr-FR", "es-ES", "it-IT", "nl-NL", "pl-PL", "sv-SE", "tr-TR", "el-GR")
                       from pattern in Gen.Elements("d MMMM HH:mm", "HH:mm, d MMM", "dddd d MMMM uuuu HH:mm", "ddd, d.M. H:mm", "uuuu-MM-dd HH:mm", "d.M.uuuu H.mm", "d MMMM h:mm tt")
                       where pattern.EndsWith("tt", StringComparison.Ordinal) == (culture == "en-US")
                       let time = (now + Duration.FromMinutes(minutes)).InZone(kolkata).LocalDateTime
                       select (Time: time, Culture: Culture(culture), Typed: LocalDateTimePattern.Create(pattern, Culture(culture)).Format(time));

        Prop.ForAll(
            writings.ToArbitrary(),
            writing => Assert.Equal(
                new TypedTimeReading.Understood(writing.Time.InZoneStrictly(kolkata).ToInstant()),
                TypedTime.Read(writing.Typed, now, kolkata, writing.Culture, English))).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Anything_typed_gets_an_answer_that_is_yet_to_come_and_within_a_year()
    {
        var pieces = Gen.OneOf(
            Gen.Elements("9", "12", "31", "2026", "2027", "0", ":", "00", "30", ".", "/", "-", ",", " ", " ", " ", "pm", "h", "th", "Tue", "Sunday", "March", "feb", "next", "today", "tomorrow", "at", "9:00", "1:30"),
            Gen.Choose(char.MinValue, char.MaxValue).Select(code => ((char)code).ToString()),
            ArbMap.Default.ArbFor<string>().Generator);
        var moments = from hours in Gen.Choose(0, 24 * 365 * 20) select Instant.FromUtc(2026, 1, 1, 0, 0) + Duration.FromHours(hours);
        var cultures = Gen.Elements("en-GB", "fr-FR", "ar-SA", "ja-JP", "th-TH", "").Select(Culture);

        Prop.ForAll(
            pieces.ListOf().Select(several => string.Concat(several)).Zip(moments).Zip(cultures).ToArbitrary(),
            input =>
            {
                var ((typed, now), culture) = input;
                return TypedTime.Read(typed, now, Lisbon, culture, English) switch
                {
                    TypedTimeReading.Understood understood => IsWithinAYear(understood.Start, now),
                    TypedTimeReading.TwoReadings two => two.One < two.Other && IsWithinAYear(two.One, now) && IsWithinAYear(two.Other, now),
                    _ => true,
                };
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    private static readonly DateTimeZone Lisbon = DateTimeZoneProviders.Tzdb["Europe/Lisbon"];

    private static bool IsWithinAYear(Instant time, Instant now) => time > now && time < now + Duration.FromDays(367);

    private static TypedTimeReading Read(string? typed, string now = Wednesday) => TypedTime.Read(typed, At(now), Lisbon, Culture("en-GB"), English);

    private static void Means(string typed, string meant, string now = Wednesday) => Assert.Equal(new TypedTimeReading.Understood(InLisbon(meant)), Read(typed, now));

    private static void MeansEither(string typed, string one, string other) => Assert.Equal(new TypedTimeReading.TwoReadings(InLisbon(one), InLisbon(other)), Read(typed));

    private static Instant At(string utc) => InstantPattern.General.Parse(utc).Value;

    private static Instant InLisbon(string local) =>
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(local).Value.InZoneStrictly(Lisbon).ToInstant();

    private static CultureInfo Culture(string name) => CultureInfo.GetCultureInfo(name);
}
