using System.Collections.Immutable;
using System.Globalization;
using MentorBot.Domain.Bundles;
using MentorBot.Domain.Closing;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Requests;
using NodaTime;
using static MentorBot.Domain.Relationships.RelationshipState;

namespace MentorBot.Domain.Relationships;

/// <summary>
/// How a relationship begins, gets lighter and ends. Either may end it at any time, without a reason and without blame; only a
/// mentor makes it lighter. What does not fit its state changes nothing.
/// </summary>
public static class Relating
{
    /// <summary>A quiet month.</summary>
    public static readonly Duration Quiet = Duration.FromDays(30);

    /// <summary>How long before it is erased the two hear of it.</summary>
    public static readonly Duration Notice = Duration.FromDays(14);

    private static readonly Period LongestPause = Period.FromYears(1);

    private static readonly LocalTime Nine = new(9, 0);

    /// <summary>Both said yes.</summary>
    public static Decision<Relationship, RelationshipOutcome> Open(Relationship? current, Request request, RequestState.Accepted accepted)
    {
        if (current is not null)
            return AsItIs(current);

        var mentor = request.MentorIf(accepted.Whom);
        var opened = new Relationship(
            new(accepted.Match.Value),
            mentor == accepted.Whom ? request.Person : accepted.Whom,
            mentor,
            accepted.ByTurns,
            1,
            request.Form with { NotThese = NeverList.Nobody, Line = null, WishedFor = null },
            request.Since,
            accepted.At,
            request.Zone,
            new Going(null),
            accepted.Time);
        return new(new RelationshipOutcome.Done(opened), true, opened, [Tell(opened, RelationshipNotices.Begun, request.Person), List(opened)]);
    }

    /// <summary>Stopped by either.</summary>
    public static Decision<Relationship, RelationshipOutcome> Stop(Relationship? current, PersonId actor, int erasureDays, Instant now) => current switch
    {
        null => AsItIs(null),
        _ when !current.IsOf(actor) => NotYours(current),
        { State: Going } => End(current, actor, Ending.Stopped, now + Duration.FromDays(erasureDays), now),
        _ => AsItIs(current),
    };

    /// <summary>The mentor hands over: the other has an early place for someone new.</summary>
    public static Decision<Relationship, RelationshipOutcome> HandOver(Relationship? current, PersonId actor, int erasureDays, Instant now) => current switch
    {
        null => AsItIs(null),
        _ when !MayMakeLighter(current, actor) => NotYours(current),
        { State: Going } => End(current, actor, Ending.HandedOver, now + Duration.FromDays(erasureDays), now),
        _ => AsItIs(current),
    };

    /// <summary>It is complete, says either. Nobody is told that it was they.</summary>
    public static Decision<Relationship, RelationshipOutcome> Finish(Relationship? current, PersonId actor, int erasureDays, Instant now) => current switch
    {
        null => AsItIs(null),
        _ when !current.IsOf(actor) => NotYours(current),
        { State: Going } => End(current, actor, Ending.Finished, now + Duration.FromDays(erasureDays), now),
        _ => AsItIs(current),
    };

    /// <summary>
    /// One of the two wants to be forgotten: it ends as by a stop, for the other in the same words, and is erased on this day. They
    /// themselves hear nothing of it. What has ended already is erased on this day, unless it is erased before.
    /// </summary>
    public static Decision<Relationship, RelationshipOutcome> Forget(Relationship? current, PersonId actor, Instant eraseAt, Instant now)
    {
        if (current is null)
            return AsItIs(null);
        if (!current.IsOf(actor))
            return NotYours(current);
        if (current.State is Going)
        {
            var end = End(current, actor, Ending.Stopped, eraseAt, now);
            return end with { Consequences = [.. end.Consequences.Where(each => each is not Consequence.Tell tell || tell.Whom != actor).Where(each => each != Expires(end.Next!, actor, now))] };
        }

        if (current.State is not Ended ended || ended.EraseAt <= eraseAt)
            return AsItIs(current);
        var next = Next(current, ended with { EraseAt = eraseAt });
        return Done(next, [Expires(next, next.OtherThan(actor), now)]);
    }

    /// <summary>A quiet month: the other reads one plain sentence. What is booked stays booked.</summary>
    public static Decision<Relationship, RelationshipOutcome> BeQuiet(Relationship? current, PersonId actor, Instant now)
    {
        if (current is null)
            return AsItIs(null);
        if (!MayMakeLighter(current, actor))
            return NotYours(current);
        if (current.State is not Going { QuietUntil: null })
            return AsItIs(current);

        return QuietFor(current, actor, now + Quiet);
    }

    /// <summary>Either pauses until a day, or pauses until another one: the other reads the day, and no reason. What is booked stays booked.</summary>
    public static Decision<Relationship, RelationshipOutcome> Pause(Relationship? current, PersonId actor, LocalDate until, Instant now)
    {
        if (current is null)
            return AsItIs(null);
        if (!current.IsOf(actor))
            return NotYours(current);
        if (current.State is not Going going)
            return AsItIs(current);
        if (!MayPause(current, until, now))
            return new(new RelationshipOutcome.NotThen(current), false, current, []);
        var at = Morning(until, current.Zone);
        return going.QuietUntil == at ? AsItIs(current) : QuietFor(current, actor, at);
    }

    /// <summary>Both want some time without each other; they know already.</summary>
    public static Decision<Relationship, RelationshipOutcome> BeApart(Relationship? current, Instant until, Instant now) =>
        current is { State: Going { QuietUntil: null } } && until > now ? Done(Next(current, new Going(until)), [Follow(current)]) : AsItIs(current);

    /// <summary>Both want to stay in touch as equals. What they kept stays as long as they do.</summary>
    public static Decision<Relationship, RelationshipOutcome> StayInTouch(Relationship? current, Instant now) => current is not null && MayStayInTouch(current, now)
        ? Done(Next(current, new Going(null)) with { AsPeers = true }, [])
        : AsItIs(current);

    /// <summary>
    /// It is complete, and not about to be erased: who wants to be forgotten has the shortest notice there is from then on, so that
    /// nothing that was wanted before brings them back.
    /// </summary>
    public static bool MayStayInTouch(Relationship relationship, Instant now) => relationship.State is Ended { How: Ending.Finished } ended && ended.EraseAt > now + Notice;

    /// <summary>When a pause until that day is over.</summary>
    public static Instant Morning(LocalDate day, DateTimeZone zone) => day.At(Nine).InZoneLeniently(zone).ToInstant();

    /// <summary>Either may end a quiet time earlier.</summary>
    public static Decision<Relationship, RelationshipOutcome> GoOn(Relationship? current, PersonId actor) => current switch
    {
        null => AsItIs(null),
        _ when !current.IsOf(actor) => NotYours(current),
        { State: Going { QuietUntil: not null } } => QuietIsOver(current, current.OtherThan(actor)),
        _ => AsItIs(current),
    };

    /// <summary>A quiet time ends by itself. (Erasing is not a state: see the storage.)</summary>
    public static Decision<Relationship, RelationshipOutcome> Tick(Relationship? current, Instant now)
    {
        if (current is not { State: Going { QuietUntil: { } until } } || now < until)
            return AsItIs(current);
        return QuietIsOver(current, current.Mentee, current.Mentor);
    }

    /// <summary>Whether it is theirs to make it lighter: the mentor's, and both's where they take turns; nobody's among equals.</summary>
    public static bool MayMakeLighter(Relationship relationship, PersonId person) =>
        !relationship.AsPeers && (person == relationship.Mentor || (relationship.ByTurns && relationship.IsOf(person)));

    private static bool MayPause(Relationship current, LocalDate until, Instant now)
    {
        var today = now.InZone(current.Zone).Date;
        return until > today && until <= today + LongestPause;
    }

    private static Decision<Relationship, RelationshipOutcome> QuietFor(Relationship current, PersonId actor, Instant until)
    {
        var next = Next(current, new Going(until));
        return Done(next, [
            new Consequence.Tell(RelationshipNotices.QuietMonth, RelationshipNotices.Numbered(next.Id, next.Revision), Occasion(next), next.OtherThan(actor)),
            Follow(current)]);
    }

    /// <summary>Nobody is asked any more how they would like to go on.</summary>
    private static Consequence.Step Follow(Relationship before) => new(ClosingNotices.Follow, before.Id.Value, (before.Revision + 1).ToString(CultureInfo.InvariantCulture));

    /// <summary>Both have times to choose from again, unless something is booked.</summary>
    private static Decision<Relationship, RelationshipOutcome> QuietIsOver(Relationship current, params ImmutableArray<PersonId> told)
    {
        var next = Next(current, new Going(null));
        return Done(next, [.. told.Select(whom => Tell(next, RelationshipNotices.QuietOver, whom)), new Consequence.Step(RelationshipNotices.OfferTimes, next.Id.Value, Occasion(next))]);
    }

    private static Decision<Relationship, RelationshipOutcome> End(Relationship current, PersonId actor, Ending how, Instant eraseAt, Instant now)
    {
        var next = Next(current, new Ended(actor, how, now, eraseAt));
        return Done(next, [
            Tell(next, RelationshipNotices.Ended, next.Mentee),
            Tell(next, RelationshipNotices.Ended, next.Mentor),
            Tell(next, RelationshipNotices.Begun, next.Mentee),
            Tell(next, RelationshipNotices.Begun, next.Mentor),
            new Consequence.Step(RelationshipNotices.Free, next.Id.Value, Occasion(next)),
            new Consequence.Step(RelationshipNotices.StopMeetings, next.Id.Value, Occasion(next)),
            List(next),
            Follow(current),
            Expires(next, next.Mentee, now),
            Expires(next, next.Mentor, now)]);
    }

    /// <summary>In the words that are used for every date of erasure, with the next things, and never on the day of the end.</summary>
    private static Consequence Expires(Relationship ended, PersonId whom, Instant now) =>
        BundleNotices.To(whom, RelationshipNotices.Expires, ended.Id.Value, Occasion(ended)) with
        {
            At = Instant.Max(((Ended)ended.State).EraseAt - Notice, now + Duration.FromDays(1)),
        };

    private static Decision<Relationship, RelationshipOutcome> Done(Relationship next, ImmutableArray<Consequence> others) => new(new RelationshipOutcome.Done(next), true, next, others);

    private static Decision<Relationship, RelationshipOutcome> AsItIs(Relationship? current) => new(new RelationshipOutcome.AsItIs(current), false, current, []);

    private static Decision<Relationship, RelationshipOutcome> NotYours(Relationship current) => new(new RelationshipOutcome.NotYours(), false, current, []);

    private static Relationship Next(Relationship current, RelationshipState state) => current with { Revision = current.Revision + 1, State = state };

    private static Consequence.Tell Tell(Relationship now, string kind, PersonId whom) => new(kind, now.Id.Value, Occasion(now), whom);

    private static Consequence.Step List(Relationship now) => new(RelationshipNotices.Going, now.Id.Value, Occasion(now));

    private static string Occasion(Relationship now) => now.Revision.ToString(CultureInfo.InvariantCulture);
}
