using System.Collections.Immutable;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Programme;
using NodaTime;
using static MentorBot.Domain.Requests.Changing;
using static MentorBot.Domain.Requests.RequestState;

namespace MentorBot.Domain.Requests;

/// <summary>
/// What the person asking decides until somebody is asked. (Choosing is in <see cref="ChoosingSomeone"/>.) Every press may be stale,
/// doubled or forged: whatever does not fit the request as it is now changes nothing and answers with how things stand.
/// </summary>
public static class Requesting
{
    /// <summary>More than this nobody has open at a time; the form says so.</summary>
    public const int MostOpen = 3;

    /// <summary>The form is filled in and kept for later. Once it was sent (from another window), what is in it is a change.</summary>
    public static Decision<Scene, RequestOutcome> Keep(Scene scene, RequestId id, PersonId person, RequestForm form, DateTimeZone zone, MatchingTerms terms, Instant now) => scene switch
    {
        { Request: null } when !scene.Gone.Contains(id) => Done(scene, New(id, person, form, new Kept(now + Duration.FromDays(terms.DraftDays)), now, zone)),
        { Request: { State: Kept } kept } when kept.Form != form => Done(scene, kept with { Form = form }),
        _ => Change(scene, form, terms, now),
    };

    /// <summary>The form is sent, at once or after it was kept; sent again with other answers (from another window), it is a change.</summary>
    /// <param name="since">Their place in the queue: now, or earlier where a relationship has ended.</param>
    public static Decision<Scene, RequestOutcome> Send(
        Scene scene, RequestId id, PersonId person, RequestForm form, Instant since, DateTimeZone zone, MatchingTerms terms, Instant now)
    {
        switch (scene.Request)
        {
            case null when !scene.Gone.Contains(id):
                var sent = New(id, person, form, null!, Instant.Min(since, now), zone);
                return Done(scene, sent with { State = LookNow(sent, terms, now) });
            case { State: Kept } kept:
                var of = kept with { Form = form, Since = Instant.Min(since, now) };
                return Done(scene, of with { State = LookNow(of, terms, now) });
            default:
                return Change(scene, form, terms, now);
        }
    }

    /// <summary>Somebody is forgotten: that it did not come about with them is, too.</summary>
    public static Decision<Scene, RequestOutcome> Forget(Scene scene, PersonId somebody) => scene.Request is { } request && request.NotAgain.Contains(somebody)
        ? Done(scene, request with { NotAgain = request.NotAgain.Remove(somebody) })
        : AsItIs(scene);

    /// <summary>Other answers, at any time; the place in the queue stays. Whoever is asked reads the new ones.</summary>
    public static Decision<Scene, RequestOutcome> Change(Scene scene, RequestForm form, MatchingTerms terms, Instant now)
    {
        if (scene.Request is not { } request || request.Form == form || request.State is Accepted or ToForward)
            return AsItIs(scene);

        var changed = request with { Form = form };
        return request.State switch
        {
            Kept => Done(scene, changed),
            Asking { TellAt: null } asking => Done(scene, changed, TellAsked(request, asking)),
            Asking => Done(scene, changed),
            Proposed or Choosing or NotComeAbout when IsOnlyWords(request.Form, form) => Done(scene, changed),
            _ => Done(scene, changed with { State = LookNow(changed, terms, now) }),
        };
    }

    /// <summary>Look on: after nobody was found, after it did not come about, or after it was put aside. What was pressing may now be a little later.</summary>
    public static Decision<Scene, RequestOutcome> GoOn(Scene scene, MatchingTerms terms, Instant now)
    {
        if (scene.Request is not { Invited: null, State: Looking { Told: true } or NotComeAbout or PutAside } request)
            return AsItIs(scene);
        var on = request.State is NotComeAbout { WasSoon: true } ? request with { Form = request.Form with { Soon = HowSoon.NextWeeks } } : request;
        return Done(scene, on with { State = LookNow(on, terms, now) });
    }

    /// <summary>What would be fine as well. Nothing ticked, nothing changed.</summary>
    public static Decision<Scene, RequestOutcome> Widen(Scene scene, ImmutableArray<Widening> wider, MatchingTerms terms, Instant now) =>
        scene.Request is { Invited: null } request && wider.Except(request.Form.Widened).Any()
            ? Change(scene, request.Form with { Widened = [.. request.Form.Widened.Union(wider).Order()] }, terms, now)
            : AsItIs(scene);

    /// <summary>Somebody who is looking as well would be fine, as equals: then either may be shown to the other.</summary>
    public static Decision<Scene, RequestOutcome> OpenToPeers(Scene scene, MatchingTerms terms, Instant now) =>
        scene.Request is { Invited: null, OpenToPeers: false, State: Looking } request
            ? Done(scene, request with { OpenToPeers = true, State = LookNow(request, terms, now) })
            : AsItIs(scene);

    /// <summary>A word with a coordinator, who learns of the wish and nothing of what was written.</summary>
    public static Decision<Scene, RequestOutcome> WishForAWord(Scene scene, Reviewers who, MatchingTerms terms, Instant now) =>
        scene.Request is { WordBy: null, State: Looking { Told: true } or Choosing or NotComeAbout } request
            ? Done(
                scene,
                request with { WordBy = WorkingDays.After(now, terms.LookAgainWorkingDays, request.Zone) },
                TellOfTheWord(request, who.First))
            : AsItIs(scene);

    /// <summary>Withdrawn: everything in it is erased. Whoever is asked reads only that it is settled.</summary>
    public static Decision<Scene, RequestOutcome> Withdraw(Scene scene) => scene.Request switch
    {
        null or { State: Accepted } => AsItIs(scene),
        { } request => GoneWithQuestion(scene, request),
    };

    /// <summary>Other words, or another line: who suits is still who suits.</summary>
    private static bool IsOnlyWords(RequestForm before, RequestForm now) =>
        before == now with { Words = before.Words, Line = before.Line, CoordinatorMayRead = before.CoordinatorMayRead };

    private static Request New(RequestId id, PersonId person, RequestForm form, RequestState state, Instant since, DateTimeZone zone) =>
        new(id, person, 0, 1, form, state, since, zone, [], OpenToPeers: false, null, null);
}
