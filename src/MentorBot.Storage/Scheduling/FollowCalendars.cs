using System.Runtime.ExceptionServices;
using MentorBot.Domain;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Scheduling;
using MentorBot.Domain.Sessions;
using MentorBot.Storage.Outbox;

namespace MentorBot.Storage.Scheduling;

/// <summary>
/// Brings both calendars up to date with a booking, for each as they like it to appear. Made from what is booked now, so that a
/// repetition changes nothing; and looked at once more at the end, for another one may have been carried out meanwhile. Where an entry
/// opens a meeting it is the mentee's, and the mentor's says how to join it.
/// </summary>
public sealed class FollowCalendars(IMeetings meetings, IAppearances appearances, ICalendars calendars) : IStep
{
    public string Kind => SchedulingNotices.Follow;

    /// <param name="subject">The relationship and the number of the booking; 0 for all that is booked.</param>
    public async Task Run(string home, string subject, CancellationToken cancellationToken)
    {
        var (id, number, _) = SchedulingNotices.In(subject);
        var numbers = number == 0 ? new SortedSet<int>() : [number];
        while (await meetings.Find(id, cancellationToken) is { } together)
        {
            if (number == 0)
                numbers.UnionWith(together.Meetings.Booked.Select(booking => booking.Number));
            var seen = await Seen(together, cancellationToken);
            CalendarUnavailableException? unavailable = null;
            foreach (var one in numbers)
            {
                var join = await Try(() => Follow(together, one, together.Pair.Mentee, seen.Mentee, null, cancellationToken));
                await Try(() => Follow(together, one, together.Pair.Mentor, seen.Mentor, join, cancellationToken));
            }

            // One calendar that is out of reach holds up no other.
            if (unavailable is not null)
                ExceptionDispatchInfo.Throw(unavailable);

            async Task<Uri?> Try(Func<Task<Uri?>> follow)
            {
                try
                {
                    return await follow();
                }
                catch (CalendarUnavailableException problem)
                {
                    unavailable = problem;
                    return null;
                }
            }

            if (await meetings.Find(id, cancellationToken) is not { } after || (Same(together, after) && seen == await Seen(after, cancellationToken)))
                return;
        }
    }

    /// <returns>Where the meeting is joined, where there is one.</returns>
    private async Task<Uri?> Follow(Together together, int number, PersonId person, Appearance appearance, Uri? join, CancellationToken cancellationToken)
    {
        var (pair, booking) = (together.Pair, together.Meetings.Find(number));
        var key = SchedulingNotices.KeyOf(pair.Id, number);

        // What was begun stays where it was: it took place, unless it was called off.
        if (booking is null && pair.State is RelationshipState.Going && together.Meetings.Session is { HasItsTime: true } begun && begun.Number == number)
            return null;
        if (booking is null || pair.State is not RelationshipState.Going || appearance.As == Appearing.Nothing)
        {
            await calendars.Remove(person, key, cancellationToken);
            return null;
        }

        var entry = CalendarEntry.Of(pair.Id, booking, pair.OtherThan(person), appearance) with { OpensMeeting = person == pair.Mentee, Join = join };
        return await calendars.Put(person, entry, cancellationToken);
    }

    private async Task<(Appearance Mentee, Appearance Mentor)> Seen(Together together, CancellationToken cancellationToken)
    {
        var mentee = appearances.Find(together.Pair.Mentee, together.Pair.Id, cancellationToken);
        var mentor = appearances.Find(together.Pair.Mentor, together.Pair.Id, cancellationToken);
        return (await mentee, await mentor);
    }

    private static bool Same(Together one, Together other) =>
        one.Meetings.Booked.SequenceEqual(other.Meetings.Booked) && one.Pair.State is RelationshipState.Going == other.Pair.State is RelationshipState.Going;
}
