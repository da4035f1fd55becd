using System.Globalization;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Sessions;
using NodaTime;

namespace MentorBot.Domain.Scheduling;

/// <summary>The kinds of <see cref="Consequence"/> that come of looking for times. Stored, so never renamed.</summary>
public static class SchedulingNotices
{
    /// <summary>To both: times to choose from. Subject: relationship, and until when.</summary>
    public const string Times = "scheduling.times";

    /// <summary>To both: the same once more, as nobody has chosen.</summary>
    public const string Remind = "scheduling.remind";

    /// <summary>To the other: what was booked, or where it was moved to. Subject: relationship, number, version.</summary>
    public const string Booked = "scheduling.booked";

    /// <summary>To the other: several at once. Subject: relationship, first number, how many.</summary>
    public const string Series = "scheduling.series";

    /// <summary>To the other: it doesn't take place. Subject: relationship, when it would have been.</summary>
    public const string Cancelled = "scheduling.cancelled";

    /// <summary>To the mentee: the next one is shorter. Subject: relationship, number and version; 0 for one that is not booked yet.</summary>
    public const string Shorter = "scheduling.shorter";

    /// <summary>To the other: would a time outside their usual hours do? Subject: relationship, and that time.</summary>
    public const string Suggested = "scheduling.suggested";

    /// <summary>To whoever suggested it: rather not. Subject: the same.</summary>
    public const string Declined = "scheduling.declined";

    /// <summary>A step: both calendars show a booking as it is now. Subject: relationship and number.</summary>
    public const string Follow = "scheduling.follow";

    public static string Numbered(RelationshipId id, int number) => Subject.Of(id.Value, number);

    public static string Numbered(RelationshipId id, int number, int second) =>
        Subject.Of(id.Value, number.ToString(CultureInfo.InvariantCulture), second.ToString(CultureInfo.InvariantCulture));

    public static string At(RelationshipId id, Instant moment) => Subject.Of(id.Value, moment.ToUnixTimeTicks().ToString(CultureInfo.InvariantCulture));

    /// <summary>Under which calendars know a booking.</summary>
    public static string KeyOf(RelationshipId id, int number) => string.Create(CultureInfo.InvariantCulture, $"{id.Value}-{number}");

    /// <summary>The relationship, and the number as it stands in the key.</summary>
    public static (RelationshipId Id, string Number) InKey(string key) =>
        key.LastIndexOf('-') is >= 0 and var at ? (new(key[..at]), key[(at + 1)..]) : (new(""), key);

    /// <summary>The relationship and the numbers behind it; missing ones are 0.</summary>
    public static (RelationshipId Id, int Number, int Second) In(string subject) => SessionNotices.In(subject);

    /// <summary>The relationship and the moment behind it.</summary>
    public static (RelationshipId Id, Instant Moment) MomentIn(string subject)
    {
        var parts = Subject.Parts(subject);
        return (new(parts[0]), Instant.FromUnixTimeTicks(long.Parse(parts[1], CultureInfo.InvariantCulture)));
    }
}
