using System.Collections.Immutable;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Offers;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Requests;
using MentorBot.Domain.Scheduling;
using MentorBot.Domain.Sessions;
using MentorBot.Domain.Wishes;
using NodaTime;

namespace MentorBot.Domain.Tests.Requests;

/// <summary>
/// A town in memory, in which anybody presses anything: every decision is taken on what is there, as the storage would, and what
/// follows elsewhere follows later, sometimes twice.
/// </summary>
internal sealed class RandomTown
{
    public static readonly MatchingTerms Terms = new(3, 5, 5, 5, 3, 30, 7, 30, 2);
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Lisbon"];
    private static readonly ImmutableArray<string> ThemeIds = ["craft", "leading", "change", "balance"];

    private readonly Random random;
    private readonly Dictionary<PersonId, Person> people = [];
    private readonly Dictionary<RequestId, Request> requests = [];
    private readonly Dictionary<PersonId, Mentor> mentors = [];
    private readonly Dictionary<MatchId, Relationship> relationships = [];
    private readonly Dictionary<MatchId, Meetings> meetings = [];
    private readonly HashSet<(PersonId, PersonId)> ended = [];
    private readonly HashSet<RequestId> gone = [];
    private readonly List<AskedFor> everAsked = [];
    private readonly List<Consequence.Step> steps = [];
    private readonly ImmutableArray<PersonId> ids;
    private Instant now = Instant.FromUtc(2026, 3, 2, 8, 0);
    private int lastId;

    public RandomTown(int seed)
    {
        random = new(seed);
        ids = [.. Enumerable.Range(0, random.Next(4, 14)).Select(number => new PersonId($"p{number}"))];
        foreach (var (number, id) in ids.Index())
        {
            PersonId? manager = number > 0 && random.Next(3) > 0 ? ids[random.Next(number)] : null;
            people[id] = new(id, id.Value, "", "", $"d{random.Next(3)}", manager, random.Next(8) == 0 ? [One(ids)] : [], Zone, new(new(9, 0), new(17, 0)), ["en"]);
            if (random.Next(3) > 0)
                mentors[id] = Mentor.Unknown(id) with { Standing = MentorStanding.Open, Offers = Offer() };
        }
    }

    public IReadOnlyDictionary<RequestId, Request> Requests => requests;

    public IReadOnlyDictionary<PersonId, Mentor> Mentors => mentors;

    public IReadOnlyDictionary<MatchId, Relationship> Relationships => relationships;

    public IReadOnlyDictionary<MatchId, Meetings> Meetings => meetings;

    public Instant Now => now;

    public bool EndedByChoice(PersonId one, PersonId other) => ended.Contains((one, other));

    public Colleague? Colleague(PersonId id) => people.TryGetValue(id, out var person) ? new(person, LineAbove(id)) : null;

    /// <summary>Somebody does something. What they do is said, for the message of a test that fails.</summary>
    public string Step()
    {
        now += Duration.FromMinutes(random.Next(0, 300));
        var who = One(ids);
        var request = requests.Count == 0 ? null : One([.. requests.Values]);
        switch (random.Next(24))
        {
            case 0 or 1:
                return Decide("sends", who, NewId(), null, (scene, id) => Requesting.Send(scene, id, who, Form(), now, Zone, Terms, now));
            case 2:
                return Decide("keeps", who, NewId(), null, (scene, id) => Requesting.Keep(scene, id, who, Form(), Zone, Terms, now));
            case 3:
                var whom = One(ids);
                var invited = One([InvitedAs.TheyMentorMe, InvitedAs.IMentorThem, InvitedAs.ByTurns]);
                var reachable = random.Next(3) > 0;
                return Decide($"invites {whom} {invited}", who, NewId(), whom, (scene, id) =>
                    ChoosingSomeone.Invite(scene, id, who, whom, invited, Form(), new(Next("m")), reachable, Two(who, whom), Zone, Terms, now), invited == InvitedAs.IMentorThem);
            case 4:
                return ChangeStanding(who);
            case 5:
                return ChangeDirectory(who);
            case 6 or 7:
                return Follow();
            case 8:
                return Relate();
            case 9 or 10 or 11:
                return Tick();
            case 12 or 13 or 14 when everAsked.Count > 0:
                return Answer(random.Next(4) == 0 ? One(everAsked) : everAsked[^1]);
            case var other when request is not null:
                return Press(other, request);
            default:
                return "nothing";
        }
    }

    /// <summary>Everything that is to follow follows, and nobody does anything any more.</summary>
    public void ComesToRest()
    {
        while (steps.Count > 0)
            Follow();
    }

    /// <summary>What is due is done, until nothing is.</summary>
    /// <returns>Whether it came to an end.</returns>
    public bool TicksOut()
    {
        for (var round = 0; round < 10; round++)
        {
            var due = requests.Values.Where(request => request.NextDue <= now).ToList();
            if (due.Count == 0)
                return true;
            foreach (var request in due)
                TickOne(request);
        }

        return false;
    }

    private string Press(int what, Request request)
    {
        var shown = (request.State as RequestState.Choosing)?.People ?? [];
        var whom = shown.IsEmpty || random.Next(5) == 0 ? One(ids) : One(shown).Mentor;
        var match = (request.State as RequestState.Asking)?.Match ?? new MatchId("none");
        var all = Searching();
        var times = Times(request);
        return what switch
        {
            15 or 16 or 17 => Decide($"chooses {whom}", request, whom, scene => ChoosingSomeone.Choose(scene, whom, new(Next("m")), Two(request.Person, whom), times, Terms, now)),
            18 => Decide("takes back", request, null, scene => ChoosingSomeone.TakeBack(scene, match, Terms, now)),
            19 => random.Next(3) switch
            {
                0 => Decide("wants none", request, null, scene => ChoosingSomeone.NoneOfThese(scene, Terms, now)),
                1 => Decide("chooses again", request, null, scene => ChoosingSomeone.ChooseAgain(scene, all, Terms, now)),
                _ => Decide("goes on", request, null, scene => Requesting.GoOn(scene, Terms, now)),
            },
            20 => random.Next(4) switch
            {
                0 => Decide("withdraws", request, null, Requesting.Withdraw),
                1 => Decide("widens", request, null, scene => Requesting.Widen(scene, [Widening.EitherWork, Widening.OneConversation], Terms, now)),
                2 => Decide("is open to peers", request, null, scene => Requesting.OpenToPeers(scene, Terms, now)),
                _ => Decide("changes", request, null, scene => Requesting.Change(scene, Form(), Terms, now)),
            },
            21 => Decide("is sent", request, null, scene => Releasing.Send(scene, Coordinator, Who, all, Terms, now)),
            22 => Decide($"is sent {whom}", request, null, scene => Releasing.SendOne(scene, whom, Coordinator, Who, all, Terms, now)),
            _ => random.Next(2) == 0
                ? Decide("is held", request, null, scene => Releasing.Hold(scene, Coordinator, Who, Terms))
                : Decide($"is suggested {whom}", request, null, scene => Releasing.Suggest(scene, whom, null, Coordinator, Who, all)),
        };
    }

    private string Answer(AskedFor question)
    {
        if (!requests.TryGetValue(question.Request, out var request))
            return "answers what is gone";
        var asked = request.State switch { RequestState.Asking asking => asking.Whom, RequestState.ToForward forward => forward.Whom, _ => One(ids) };
        var actor = random.Next(6) == 0 ? One(ids) : asked;
        var pressed = TimeOf(new(request, [], null, null, false));
        return random.Next(4) switch
        {
            0 => Decide($"is told not now by {actor}", request, actor, scene => Answering.NotNow(scene, question.Match, actor, now)),
            1 => Decide($"is met by {actor} arriving", request, actor, scene => ChoosingSomeone.Arrived(scene, question.Match, actor, Two(request.Person, actor), Terms, now)),
            _ => Decide($"is told yes by {actor}", request, actor, scene => Answering.Yes(scene, question.Match, actor, Two(request.Person, actor), pressed, now)),
        };
    }

    private string Tick()
    {
        if (requests.Values.Where(request => request.NextDue is not null).MinBy(request => request.NextDue) is not { } next)
            return "nothing is due";
        if (random.Next(3) > 0)
            now = Instant.Max(now, next.NextDue!.Value);
        return TickOne(next);
    }

    private string TickOne(Request request)
    {
        var whom = request.State is RequestState.Asking asking ? asking.Whom : request.Person;
        return Decide("falls due", request, null, scene => Releasing.Tick(scene, Searching(), Two(request.Person, whom), Who, [Coordinator], "2026-03-02", Terms, now));
    }

    private string ChangeStanding(PersonId who)
    {
        var mentor = mentors.GetValueOrDefault(who) ?? Mentor.Unknown(who);
        mentors[who] = random.Next(3) switch
        {
            0 => mentor with { Standing = MentorStanding.Paused, Offers = mentor.Offers ?? Offer() },
            1 => mentor with { Standing = MentorStanding.NotOffering, Offers = null },
            _ => mentor with { Standing = MentorStanding.Open, Offers = Offer() },
        };
        if (mentors[who].Standing != MentorStanding.Open)
            foreach (var question in mentors[who].Asked)
                Decide("cannot be", requests[question.Request], who, scene => Answering.CannotBe(scene, question.Match, now));
        return $"{who} is {mentors[who].Standing}";
    }

    private string ChangeDirectory(PersonId who)
    {
        if (random.Next(4) == 0 && people.Count > 3)
        {
            people.Remove(who);
            return $"{who} leaves";
        }

        if (people.TryGetValue(who, out var person))
            people[who] = person with { Manager = random.Next(2) == 0 ? One(ids) : null };
        return $"{who} has another manager";
    }

    private string Relate()
    {
        if (relationships.Count == 0)
            return "nobody to part";
        var one = One([.. relationships.Values]);
        var actor = random.Next(2) == 0 ? one.Mentee : one.Mentor;
        var decision = random.Next(3) switch
        {
            0 => Relating.Stop(one, actor, 180, now),
            1 => Relating.HandOver(one, actor, 180, now),
            _ => Relating.BeQuiet(one, actor, now),
        };
        relationships[new(one.Id.Value)] = decision.Next!;
        steps.AddRange(decision.Consequences.OfType<Consequence.Step>());
        return $"{one.Id} is {decision.Next!.State}";
    }

    /// <summary>A step is carried out, and now and then once more.</summary>
    private string Follow()
    {
        if (steps.Count == 0)
            return "nothing follows";
        var step = steps[0];
        var comesAgain = random.Next(3) == 0;
        if (!comesAgain)
            steps.RemoveAt(0);

        switch (step.Kind)
        {
            case RequestNotices.Open:
                var address = RequestNotices.AddressIn(step.Subject);
                if (requests.GetValueOrDefault(address.Request) is { State: RequestState.Accepted accepted } request)
                {
                    var pair = relationships[accepted.Match] = Relating.Open(relationships.GetValueOrDefault(accepted.Match), request, accepted).Next!;
                    var before = meetings.GetValueOrDefault(accepted.Match) ?? Domain.Sessions.Meetings.Of(pair.Begun);
                    meetings[accepted.Match] = Beginning.Of(new(pair, before), accepted.Whom, now).Next!;
                    if (comesAgain)
                        break; // It was cut short.
                    Decide("is opened", request, null, scene => Answering.Opened(scene, accepted.Match));
                }

                break;
            case RequestNotices.Rest:
                var resting = new PersonId(step.Subject);
                mentors[resting] = mentors[resting] with { Standing = MentorStanding.Resting };
                foreach (var question in mentors[resting].Asked)
                    Decide("cannot be", requests[question.Request], resting, scene => Answering.CannotBe(scene, question.Match, now));
                break;
            case RelationshipNotices.Free:
                var over = relationships[new(step.Subject)];
                mentors[over.Mentor] = mentors[over.Mentor] with { Taken = mentors[over.Mentor].Taken.RemoveAll(place => place.Match.Value == over.Id.Value) };
                ended.Add((over.Mentee, over.Mentor));
                ended.Add((over.Mentor, over.Mentee));
                break;
        }

        return $"{step.Kind} follows";
    }

    private string Decide(string what, Request request, PersonId? whom, Func<Scene, Decision<Scene, RequestOutcome>> decide) =>
        Decide(what, request.Person, request.Id, whom, (scene, _) => decide(scene), request.Invited == InvitedAs.IMentorThem);

    private string Decide(string what, PersonId person, RequestId id, PersonId? whom, Func<Scene, RequestId, Decision<Scene, RequestOutcome>> decide, bool needsOwn = false)
    {
        var request = requests.GetValueOrDefault(id);
        var asked = whom ?? request?.State switch { RequestState.Asking asking => asking.Whom, RequestState.ToForward forward => forward.Whom, _ => null };
        var decision = decide(
            new(request, [.. gone], asked is { } one ? Row(one) : null, needsOwn ? Row(person) : null, asked is { } other && ended.Contains((person, other))), id);
        if (decision.Changes)
        {
            if (decision.Next!.Request is { } next)
                requests[id] = next;
            else if (requests.Remove(id))
                gone.Add(id);
            foreach (var mentor in new[] { decision.Next.Asked, decision.Next.Own }.OfType<Mentor>())
                mentors[mentor.Person] = mentor;
            steps.AddRange(decision.Consequences.OfType<Consequence.Step>());
            if (decision.Next.Request is { State: RequestState.Asking now })
                everAsked.Add(new(now.Match, person, id));
            else if (decision.Next.Request is { State: RequestState.ToForward forward })
                everAsked.Add(new(forward.Match, person, id));
        }

        return $"{person}'s {id} {what}: {decision.Outcome.GetType().Name}";
    }

    private static PersonId Coordinator => new("noor");

    private static Reviewers Who => new([Coordinator], []);

    /// <summary>Times that suit both, for whoever looked for some.</summary>
    private ImmutableArray<MeetingTime> Times(Request request) => random.Next(5) == 0
        ? []
        : [.. Enumerable.Range(0, TimesThatTravel.IsSoon(request) ? 3 : 1).Select(day => new MeetingTime(now + Duration.FromHours(random.Next(1, 1000) + 24 * day), 20))];

    /// <summary>The time that somebody presses: one of those on their card, or one from elsewhere, or none.</summary>
    private MeetingTime? TimeOf(Scene scene) => random.Next(5) switch
    {
        0 => null,
        1 => new(now + Duration.FromHours(random.Next(-50, 50)), 60),
        _ => scene.Request?.Open is { Times: { IsEmpty: false } times } ? One(times) : null,
    };

    private Mentor Row(PersonId id) => mentors.GetValueOrDefault(id) ?? Mentor.Unknown(id);

    private Two Two(PersonId one, PersonId other) => new(Colleague(one), Colleague(other));

    private Searching Searching() => new(
        request => Finding.UpToThree(request, mentors.Values.Select(mentor => Pair(request, mentor)).OfType<Pairing>()),
        (request, whom) => Pair(request, Row(whom)) is { } pairing && Finding.MayMeet(pairing) ? Score.Of(pairing) : null);

    private Pairing? Pair(Request request, Mentor mentor) => Colleague(request.Person) is { } asking
        ? new(request, asking, mentor, Colleague(mentor.Person), ended.Contains((request.Person, mentor.Person)), now)
        : null;

    private ImmutableArray<PersonId> LineAbove(PersonId id)
    {
        var line = ImmutableArray<PersonId>.Empty;
        for (var at = people.GetValueOrDefault(id)?.Manager; at is { } manager && !line.Contains(manager); at = people.GetValueOrDefault(manager)?.Manager)
            line = line.Add(manager);
        return line;
    }

    private RequestForm Form() => new(
        null, [One([.. Enum.GetValues<HelpWanted>()])], [One(ThemeIds)], One([.. Enum.GetValues<HowSoon>()]), One([.. Enum.GetValues<Pace>()]), null,
        One([.. Enum.GetValues<AtEaseWith>()]), ["en"], WayOfMeeting.Any, random.Next(4) == 0 ? NeverList.Of([One(ids)]) : NeverList.Nobody, null, false, []);

    private Offered Offer() => new(
        [One([.. Enum.GetValues<Help>()])], [One(ThemeIds)], One([.. Enum.GetValues<Places>()]), Pace.SeeAfterTheFirst, AtEaseWith.Anyone, ["en"], WayOfMeeting.Any,
        random.Next(2) == 0, random.Next(6) == 0 ? NeverList.Of([One(ids)]) : NeverList.Nobody);

    private T One<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];

    private RequestId NewId() => new(requests.Count > 0 && random.Next(10) == 0 ? gone.Select(id => id.Value).DefaultIfEmpty("r0").First() : Next("r"));

    private string Next(string kind) => $"{kind}{++lastId}";
}
