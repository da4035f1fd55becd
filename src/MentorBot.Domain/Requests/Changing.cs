using System.Collections.Immutable;
using System.Globalization;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Matching.Nevers;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Offers;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Scheduling;
using NodaTime;
using static MentorBot.Domain.Requests.RequestState;

namespace MentorBot.Domain.Requests;

/// <summary>What all decisions about a request share: the next state with what always follows from it, and the places that go with it.</summary>
internal static class Changing
{
    public static Decision<Scene, RequestOutcome> AsItIs(Scene scene) => scene.AsItIs();

    public static Decision<Scene, RequestOutcome> NotYours(Scene scene) => Unchanged(scene, new RequestOutcome.NotYours());

    public static Decision<Scene, RequestOutcome> NotAvailable(Scene scene, PersonId whom) => Unchanged(scene, new RequestOutcome.NotAvailable(whom, scene.Request));

    private static Decision<Scene, RequestOutcome> Unchanged(Scene scene, RequestOutcome outcome) => new(outcome, false, scene, []);

    /// <summary>The person's card shows the new state, in its place.</summary>
    public static Decision<Scene, RequestOutcome> Done(Scene scene, Request next, params ImmutableArray<Consequence> others)
    {
        var now = next with { Revision = next.Revision + 1 };
        return new(new RequestOutcome.Done(now), true, scene with { Request = now }, [Mine(now, now.Round), .. others]);
    }

    /// <summary>A new card comes, so that the person is notified; the one before points to it.</summary>
    public static Decision<Scene, RequestOutcome> DoneWithNewCard(Scene scene, Request next, params ImmutableArray<Consequence> others) =>
        Done(scene, next with { Round = next.Round + 1 }, [Mine(next with { Revision = next.Revision + 1 }, next.Round), .. others]);

    /// <summary>The request is gone, and with it the question that it put, or was to put.</summary>
    public static Decision<Scene, RequestOutcome> GoneWithQuestion(Scene scene, Request request) => request.State switch
    {
        Asking { TellAt: null } asking => Gone(Free(scene, asking.Match), request, TellAsked(request, asking)),
        ToForward forward => Gone(Free(scene, forward.Match), request),
        _ => Gone(scene, request),
    };

    public static Decision<Scene, RequestOutcome> Gone(Scene scene, Request request, params ImmutableArray<Consequence> others) =>
        new(new RequestOutcome.Done(null), true, scene with { Request = null }, [Mine(request with { Revision = request.Revision + 1 }, request.Round), .. others]);

    /// <summary>The bot looks (again), now.</summary>
    public static Looking LookNow(Request request, MatchingTerms terms, Instant now) => new(now, By(request.Form, terms, now, request.Zone), Told: false);

    /// <summary>When the person hears, found or not; sooner where it is pressing.</summary>
    public static Instant By(RequestForm form, MatchingTerms terms, Instant now, DateTimeZone zone) =>
        WorkingDays.After(now, form.Soon == HowSoon.ThisWeek ? 1 : terms.ReleaseWorkingDays, zone);

    public static Choosing LetChoose(ImmutableArray<Proposal> people, Request request, MatchingTerms terms, Instant now) => new(
        people, WorkingDays.After(now, terms.ChooseWorkingDays, request.Zone), WorkingDays.After(now, terms.ReminderWorkingDays, request.Zone));

    /// <summary>Where it is pressing, the time to answer is up when the first time comes.</summary>
    public static Asking Ask(
        MatchId match, PersonId whom, ImmutableArray<Proposal> people, Request request, ImmutableArray<MeetingTime> times, MatchingTerms terms, Instant now)
    {
        if (!TimesThatTravel.IsSoon(request))
            return new(
                match, whom, people, WorkingDays.After(now, terms.AnswerWorkingDays, request.Zone), WorkingDays.After(now, terms.ReminderWorkingDays, request.Zone), null, times, IsSoon: false);

        var until = times.Select(time => time.Start).Append(WorkingDays.After(now, TimesThatTravel.SoonWorkingDays, request.Zone)).Min();
        return new(match, whom, people, until, until, null, times, IsSoon: true);
    }

    /// <summary>Whether the two may be introduced, as things are now.</summary>
    public static bool MayMeet(Scene scene, Request request, PersonId whom, Two two, Instant now) =>
        two.Asking is { } asking
        && scene.Asked is { } asked
        && asked.Person == whom
        && MayMentorThem(scene, request, whom)
        && Nevers.First(new(request, asking, asked, two.Asked, scene.EndedByChoice, now, AsEquals(request, whom))) is null;

    /// <summary>Who would be the mentor of the person they ask keeps to their own number as well, and does not mentor them already.</summary>
    private static bool MayMentorThem(Scene scene, Request request, PersonId whom)
    {
        if (request.MentorIf(whom) == whom)
            return true;
        if (scene.Own is not { } own || own.IsMentorOf(whom))
            return false;
        return request.Open is { } open && own.Reserved.Contains(open.Match)
            ? own.Offers is null || own.Taken.Length < own.Offers.Places.Count()
            : own.Free > 0;
    }

    /// <summary>Both are looking, and fine with talking as equals.</summary>
    public static bool AsEquals(Request request, PersonId whom) => (request.State switch
    {
        Choosing choosing => choosing.People,
        Asking asking => asking.People,
        _ => [],
    }).Any(one => one.Mentor == whom && one.Reasons.Any(reason => reason.Kind == ReasonKind.LooksToo));

    /// <summary>The question is put, and a place held with whoever would be the mentor.</summary>
    public static Scene Hold(Scene scene, Request request, Asking asking)
    {
        var noted = Note(scene, request, asking.Match);
        return request.MentorIf(asking.Whom) == asking.Whom
            ? noted with { Asked = noted.Asked! with { Reserved = noted.Asked.Reserved.Add(asking.Match) } }
            : noted with { Own = noted.Own! with { Reserved = noted.Own.Reserved.Add(asking.Match) } };
    }

    /// <summary>The question stands with whoever is asked, once; also with somebody who is not here yet, so that it is found when they come. No place is held by that.</summary>
    public static Scene Note(Scene scene, Request request, MatchId match)
    {
        var question = new AskedFor(match, request.Person, request.Id);
        return scene.Asked!.Asked.Contains(question) ? scene : scene with { Asked = scene.Asked with { Asked = scene.Asked.Asked.Add(question) } };
    }

    /// <summary>The question is over, and the place that was held is free.</summary>
    public static Scene Free(Scene scene, MatchId match) => scene with
    {
        Asked = scene.Asked is { } asked ? Without(asked, match) : null,
        Own = scene.Own is { } own ? Without(own, match) : null,
    };

    /// <summary>The cards of whoever is asked show how it stands.</summary>
    public static ImmutableArray<Consequence> TellAsked(Request request, Asking asking) =>
    [
        new Consequence.Tell(RequestNotices.Ask, Question(request, asking), Occasion(request), asking.Whom),
        .. asking.RemindAt is null
            ? [new Consequence.Tell(RequestNotices.Reminder, Question(request, asking), Occasion(request), asking.Whom)]
            : ImmutableArray<Consequence>.Empty,
    ];

    /// <summary>To those who look after the person: a word is wished for.</summary>
    public static ImmutableArray<Consequence> TellOfTheWord(Request request, IEnumerable<PersonId> people) =>
        [.. people.Select(whom => new Consequence.Tell(RequestNotices.Word, RequestNotices.Address(request.Person, request.Id), Occasion(request), whom))];

    public static string Question(Request request, Asking asking) => RequestNotices.Question(request.Person, request.Id, asking.Match);

    public static string Occasion(Request request) => (request.Revision + 1).ToString(CultureInfo.InvariantCulture);

    private static Consequence.Tell Mine(Request now, int round) =>
        new(RequestNotices.Mine, RequestNotices.Card(now.Id, round), now.Revision.ToString(CultureInfo.InvariantCulture), now.Person);

    private static Mentor Without(Mentor mentor, MatchId match) => mentor with
    {
        Reserved = mentor.Reserved.Remove(match),
        Asked = mentor.Asked.RemoveAll(asked => asked.Match == match),
    };
}
