using System.Collections.Immutable;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Matching.Nevers;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Scheduling;
using NodaTime;
using static MentorBot.Domain.Requests.Changing;
using static MentorBot.Domain.Requests.RequestState;

namespace MentorBot.Domain.Requests;

/// <summary>
/// Whoever was chosen or invited answers; or does not. A yes binds once. Everything else is one thing, that it did not come
/// about: the place is free at once, and the person asking hears on the next working morning, whatever the cause.
/// </summary>
public static class Answering
{
    /// <param name="time">The time that the yes is to, one of those that travelled with the question and still free for both. Without one it is a yes all the same.</param>
    public static Decision<Scene, RequestOutcome> Yes(Scene scene, MatchId match, PersonId actor, Two two, MeetingTime? time, Instant now)
    {
        if (scene.Request is not { } request || request.Open is not { } asking || asking.Match != match)
            return AsItIs(scene);
        if (asking.Whom != actor)
            return NotYours(scene);
        if (!MayMeet(scene, request, actor, two, now))
            return Fall(scene, request, asking, now);

        var free = Free(scene, match);
        var mentee = request.MentorIf(actor) == actor ? request.Person : actor;
        var next = mentee == actor
            ? free with { Own = Take(free.Own!, match, mentee) }
            : free with { Asked = Take(free.Asked!, match, mentee) };
        return Done(
            next with { Asked = next.Asked! with { Silences = 0 } },
            request with { State = new Accepted(match, actor, now, request.Invited == InvitedAs.ByTurns || AsEquals(request, actor), StillThere(asking, time, now)) },
            [.. TellAsked(request, asking), new Consequence.Step(RequestNotices.Open, RequestNotices.Address(request.Person, request.Id), Occasion(request))]);
    }

    public static Decision<Scene, RequestOutcome> NotNow(Scene scene, MatchId match, PersonId actor, Instant now)
    {
        if (scene.Request is not { } request || request.Open is not { } asking || asking.Match != match)
            return AsItIs(scene);
        return asking.Whom == actor
            ? Fall(scene with { Asked = scene.Asked! with { Silences = 0 } }, request, asking, now)
            : NotYours(scene);
    }

    /// <summary>Whoever is asked pauses, rests or stops offering. An invitation to somebody who need not offer stands.</summary>
    public static Decision<Scene, RequestOutcome> NotOpenAnyMore(Scene scene, MatchId match, Instant now) =>
        scene is { Request: { } request, Asked: { } asked } && NotOpen.Forbids(asked.Standing, request.Invited, AsEquals(request, asked.Person))
            ? CannotBe(scene, match, now)
            : AsItIs(scene);

    /// <summary>Whoever is asked has left, or must not be asked any more: it cannot come about.</summary>
    public static Decision<Scene, RequestOutcome> CannotBe(Scene scene, MatchId match, Instant now) =>
        scene.Request is { } request && request.Open is { } asking && asking.Match == match ? Fall(scene, request, asking, now) : AsItIs(scene);

    /// <summary>The relationship is open, so the request has done its work.</summary>
    public static Decision<Scene, RequestOutcome> Opened(Scene scene, MatchId match) =>
        scene.Request is { State: Accepted accepted } request && accepted.Match == match ? Gone(scene, request) : AsItIs(scene);

    internal static Decision<Scene, RequestOutcome> Remind(Scene scene, Request request, Asking asking)
    {
        var reminded = asking with { RemindAt = null };
        return Done(scene, request with { State = reminded }, TellAsked(request, reminded));
    }

    /// <summary>No answer by the date. A mentor who let several pass is left to rest, which nobody is told but them; where it was pressing, a silence says nothing.</summary>
    internal static Decision<Scene, RequestOutcome> Silence(Scene scene, Request request, Asking asking, MatchingTerms terms, Instant now)
    {
        if (asking.IsSoon || scene.Asked is not { Standing: MentorStanding.Open } asked)
            return Fall(scene, request, asking, now);

        var silent = asked with { Silences = asked.Silences + 1 };
        ImmutableArray<Consequence> rest = silent.Silences >= terms.SilencesUntilRest
            ? [new Consequence.Step(RequestNotices.Rest, asked.Person.Value, Occasion(request))]
            : [];
        return Fall(scene with { Asked = silent }, request, asking, now, rest);
    }

    /// <summary>The time has come: the person asking has their old place back, and hears. An invitation is over with that.</summary>
    internal static Decision<Scene, RequestOutcome> Tell(Scene scene, Request request, Asking asking, MatchingTerms terms, Instant now) =>
        DoneWithNewCard(scene, request with
        {
            FellThrough = true,
            State = new NotComeAbout(
                asking.Whom,
                [.. asking.People.Where(one => one.Mentor != asking.Whom)],
                WorkingDays.After(now, terms.ChooseWorkingDays, request.Zone),
                asking.IsSoon),
        });

    internal static Decision<Scene, RequestOutcome> Fall(Scene scene, Request request, Asking asking, Instant now, params ImmutableArray<Consequence> others) => Done(
        Free(scene, asking.Match),
        request with
        {
            NotAgain = [.. request.NotAgain.Remove(asking.Whom), asking.Whom],
            State = asking with { TellAt = asking.ToldAt(now, request.Zone) },
        },
        [.. TellAsked(request, asking), .. others]);

    private static MeetingTime? StillThere(Asking asking, MeetingTime? time, Instant now) => time is { } one && one.Start > now ? asking.At(one.Start) : null;

    private static Mentor Take(Mentor mentor, MatchId match, PersonId mentee) =>
        mentor with { Taken = mentor.Taken.Add(new(match, mentee)), Begun = mentor.Begun + 1 };
}
