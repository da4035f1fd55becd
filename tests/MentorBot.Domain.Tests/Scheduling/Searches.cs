using MentorBot.Domain.Directory;
using MentorBot.Domain.Scheduling;
using NodaTime;
using NodaTime.Text;

namespace MentorBot.Domain.Tests.Scheduling;

/// <summary>
/// Two people who both work from nine to five in UTC, with nothing in their calendars, look for an hour on a Monday; then a sentence
/// or two say what is different, such as <c>Searches.OnMonday.OneIsBusy("2026-03-02T09:00/2026-03-02T11:00")</c>.
/// </summary>
internal static class Searches
{
    private static readonly Availability NineToFive = new(DateTimeZone.Utc, new(new(9, 0), new(17, 0)), []);

    public static readonly SlotSearch OnMonday = new(NineToFive, NineToFive, 60, Time("2026-03-02T00:00/2026-03-03T00:00"), 5, BeyondUsualHours: false, null, 0, 0);

    public static readonly SlotSearch ThatWeek = OnMonday.Within("2026-03-02T00:00/2026-03-07T00:00");

    public static SlotSearch Within(this SlotSearch search, string time) => search with { Within = Time(time) };

    public static SlotSearch Lasting(this SlotSearch search, int minutes) => search with { Minutes = minutes };

    public static SlotSearch Wanting(this SlotSearch search, int most) => search with { Most = most };

    public static SlotSearch Beyond(this SlotSearch search) => search with { BeyondUsualHours = true };

    public static SlotSearch OneWorks(this SlotSearch search, string hours, string zone) => search with { One = search.One.Working(hours, zone) };

    public static SlotSearch OtherWorks(this SlotSearch search, string hours, string zone) => search with { Other = search.Other.Working(hours, zone) };

    public static SlotSearch BothWork(this SlotSearch search, string hours, string zone) => search.OneWorks(hours, zone).OtherWorks(hours, zone);

    public static SlotSearch OneIsBusy(this SlotSearch search, params string[] times) => search with { One = search.One with { Busy = [.. search.One.Busy, .. times.Select(Time)] } };

    public static SlotSearch OtherIsBusy(this SlotSearch search, params string[] times) => search with { Other = search.Other with { Busy = [.. search.Other.Busy, .. times.Select(Time)] } };

    public static SlotSearch Swapped(this SlotSearch search) =>
        search with { One = search.Other, Other = search.One, EdgesOfOne = search.EdgesOfOther, EdgesOfOther = search.EdgesOfOne };

    public static string[] Starts(this SlotSearch search) => [.. Slots.Find(search).Select(slot => Written(slot.Start))];

    /// <summary>The only one there is.</summary>
    public static Slot Only(this SlotSearch search) => Assert.Single(Slots.Find(search));

    /// <summary>In UTC, from start to end: "2026-03-02T09:00/2026-03-02T11:00".</summary>
    public static Interval Time(string text)
    {
        var ends = text.Split('/');
        return new(At(ends[0]), At(ends[1]));
    }

    public static Instant At(string text) => InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(text).Value;

    public static string Written(Instant time) => time.ToString("uuuu-MM-dd'T'HH:mm", null);

    public static Availability Working(this Availability availability, string hours, string zone)
    {
        var ends = hours.Split('-').Select(text => LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(text).Value).ToArray();
        return availability with { Zone = DateTimeZoneProviders.Tzdb[zone], Hours = new WorkingHours(ends[0], ends[1]) };
    }
}
