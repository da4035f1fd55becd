using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.Scheduling;
using Microsoft.Graph.Models;
using Microsoft.Graph.Users.Item.Calendar.GetSchedule;
using Microsoft.Kiota.Abstractions.Serialization;
using NodaTime;
using NodaTime.Text;
using Person = MentorBot.Domain.Directory.Person;

namespace MentorBot.Adapters.Graph;

/// <summary>
/// When people are busy, several in one question. Of what comes with the answer, such as subjects and places, nothing is looked at: it is
/// let go of with the answer itself.
/// </summary>
/// <remarks>
/// Who is tentative is busy, as is who is away: a time that may be taken is no good time to offer. Who works elsewhere is free.
/// </remarks>
internal sealed class Schedules(GraphService graph)
{
    /// <summary>The most that one question may name.</summary>
    public const int MostAtOnce = 20;

    private static readonly Duration Step = Duration.FromMinutes(30);

    private static readonly LocalDateTimePattern Written = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss;FFFFFFFFF");

    /// <summary>Null for whose schedule did not come with the answer.</summary>
    /// <param name="asker">In whose mailbox it is asked.</param>
    /// <exception cref="GraphRefusedException">That mailbox is not there, or may not be asked in.</exception>
    public async Task<ImmutableArray<Availability?>> Of(PersonId asker, IReadOnlyList<Person> people, Interval within, CancellationToken cancellationToken)
    {
        var body = new Question
        {
            Schedules = [.. people.Select(person => person.Mail)],
            StartTime = EventTimes.Utc(within.Start),
            EndTime = EventTimes.Utc(within.End),
            AvailabilityViewInterval = (int)Step.TotalMinutes,
        };
        var answer = await GraphCall.Ask(
            () => graph.Client.Users[asker.Value].Calendar.GetSchedule.PostAsGetSchedulePostResponseAsync(
                body, request => request.Headers.Add("Prefer", "outlook.timezone=\"UTC\""), cancellationToken),
            cancellationToken);
        return [.. people.Select(person => Of(person, answer?.Value?.Find(one => string.Equals(one.ScheduleId, person.Mail, StringComparison.OrdinalIgnoreCase)), within))];
    }

    private static Availability? Of(Person person, ScheduleInformation? schedule, Interval within)
    {
        if (schedule is null || schedule.Error is not null || (schedule.ScheduleItems is null && schedule.AvailabilityView is null))
            return null;

        var all = schedule.ScheduleItems is { Count: > 0 } items ? items.Select(BusyIn) : InView(schedule.AvailabilityView ?? "", within.Start);
        var busy = all.OfType<Interval>().Where(time => time.Start < within.End && time.End > within.Start).ToImmutableArray();

        // Its own zone where it names one; the directory knows better than a zone made by hand.
        return GraphZone.ByName(schedule.WorkingHours?.TimeZone?.Name) is { } zone && GraphPerson.HoursOf(schedule.WorkingHours) is { } hours
            ? new(zone, hours, busy)
            : new(person.Zone, person.Hours, busy);
    }

    private static Interval? BusyIn(ScheduleItem item)
    {
        if (item.Status is FreeBusyStatus.Free or FreeBusyStatus.WorkingElsewhere)
            return null;
        return InstantOf(item.Start) is { } start && InstantOf(item.End) is { } end && start < end ? new Interval(start, end) : null;
    }

    /// <summary>Where only the view is shown: a digit for each half hour.</summary>
    private static IEnumerable<Interval?> InView(string view, Instant start) =>
        view.Select((digit, at) => digit is '0' or '4' ? (Interval?)null : new Interval(start + Step * at, start + Step * (at + 1)));

    private static Instant? InstantOf(DateTimeTimeZone? time) =>
        time is { DateTime: { } written } && GraphZone.ByName(time.TimeZone) is { } zone && Written.Parse(written) is { Success: true } local
            ? local.Value.InZoneLeniently(zone).ToInstant()
            : null;

    /// <summary>With the names that are documented; those that the SDK writes begin with capitals.</summary>
    private sealed class Question : GetSchedulePostRequestBody
    {
        public override void Serialize(ISerializationWriter writer)
        {
            writer.WriteCollectionOfPrimitiveValues("schedules", Schedules);
            writer.WriteObjectValue("startTime", StartTime);
            writer.WriteObjectValue("endTime", EndTime);
            writer.WriteIntValue("availabilityViewInterval", AvailabilityViewInterval);
        }
    }
}
