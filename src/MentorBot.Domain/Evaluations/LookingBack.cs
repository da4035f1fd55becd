using System.Collections.Immutable;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Relationships;
using NodaTime;
using NodaTime.Text;

namespace MentorBot.Domain.Evaluations;

/// <summary>
/// The six questions at the end. What people send waits, and can be changed or taken back, until five of them wait on the morning of a
/// working day: then it is mixed and shown. Not at the moment when the fifth sends: that one could take nothing back, and whoever looks
/// often would learn who was the last.
/// </summary>
public static class LookingBack
{
    /// <summary>How many people are mixed with one another.</summary>
    public const int Together = 5;

    /// <param name="seen">The revision that they had before their eyes; 0 for none.</param>
    /// <param name="eraseAt">When what the two kept is erased.</param>
    /// <param name="zone">Of the programme.</param>
    public static Decision<Waiting, LookBackOutcome> Send(
        Waiting? found, PersonId person, RelationshipId about, LookBack words, int seen, Instant eraseAt, DateTimeZone zone, Instant now)
    {
        if (found is not null && found.Words.Equals(words))
            return new(new LookBackOutcome.Waits(found), false, found, []);
        if ((found?.Revision ?? 0) != seen)
            return new(new LookBackOutcome.ChangedMeanwhile(found), false, found, []);
        if (words.IsEmpty)
            return TakeBack(found);

        var next = new Waiting(person, about, seen + 1, now, eraseAt, words);
        return new(new LookBackOutcome.Waits(next), true, next, [Morning(zone, now)]);
    }

    public static Decision<Waiting, LookBackOutcome> TakeBack(Waiting? found) => new(new LookBackOutcome.Nothing(found is not null), found is not null, null, []);

    /// <summary>
    /// The five who are shown together now: those who have waited longest, nothing where there are fewer. What one person sent about
    /// another relationship waits for others: five people are five people only if nobody counts twice, and each could leave out what is
    /// their own and know that the rest is of four.
    /// </summary>
    public static ImmutableArray<Waiting> Ready(IEnumerable<Waiting> waiting)
    {
        var first = waiting
            .OrderBy(one => one.Sent).ThenBy(one => one.Person.Value, StringComparer.Ordinal).ThenBy(one => one.About.Value, StringComparer.Ordinal)
            .DistinctBy(one => one.Person)
            .Take(Together)
            .ToImmutableArray();
        return first.Length == Together ? first : [];
    }

    /// <summary>Mixed: for each question the answers that were given, in an order that is drawn for that question alone.</summary>
    /// <param name="number">Which one of this day.</param>
    public static Released Mix(ImmutableArray<Waiting> five, int number, int erasureDays, IChance chance, DateTimeZone zone, Instant now)
    {
        var today = now.InZone(zone).Date;
        return new(
            today,
            number,
            zone.AtStartOfDay(today.PlusDays(erasureDays)).ToInstant(),
            [.. Enumerable.Range(0, LookBack.Questions).Select(question => Shuffled(five.Select(one => one.Words.Texts[question]).OfType<Confidential>(), chance))]);
    }

    /// <summary>Whoever wrote it and the coordinators are told, all alike.</summary>
    public static ImmutableArray<Consequence> Follows(Released released, ImmutableArray<Waiting> five, ImmutableArray<PersonId> coordinators) =>
    [
        .. five.Select(one => new Consequence.Step(EvaluationNotices.Admit, EvaluationNotices.Of(one.Person, one.About), "")),
        .. five.Select(one => one.Person).Union(coordinators).Select(person => new Consequence.Tell(EvaluationNotices.Result, EvaluationNotices.Of(released), "", person)),
    ];

    /// <summary>
    /// The morning of the next working day, on which it is looked what can be shown and what is past its time; each leaves the next one
    /// for as long as there is anything. Nothing in it comes from what somebody sent, so that nothing is left of that.
    /// </summary>
    public static Consequence Morning(DateTimeZone zone, Instant now)
    {
        var morning = WorkingDays.NextMorning(now, zone);
        return new Consequence.Step(EvaluationNotices.Morning, LocalDatePattern.Iso.Format(morning.InZone(zone).Date), "") { At = morning };
    }

    private static ImmutableArray<Confidential> Shuffled(IEnumerable<Confidential> answers, IChance chance)
    {
        var mixed = answers.ToArray();
        for (var last = mixed.Length - 1; last > 0; last--)
        {
            var drawn = chance.Below(last + 1);
            (mixed[last], mixed[drawn]) = (mixed[drawn], mixed[last]);
        }

        return [.. mixed];
    }
}
