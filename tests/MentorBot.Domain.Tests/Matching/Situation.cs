using System.Collections.Immutable;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Matching.Nevers;
using MentorBot.Domain.Offers;
using MentorBot.Domain.Requests;
using MentorBot.Domain.Wishes;
using NodaTime;
using NodaTime.Text;

namespace MentorBot.Domain.Tests.Matching;

/// <summary>
/// Ana asks, Ben might be asked, and nothing stands in the way: then a sentence or two say what is different, such as
/// <c>Situation.AnaAsksBen.BenReportsTo("ana")</c>.
/// </summary>
internal sealed record Situation(Person Ana, ImmutableArray<PersonId> AnasLine, Request Request, Person? Ben, ImmutableArray<PersonId> BensLine, Mentor Mentor)
{
    /// <summary>A Monday morning, in winter.</summary>
    public static readonly Instant Monday = Instant.FromUtc(2026, 3, 2, 9, 0);

    public static readonly RequestForm PlainForm = new(
        null, [HelpWanted.Direction], [], HowSoon.NextWeeks, Pace.SeeAfterTheFirst, null, AtEaseWith.Anyone, ["en"], WayOfMeeting.Any, NeverList.Nobody, null, false, []);

    public static readonly Offered PlainOffer =
        new([Help.Skill], [], Places.Two, Pace.SeeAfterTheFirst, AtEaseWith.Anyone, ["en"], WayOfMeeting.Any, AtShortNotice: false, NeverList.Nobody);

    public static readonly Situation AnaAsksBen = new(
        Somebody("ana"), [], RequestOf("ana"), Somebody("ben"), [], Mentor.Unknown(new("ben")) with { Standing = MentorStanding.Open, Offers = PlainOffer, Begun = 3 });

    public bool OnceEndedByChoice { get; init; }

    public bool BothLook { get; init; }

    public Instant Now { get; init; } = Monday;

    public Pairing Pairing => new(Request, Asking, Mentor, Asked, OnceEndedByChoice, Now, BothLook);

    public Colleague Asking => new(Ana, AnasLine);

    private Colleague? Asked => Ben is null ? null : new Colleague(Ben, BensLine);

    public static Person Somebody(string name) =>
        new(new(name), name, "", "", "", null, [], DateTimeZone.Utc, new(new(9, 0), new(17, 0)), ["en"]);

    public static Request RequestOf(string name, string id = "request-1") =>
        new(new(id), new(name), 1, 1, PlainForm, new RequestState.Looking(Monday, Monday, Told: false), Monday, DateTimeZone.Utc, [], false, null, null);

    /// <summary>Whoever is asked is somebody else than Ben: the same in all but the name.</summary>
    public Situation AnaAsks(string name) => this with
    {
        Ben = Ben is null ? null : Ben with { Id = new(name), Name = name },
        Mentor = Mentor with { Person = new(name) },
    };

    public Situation AnaReportsTo(params string[] line) => this with { AnasLine = Ids(line), Ana = Ana with { Manager = First(line) } };

    public Situation BenReportsTo(params string[] line) => this with { BensLine = Ids(line), Ben = Ben! with { Manager = First(line) } };

    public Situation AnaWorksWith(params string[] people) => this with { Ana = Ana with { WorksWith = Ids(people) } };

    public Situation BenWorksWith(params string[] people) => this with { Ben = Ben! with { WorksWith = Ids(people) } };

    public Situation AnaWorksIn(string department) => this with { Ana = Ana with { Department = department } };

    public Situation BenWorksIn(string department) => this with { Ben = Ben! with { Department = department } };

    public Situation AnaWorks(string hours, string zone = "UTC") => this with { Ana = At(Ana, hours, zone) };

    public Situation BenWorks(string hours, string zone = "UTC") => this with { Ben = At(Ben!, hours, zone) };

    public Situation AnaSpeaks(params string[] languages) => this with { Ana = Ana with { Languages = [.. languages] } };

    public Situation BenSpeaks(params string[] languages) => this with { Ben = Ben! with { Languages = [.. languages] } };

    public Situation AnaWants(Func<RequestForm, RequestForm> what) => this with { Request = Request with { Form = what(Request.Form) } };

    public Situation BenOffers(Func<Offered, Offered> what) => this with { Mentor = Mentor with { Offers = what(Mentor.Offers!) } };

    public Situation BenOffersNothing() => this with { Mentor = Mentor with { Offers = null, Standing = MentorStanding.NotOffering } };

    public Situation BenIs(MentorStanding standing) => this with { Mentor = Mentor with { Standing = standing } };

    public Situation AnaWouldRatherNotMeet(params string[] people) => AnaWants(form => form with { NotThese = NeverList.Of(Ids(people)) });

    public Situation BenWouldRatherNotMeet(params string[] people) => BenOffers(offer => offer with { NotThese = NeverList.Of(Ids(people)) });

    public Situation AnaWidens(params Widening[] what) => AnaWants(form => form with { Widened = [.. what] });

    public Situation AnaWishesFor(string name) => AnaWants(form => form with { WishedFor = new(name) });

    public Situation AnaInvites(InvitedAs how) => this with { Request = Request with { Invited = how } };

    public Situation AsPeers() => this with { BothLook = true };

    public Situation BenHasLeft() => this with { Ben = null };

    public Situation BenMentors(params string[] people) =>
        this with { Mentor = Mentor with { Taken = [.. people.Select(name => new TakenPlace(new("match-" + name), new(name)))] } };

    public Situation BenIsAsked(string by, string request) => this with { Mentor = Mentor with { Asked = [new(new("match-1"), new(by), new(request))] } };

    public Situation BenHolds(params string[] matches) => this with { Mentor = Mentor with { Reserved = [.. matches.Select(match => new MatchId(match))] } };

    public Situation AnaHasAsked(string match, Instant? tellAt = null) => this with
    {
        Request = Request with { State = new RequestState.Asking(new(match), Mentor.Person, [], Monday, null, tellAt, [], IsSoon: false) },
    };

    public Situation ItEndedByChoice() => this with { OnceEndedByChoice = true };

    public Situation NotAgain(params string[] people) => this with { Request = Request with { NotAgain = Ids(people) } };

    public Situation On(Instant now) => this with { Now = now };

    public Proposal Score() => Domain.Matching.Score.Of(Pairing);

    /// <summary>This rule, alone, forbids it; where it does, nothing before it in the order does.</summary>
    public void Is<T>(bool forbidden)
        where T : Never
    {
        Assert.Equal(forbidden, Nevers.InOrder.OfType<T>().Single().Forbids(Pairing));
        Assert.Equal(forbidden ? typeof(T) : null, Nevers.First(Pairing)?.GetType());
    }

    public static Person At(Person person, string hours, string zone)
    {
        var (start, end) = (LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(hours[..5]).Value, LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(hours[6..]).Value);
        return person with { Hours = new(start, end), Zone = DateTimeZoneProviders.Tzdb[zone] };
    }

    public static ImmutableArray<PersonId> Ids(params string[] names) => [.. names.Where(name => name.Length > 0).Select(name => new PersonId(name))];

    public static string[] Words(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static PersonId? First(string[] line) => line.Length == 0 ? null : new PersonId(line[0]);
}
