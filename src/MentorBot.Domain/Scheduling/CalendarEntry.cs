using MentorBot.Domain.Relationships;
using MentorBot.Domain.Sessions;
using NodaTime;

namespace MentorBot.Domain.Scheduling;

/// <summary>What one person's calendar shows of a booking. Always marked private.</summary>
/// <param name="Key">Which booking it is for: the same one is the same entry, wherever it is moved.</param>
/// <param name="Version">Later ones take the place of earlier ones.</param>
/// <param name="Subject">As the person worded it; null for the usual one.</param>
/// <param name="With">The other, whose name it shows; null for a block of one's own.</param>
public sealed record CalendarEntry(string Key, int Version, Instant Start, int Minutes, Confidential? Subject, PersonId? With)
{
    /// <summary>Whether it opens a meeting that is joined by a link, where calendars have such. One of the two does, so that both come to the same one.</summary>
    public bool OpensMeeting { get; init; }

    /// <summary>Where the meeting is joined that the other's entry opened.</summary>
    public Uri? Join { get; init; }

    /// <summary>Both count up only, so that the later one is the higher one, whichever of the two changed.</summary>
    /// <param name="appearance">As this person likes it to appear.</param>
    public static CalendarEntry Of(RelationshipId relationship, Booking booking, PersonId other, Appearance appearance) => new(
        SchedulingNotices.KeyOf(relationship, booking.Number),
        booking.Version + appearance.Revision,
        booking.Start,
        booking.Minutes,
        appearance.Subject,
        appearance.As == Appearing.Invitation ? other : null);
}
