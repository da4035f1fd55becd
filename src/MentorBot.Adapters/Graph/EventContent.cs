using MentorBot.Adapters.Embedded;
using MentorBot.Domain.Scheduling;
using Microsoft.Graph.Models;
using NodaTime;

namespace MentorBot.Adapters.Graph;

/// <summary>An entry as an event. What it is called in its owner's own words goes into their own mailbox, and nowhere else.</summary>
internal static class EventContent
{
    /// <param name="with">The other's name; null when the entry does not show it.</param>
    public static Event New(CalendarEntry entry, string? with)
    {
        var content = Changed(entry, with);
        content.Sensitivity = Sensitivity.Private;
        content.ShowAs = FreeBusyStatus.Busy;
        if (entry.OpensMeeting)
        {
            content.IsOnlineMeeting = true;
            content.OnlineMeetingProvider = OnlineMeetingProviderType.TeamsForBusiness;
        }

        return content;
    }

    /// <summary>What changes with a later version. The body of an event that opens a meeting holds the meeting itself, and is left alone.</summary>
    public static Event Changed(CalendarEntry entry, string? with)
    {
        var content = new Event
        {
            Subject = SubjectOf(entry, with),
            Start = EventTimes.Utc(entry.Start),
            End = EventTimes.Utc(entry.Start + Duration.FromMinutes(entry.Minutes)),
        };

        // Whatever is set is sent, nothing as well.
        if (!entry.OpensMeeting && entry.Join is { } join)
            content.Body = new() { ContentType = BodyType.Text, Content = join.AbsoluteUri };
        return content;
    }

#pragma warning disable RS0030 // Their own mailbox is where they wanted to read it (docs/decisions/0009-calendars.md).
    private static string SubjectOf(CalendarEntry entry, string? with) => entry.Subject?.Reveal() ?? IcsText.UsualSubject(with);
#pragma warning restore RS0030
}
