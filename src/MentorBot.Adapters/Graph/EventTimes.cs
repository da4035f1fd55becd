using Microsoft.Graph.Models;
using NodaTime;
using NodaTime.Text;

namespace MentorBot.Adapters.Graph;

/// <summary>Moments as they are told to Graph: always in UTC.</summary>
internal static class EventTimes
{
    private static readonly InstantPattern Pattern = InstantPattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss");

    public static DateTimeTimeZone Utc(Instant moment) => new() { DateTime = Pattern.Format(moment), TimeZone = "UTC" };
}
