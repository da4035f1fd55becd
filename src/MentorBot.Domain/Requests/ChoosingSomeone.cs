using System.Collections.Immutable;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Scheduling;
using NodaTime;
using static MentorBot.Domain.Requests.Changing;
using static MentorBot.Domain.Requests.RequestState;

namespace MentorBot.Domain.Requests;

/// <summary>The person asking chooses one of those whom they were shown, or none; takes it back; or invites somebody whom they found themselves.</summary>
public static class ChoosingSomeone
{
    /// <summary>Choosing holds a place. Who cannot be asked (any more) leaves the card, and the others stay.</summary>
    /// <param name="match">The id of this question, new.</param>
    /// <param name="times">That suit both, see <see cref="TimesThatTravel"/>; none where none was found or wanted.</param>
    public static Decision<Scene, RequestOutcome> Choose(
        Scene scene, PersonId whom, MatchId match, Two two, ImmutableArray<MeetingTime> times, MatchingTerms terms, Instant now)
    {
        if (scene.Request is not { State: Choosing choosing } request || choosing.People.All(one => one.Mentor != whom))
            return AsItIs(scene);

        // They have said no, which is told in the morning only: asked once more before that, it looks like any question.
        if (request.NotAgain.Contains(whom))
        {
            var unasked = Ask(match, whom, choosing.People, request, times, terms, now);
            return Done(scene, request with { State = unasked with { TellAt = unasked.ToldAt(now, request.Zone) } });
        }

        if (!MayMeet(scene, request, whom, two, now))
        {
            ImmutableArray<Proposal> others = [.. choosing.People.Where(one => one.Mentor != whom)];
            RequestState state = others.IsEmpty ? LookNow(request, terms, now) : choosing with { People = others };
            var without = Done(scene, request with { State = state });

            // The answer to the press says so, above the others; a notice would wipe that off the card.
            return without with { Outcome = new RequestOutcome.NotAvailable(whom, without.Next!.Request), Consequences = [] };
        }

        var asking = Ask(match, whom, choosing.People, request, times, terms, now);
        return Done(Hold(scene, request, asking), request with { State = asking }, TellAsked(request, asking));
    }

    /// <summary>Nobody learns of it. Those shown are not shown again.</summary>
    public static Decision<Scene, RequestOutcome> NoneOfThese(Scene scene, MatchingTerms terms, Instant now) => scene.Request is { State: Choosing choosing } request
        ? Done(scene, request with
        {
            NotAgain = [.. request.NotAgain.Union(choosing.People.Select(one => one.Mentor))],
            State = LookNow(request, terms, now),
        })
        : AsItIs(scene);

    /// <summary>
    /// Not asked after all: their card says only that it is settled, and the choice is open again. The same while it has fallen
    /// through already and the person asking does not know yet, so that trying tells nothing.
    /// </summary>
    public static Decision<Scene, RequestOutcome> TakeBack(Scene scene, MatchId match, MatchingTerms terms, Instant now) => scene.Request switch
    {
        { Invited: null, State: Asking asking } request when asking.Match == match => Done(
            Free(scene, match),
            request with { State = LetChoose(asking.People, request, terms, now) },
            asking.TellAt is null ? TellAsked(request, asking) : []),
        { State: Asking asking } request when asking.Match == match => GoneWithQuestion(scene, request),
        { State: ToForward forward } request when forward.Match == match => GoneWithQuestion(scene, request),
        _ => AsItIs(scene),
    };

    /// <summary>After it did not come about or was put aside: the others, and where there is one, somebody new.</summary>
    public static Decision<Scene, RequestOutcome> ChooseAgain(Scene scene, Searching searching, MatchingTerms terms, Instant now)
    {
        if (scene.Request is not { Invited: null, State: NotComeAbout or PutAside } request)
            return AsItIs(scene);
        var people = searching.FillUp(request, request.State is NotComeAbout before ? before.Others : []);
        return Done(scene, request with { State = people.IsEmpty ? LookNow(request, terms, now) : LetChoose(people, request, terms, now) });
    }

    /// <summary>"We found each other": the other decides freely, and nobody else has to agree.</summary>
    /// <param name="isReachable">Whether the other has the bot; else there is a line to forward.</param>
    public static Decision<Scene, RequestOutcome> Invite(
        Scene scene,
        RequestId id,
        PersonId person,
        PersonId whom,
        InvitedAs invited,
        RequestForm form,
        MatchId match,
        bool isReachable,
        Two two,
        DateTimeZone zone,
        MatchingTerms terms,
        Instant now)
    {
        if (scene.Request is not null || scene.Gone.Contains(id))
            return AsItIs(scene);

        var request = new Request(id, person, 0, 1, form, new ToForward(match, whom, now + Duration.FromDays(terms.PutAsideDays)), now, zone, [], OpenToPeers: false, invited, null);
        if (!MayMeet(scene, request, whom, two, now))
            return NotAvailable(scene, whom);
        return isReachable ? Put(scene, request, match, whom, terms, now) : Done(Note(scene, request, match), request);
    }

    /// <summary>The invited person has come: they are asked. If they cannot be any more, the person asking hears that it did not come about, and no more.</summary>
    public static Decision<Scene, RequestOutcome> Arrived(Scene scene, MatchId match, PersonId actor, Two two, MatchingTerms terms, Instant now)
    {
        if (scene.Request is not { State: ToForward forward } request || forward.Match != match)
            return AsItIs(scene);
        if (forward.Whom != actor)
            return NotYours(scene);
        return MayMeet(scene, request, actor, two, now)
            ? Put(scene, request, match, actor, terms, now)
            : Answering.Fall(scene, request, Ask(match, actor, [], request, [], terms, now), now) with { Outcome = new RequestOutcome.NotAvailable(request.Person, null) };
    }

    private static Decision<Scene, RequestOutcome> Put(Scene scene, Request request, MatchId match, PersonId whom, MatchingTerms terms, Instant now)
    {
        var asking = Ask(match, whom, [], request, [], terms, now);
        return Done(Hold(scene, request, asking), request with { State = asking }, TellAsked(request, asking));
    }
}
