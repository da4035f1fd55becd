using System.Collections.Immutable;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Requests;
using MentorBot.Domain.Scheduling;
using MentorBot.Domain.Tests.Matching;
using NodaTime;
using static MentorBot.Domain.Requests.RequestState;

namespace MentorBot.Domain.Tests.Requests;

/// <summary>Ben asks. Ana, Chidi and Dani mentor, each with two places; Noor coordinates, Sam is her deputy. It is Monday, nine o'clock.</summary>
internal static class Ben
{
    public static readonly PersonId Asks = new("ben");
    public static readonly PersonId Ana = new("ana");
    public static readonly PersonId Chidi = new("chidi");
    public static readonly PersonId Dani = new("dani");
    public static readonly PersonId Noor = new("noor");
    public static readonly PersonId Sam = new("sam");
    public static readonly RequestId Id = new("request-1");
    public static readonly MatchId Question = new("match-1");
    public static readonly DateTimeZone Zone = DateTimeZone.Utc;
    public static readonly MatchingTerms Terms = new(3, 5, 5, 5, 3, 30, 7, 30, 2);
    public static readonly Reviewers NoorOrSam = new([Noor], [Sam]);
    public static readonly Instant Monday = Situation.Monday;
    public static readonly RequestForm Form = Situation.PlainForm;
    public static readonly ImmutableArray<Proposal> AllThree = [new(Ana, []), new(Chidi, []), new(Dani, [])];

    /// <summary>Nobody has asked for anything yet.</summary>
    public static Scene Nothing => new(null, [], null, null, EndedByChoice: false);

    /// <summary>Ben's request in this state.</summary>
    public static Scene Has(RequestState state, Mentor? asked = null) =>
        new(Situation.RequestOf("ben") with { Id = Id, State = state, Since = Monday - Duration.FromDays(9) }, [], asked, null, EndedByChoice: false);

    public static Mentor Mentors(PersonId person, int places = 2) => Mentor.Unknown(person) with
    {
        Standing = MentorStanding.Open,
        Offers = Situation.PlainOffer with { Places = places == 1 ? Domain.Offers.Places.One : Domain.Offers.Places.Two },
    };

    /// <summary>Ana is asked, and a place is held with her.</summary>
    public static Scene HasAskedAna(Instant? until = null, Instant? remindAt = null, Instant? tellAt = null, bool isSoon = false, params ImmutableArray<MeetingTime> times)
    {
        var asking = new Asking(Question, Ana, AllThree, until ?? Day(9), remindAt, tellAt, times.IsDefault ? [] : times, isSoon);
        var ana = Mentors(Ana);
        return Has(asking, tellAt is null ? ana with { Reserved = [Question], Asked = [new(Question, Asks, Id)] } : ana);
    }

    /// <summary>The two in the directory: no link between them, unless one manages the other.</summary>
    public static Two With(PersonId whom, bool isTheirManager = false) =>
        new(new(Situation.Somebody("ben"), isTheirManager ? [whom] : []), new(Situation.Somebody(whom.Value), []));

    /// <summary>All of these can be found, in this order, and between Ben and any of them nothing stands.</summary>
    public static Searching Finds(params PersonId[] people) => new(
        request => [.. people.Except(request.NotAgain).Take(3).Select(person => new Proposal(person, []))],
        (_, whom) => people.Contains(whom) ? new(whom, []) : null);

    /// <summary>That day of March 2026, at six in the evening.</summary>
    public static Instant Day(int day) => Instant.FromUtc(2026, 3, day, 18, 0);

    public static Instant Morning(int day) => Instant.FromUtc(2026, 3, day, 9, 0);

    public static Request Now(this Decision<Scene, RequestOutcome> decision) => decision.Next!.Request!;

    public static (string Kind, string Whom)[] Tells(this Decision<Scene, RequestOutcome> decision) =>
        [.. decision.Consequences.OfType<Consequence.Tell>().Select(tell => (tell.Kind, tell.Whom.Value))];

    public static string[] Steps(this Decision<Scene, RequestOutcome> decision) => [.. decision.Consequences.OfType<Consequence.Step>().Select(step => step.Kind)];
}
