using MentorBot.Adapters.Graph;
using Microsoft.Graph.Models;
using NodaTime;
using NodaTime.TimeZones;

namespace MentorBot.Adapters.Tests.Graph;

/// <summary>Zones as mailboxes name them.</summary>
public sealed class GraphZoneTests
{
    [Theory]
    [InlineData("Europe/Lisbon", "Europe/Lisbon")]
    [InlineData("W. Europe Standard Time", "Europe/Berlin")]
    [InlineData("w. europe standard time", "Europe/Berlin")]
    [InlineData("Pacific Standard Time", "America/Los_Angeles")]
    [InlineData("India Standard Time", "Asia/Calcutta")]
    [InlineData("UTC", "UTC")]
    [InlineData("tzone://Microsoft/Utc", "UTC")]
    [InlineData(" Europe/Lisbon ", "Europe/Lisbon")]
    public void A_zone_is_known_by_its_Windows_or_IANA_name(string name, string id) => Assert.Equal(id, GraphZone.ByName(name)?.Id);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("tzone://Microsoft/Custom")]
    [InlineData("Customized Time Zone")]
    [InlineData("Atlantis")]
    public void What_nobody_knows_is_no_zone(string? name) => Assert.Null(GraphZone.ByName(name));

    [Fact]
    public void Every_zone_of_Windows_is_one_that_can_be_kept_by_its_name()
    {
        foreach (var (windows, id) in TzdbDateTimeZoneSource.Default.WindowsMapping.PrimaryMapping)
        {
            var zone = GraphZone.ByName(windows);
            Assert.NotNull(zone);
            foreach (var month in new[] { 1, 7 })
                Assert.Equal(DateTimeZoneProviders.Tzdb[id].GetUtcOffset(Instant.FromUtc(2026, month, 1, 0, 0)), zone.GetUtcOffset(Instant.FromUtc(2026, month, 1, 0, 0)));
            Assert.Equal(zone, DateTimeZoneProviders.Tzdb[zone.Id]);
        }
    }

    [Fact]
    public void A_zone_made_by_hand_is_as_far_from_UTC_as_it_says_and_can_be_kept_by_its_name()
    {
        for (var bias = -14 * 60; bias <= 14 * 60; bias += 15)
        {
            var zone = GraphZone.Of(new CustomTimeZone { Name = "Customized Time Zone", Bias = bias });

            Assert.NotNull(zone);
            Assert.Equal(Offset.FromSeconds(-bias * 60), zone.GetUtcOffset(Instant.FromUtc(2026, 3, 2, 9, 0)));
            Assert.Equal(zone, DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone.Id));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData(18 * 60)]
    [InlineData(-100_000)]
    [InlineData(int.MinValue)]
    public void One_that_says_nothing_sensible_is_none(int? bias) => Assert.Null(GraphZone.Of(new CustomTimeZone { Name = "Customized Time Zone", Bias = bias }));

    [Fact]
    public void Its_name_comes_first() =>
        Assert.Equal("Europe/Berlin", GraphZone.Of(new CustomTimeZone { Name = "W. Europe Standard Time", Bias = -60 })?.Id);
}
