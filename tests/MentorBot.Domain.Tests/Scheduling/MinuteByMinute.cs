using MentorBot.Domain.Scheduling;
using NodaTime;

namespace MentorBot.Domain.Tests.Scheduling;

/// <summary>
/// The same question answered the slow way: it walks all minutes of a search one after the other and writes down, for each, what
/// the two are doing. Nothing is reckoned; a minute is looked at, and that is all.
/// </summary>
internal sealed class MinuteByMinute
{
    private const int Margin = 3 * 24 * 60;

    private readonly SlotSearch search;
    private readonly Instant first;
    private readonly int minutes;
    private readonly Person one;
    private readonly Person other;

    public MinuteByMinute(SlotSearch search)
    {
        this.search = search;
        first = search.Within.Start - Duration.FromMinutes(Margin);
        minutes = (int)search.Within.Duration.TotalMinutes + (2 * Margin);
        one = new(search.One, first, minutes);
        other = new(search.Other, first, minutes);
        Starts = [.. Enumerable.Range(0, minutes).Select(At).Where(MayStart)];
    }

    /// <summary>Every quarter of an hour at which both could begin.</summary>
    public HashSet<Instant> Starts { get; }

    public bool IsUsualForOne(Instant from, Instant to) => Minutes(from, to).All(minute => one.IsUsual[minute]);

    public bool IsUsualForOther(Instant from, Instant to) => Minutes(from, to).All(minute => other.IsUsual[minute]);

    public bool AreBothFree(Instant from, Instant to) => Minutes(from, to).All(minute => !one.IsBusy[minute] && !other.IsBusy[minute]);

    /// <summary>For how many of the two a clock does not show a full or half hour.</summary>
    public int Unround(Instant time) =>
        new[] { search.One.Zone, search.Other.Zone }.Count(zone => time.InZone(zone).Minute is not (0 or 30));

    private bool MayStart(Instant start)
    {
        var end = start + Duration.FromMinutes(search.Minutes);
        return start.InZone(search.One.Zone).Minute % 15 == 0
            && start >= search.Within.Start
            && end <= search.Within.End
            && AreBothFree(start, end)
            && Minutes(start, end).All(minute => IsOpen(one, minute) && IsOpen(other, minute));
    }

    private bool IsOpen(Person person, int minute) => person.IsUsual[minute] || (search.BeyondUsualHours && person.IsDaytime[minute]);

    private IEnumerable<int> Minutes(Instant from, Instant to) => Enumerable.Range((int)(from - first).TotalMinutes, (int)(to - from).TotalMinutes);

    private Instant At(int minute) => first + Duration.FromMinutes(minute);

    private sealed class Person
    {
        public Person(Availability availability, Instant first, int minutes)
        {
            (IsUsual, IsDaytime, IsBusy) = (new bool[minutes], new bool[minutes], new bool[minutes]);
            var clock = new LocalDateTime[minutes];
            for (var minute = 0; minute < minutes; minute++)
            {
                var now = first + Duration.FromMinutes(minute);
                clock[minute] = now.InZone(availability.Zone).LocalDateTime;
                IsBusy[minute] = availability.Busy.Any(busy => busy.Contains(now));
                IsDaytime[minute] = IsWeekday(clock[minute].Date) && clock[minute].Hour is >= 6 and < 22;
            }

            foreach (var day in clock.Select(time => time.Date).Distinct().Where(IsWeekday))
                GoToWork(clock, day + availability.Hours.Start, (availability.Hours.End < availability.Hours.Start ? day.PlusDays(1) : day) + availability.Hours.End);
        }

        public bool[] IsUsual { get; }

        public bool[] IsDaytime { get; }

        public bool[] IsBusy { get; }

        private static bool IsWeekday(LocalDate day) => day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday);

        /// <summary>Work has begun once the clock will not show an earlier time again, and is over as soon as it shows the end.</summary>
        private void GoToWork(LocalDateTime[] clock, LocalDateTime start, LocalDateTime end)
        {
            for (var minute = Array.FindLastIndex(clock, time => time < start) + 1; minute < clock.Length && clock[minute] < end; minute++)
                IsUsual[minute] = true;
        }
    }
}
