using System.Collections.Immutable;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Programme;
using NodaTime;
using static MentorBot.Domain.Requests.Changing;
using static MentorBot.Domain.Requests.RequestState;

namespace MentorBot.Domain.Requests;

/// <summary>
/// Between the search and the person asking: what coordinators and deputies may do with the people found, and what happens
/// without a press. Of all who may, the first press counts.
/// </summary>
public static class Releasing
{
    /// <summary>What falls due by itself.</summary>
    /// <param name="searching">Needed where the request waits; else null.</param>
    /// <param name="two">Needed where somebody is asked; else null.</param>
    /// <param name="who">Who looks after this person: needed where a word they wished for is due; else null.</param>
    /// <param name="tell">Coordinators to be told that somebody is waiting, and the day of it; each once a day at most.</param>
    public static Decision<Scene, RequestOutcome> Tick(
        Scene scene, Searching? searching, Two? two, Reviewers? who, ImmutableArray<PersonId> tell, string day, MatchingTerms terms, Instant now)
    {
        if (scene.Request is not { NextDue: { } due } request || now < due)
            return AsItIs(scene);
        if (request.WordBy <= now)
            return AskAgainForAWord(scene, request, who!, terms, now);

        return request.State switch
        {
            Looking looking => Look(scene, request, looking, searching!, tell, day, terms, now),
            Proposed proposed => Out(scene, request, StillOrNew(request, proposed, searching!), terms, now),
            Choosing { RemindAt: not null } choosing => DoneWithNewCard(scene, request with { State = choosing with { RemindAt = null } }),
            Choosing => Done(scene, request with { State = new PutAside(now + Duration.FromDays(terms.PutAsideDays)) }),
            Asking { TellAt: not null } asking => Answering.Tell(scene, request, asking, terms, now),
            Asking asking when !MayMeet(scene, request, asking.Whom, two!, now) => Answering.CannotBe(scene, asking.Match, now),
            Asking { RemindAt: not null } asking when now < asking.Until => Answering.Remind(scene, request, asking),
            Asking asking => Answering.Silence(scene, request, asking, terms, now),
            NotComeAbout when request.Invited is null => Requesting.GoOn(scene, terms, now),
            _ => GoneWithQuestion(scene, request),
        };
    }

    /// <summary>A press instead of the date. Those who cannot be introduced any more are left out.</summary>
    public static Decision<Scene, RequestOutcome> Send(Scene scene, PersonId by, Reviewers who, Searching searching, MatchingTerms terms, Instant now)
    {
        if (!who.Include(by))
            return NotYours(scene);
        return scene.Request is { State: Proposed proposed } request
            ? Out(scene, request, StillOrNew(request, proposed, searching), terms, now)
            : AsItIs(scene);
    }

    /// <summary>Out of a cohort: this one person, whom the optimum over all who wait found for them.</summary>
    public static Decision<Scene, RequestOutcome> SendOne(Scene scene, PersonId mentor, PersonId by, Reviewers who, Searching searching, MatchingTerms terms, Instant now)
    {
        if (!who.Include(by))
            return NotYours(scene);
        if (scene.Request is not { IsWaiting: true } request)
            return AsItIs(scene);
        return searching.Between(request, mentor) is { } proposal ? Out(scene, request, [proposal], terms, now) : NotAvailable(scene, mentor);
    }

    /// <summary>Later, once; the person waiting reads the new date.</summary>
    public static Decision<Scene, RequestOutcome> Hold(Scene scene, PersonId by, Reviewers who, MatchingTerms terms)
    {
        if (!who.Include(by))
            return NotYours(scene);
        return scene.Request is { State: Proposed { Held: false } proposed } request
            ? Done(scene, request with { State = proposed with { Held = true, ReleaseAt = proposed.ReleaseAt + Duration.FromDays(terms.HoldDays) } })
            : AsItIs(scene);
    }

    /// <summary>Somebody of the coordinator's own choice, in the place of another or beside those found, under the same rules.</summary>
    /// <param name="without">Whom they replace; null to add somebody.</param>
    public static Decision<Scene, RequestOutcome> Suggest(Scene scene, PersonId mentor, PersonId? without, PersonId by, Reviewers who, Searching searching)
    {
        if (!who.Include(by))
            return NotYours(scene);
        if (scene.Request is not { IsWaiting: true } request)
            return AsItIs(scene);
        if (searching.Between(request, mentor) is not { } proposal)
            return NotAvailable(scene, mentor);

        var before = request.State as Proposed;
        ImmutableArray<Proposal> people = [.. (before?.People ?? []).Where(one => one.Mentor != without && one.Mentor != mentor).Take(2), proposal];
        var releaseAt = before?.ReleaseAt ?? ((Looking)request.State).By;
        return before is not null && before.People.SequenceEqual(people)
            ? AsItIs(scene)
            : Done(scene, request with { State = new Proposed(people, releaseAt, before?.Held ?? false) });
    }

    /// <summary>The day of the word has passed: everybody who may is asked, deputies as well, and the next day is set.</summary>
    private static Decision<Scene, RequestOutcome> AskAgainForAWord(Scene scene, Request request, Reviewers who, MatchingTerms terms, Instant now) => Done(
        scene,
        request with { WordBy = WorkingDays.After(now, terms.LookAgainWorkingDays, request.Zone) },
        TellOfTheWord(request, who.First.Concat(who.Later)));

    private static Decision<Scene, RequestOutcome> Look(
        Scene scene, Request request, Looking looking, Searching searching, ImmutableArray<PersonId> tell, string day, MatchingTerms terms, Instant now)
    {
        var found = searching.Find(request);
        if (!found.IsEmpty && now >= looking.By)
            return Out(scene, request, found, terms, now);

        ImmutableArray<Consequence> desks = [.. tell.Select(whom => new Consequence.Tell(RequestNotices.Desk, day, day, whom))];
        if (!found.IsEmpty)
            return Done(scene, request with { State = new Proposed(found, looking.By, Held: false) }, desks);

        return now >= looking.By
            ? Nobody(scene, request, terms, now, desks)
            : Done(scene, request with { State = looking with { SearchAt = Tomorrow(now) } }, desks);
    }

    private static Decision<Scene, RequestOutcome> Out(Scene scene, Request request, ImmutableArray<Proposal> people, MatchingTerms terms, Instant now) => people.IsEmpty
        ? Nobody(scene, request, terms, now)
        : DoneWithNewCard(scene, request with { FellThrough = false, State = LetChoose(people, request, terms, now) });

    /// <summary>Those who were looked at, as far as they can still be introduced; only where nobody is left, whoever can be found now.</summary>
    private static ImmutableArray<Proposal> StillOrNew(Request request, Proposed proposed, Searching searching)
    {
        ImmutableArray<Proposal> still = [.. proposed.People.Where(one => searching.Between(request, one.Mentor) is not null)];
        return still.IsEmpty ? searching.Find(request) : still;
    }

    private static Decision<Scene, RequestOutcome> Nobody(Scene scene, Request request, MatchingTerms terms, Instant now, params ImmutableArray<Consequence> others) => DoneWithNewCard(
        scene, request with { State = new Looking(Tomorrow(now), WorkingDays.After(now, terms.LookAgainWorkingDays, request.Zone), Told: true) }, others);

    private static Instant Tomorrow(Instant now) => now + Duration.FromDays(1);
}
