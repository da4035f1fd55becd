using System.Collections.Immutable;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Scheduling;
using NodaTime;
using static MentorBot.Domain.Requests.RequestState;

namespace MentorBot.Domain.Requests;

/// <summary>
/// The times that travel with a question, so that a yes is a yes to a time as well: the first hour that suits both; where it is
/// pressing, up to three times of twenty minutes. The dates are those that the cards tell.
/// </summary>
public static class TimesThatTravel
{
    /// <summary>Where it is pressing, whoever is asked has so many working days at most.</summary>
    public const int SoonWorkingDays = 2;

    private const int Minutes = 60;
    private const int SoonMinutes = 20;
    private const int SoonTimes = 3;

    private static readonly Period Ahead = Period.FromDays(14);

    /// <summary>Where it is pressing: so much of a working day is left for an answer before the first time, even if they are asked in the evening.</summary>
    private static readonly Duration SoonLead = Duration.FromHours(2);

    /// <summary>"This week": short times, few days. An invitation has its own time.</summary>
    public static bool IsSoon(Request request) => request is { Invited: null, Form.Soon: HowSoon.ThisWeek };

    /// <summary>What to look for in both calendars; null where nothing is: nobody is asked by this press, or it is not wanted.</summary>
    /// <param name="bookFirst">Whether the person asking wants the first time that suits both. Where it is pressing, times always travel.</param>
    public static TimesWanted? Wanted(Scene scene, PersonId whom, Two two, bool bookFirst, Instant now)
    {
        if (scene.Request is not { State: Choosing choosing } request || choosing.People.All(one => one.Mentor != whom))
            return null;

        // Who has said no already is as good as asked: nothing must tell the difference.
        if (!request.NotAgain.Contains(whom) && !Changing.MayMeet(scene, request, whom, two, now))
            return null;
        if (IsSoon(request))
        {
            var until = WorkingDays.After(now, SoonWorkingDays, request.Zone);
            return new(SoonMinutes, WorkingDays.NextMorning(now, request.Zone) + SoonLead, until, SoonTimes);
        }

        var tomorrow = now.InZone(request.Zone).Date.PlusDays(1);
        return bookFirst
            ? new(Minutes, tomorrow.AtStartOfDayInZone(request.Zone).ToInstant(), tomorrow.Plus(Ahead).AtStartOfDayInZone(request.Zone).ToInstant(), Most: 1)
            : null;
    }

    /// <summary>None where none was found, or a calendar cannot be seen: then the question goes without.</summary>
    public static ImmutableArray<MeetingTime> In(TimesFound found) =>
        found is TimesFound.Found { Slots: var slots } ? [.. slots.Select(slot => new MeetingTime(slot.Start, slot.Minutes))] : [];
}
