using System.Globalization;
using MentorBot.Domain;
using MentorBot.Flows.Turns;
using NodaTime;

namespace MentorBot.Flows.Tests.Turns;

public sealed class ReaderTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\0")]
    [InlineData("nonsense-XX-garbage")]
    [InlineData("../../etc/passwd")]
    [InlineData("en-GB; DROP TABLE")]
    [InlineData("xx-YY")]
    [InlineData("🙂")]
    [InlineData("a-very-long-locale-that-nobody-has-ever-seen-in-a-client")]
    public void A_locale_that_says_nothing_known_is_English(string? locale) => Assert.Equal("en", Reader.CultureOf(locale).Name);

    [Theory]
    [InlineData("en-GB", "en-GB")]
    [InlineData("EN-gb", "en-GB")]
    [InlineData("pt-PT", "pt-PT")]
    [InlineData("ar-SA", "ar-SA")]
    public void A_known_locale_is_taken(string locale, string culture) => Assert.Equal(culture, Reader.CultureOf(locale).Name);

    [Fact]
    public void A_day_is_the_readers_own()
    {
        var evening = Instant.FromUtc(2026, 11, 26, 23, 30);

        Assert.Equal("Thursday 26 November", ReaderIn("Europe/London").Day(evening));
        Assert.Equal("Friday 27 November", ReaderIn("Asia/Kolkata").Day(evening));
    }

    [Fact]
    public void A_day_can_be_said_in_every_culture_that_a_client_may_have()
    {
        foreach (var culture in CultureInfo.GetCultures(CultureTypes.AllCultures))
            Assert.False(string.IsNullOrWhiteSpace(ReaderIn("Etc/UTC", culture).Day(new LocalDate(2026, 11, 27))), culture.Name);
    }

    [Fact]
    public async Task Words_and_formats_are_both_the_readers()
    {
        await Task.Run(() =>
        {
            Reader.Speak(CultureInfo.GetCultureInfo("pt-PT"));

            Assert.Equal(("pt-PT", "pt-PT"), (CultureInfo.CurrentCulture.Name, CultureInfo.CurrentUICulture.Name));
        });
    }

    private static Reader ReaderIn(string zone, CultureInfo? culture = null) => new(new PersonId("ana"), DateTimeZoneProviders.Tzdb[zone], culture ?? CultureInfo.GetCultureInfo("en-GB"));
}
