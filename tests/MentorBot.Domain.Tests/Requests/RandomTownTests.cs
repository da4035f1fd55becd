using FsCheck;
using FsCheck.Fluent;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Offers;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Requests;

namespace MentorBot.Domain.Tests.Requests;

/// <summary>
/// Random towns, a thousand presses each: people ask, choose, answer, pause, leave, get other managers, stop; coordinators press;
/// time jumps; steps come late and twice. After every press these rules hold.
/// </summary>
public sealed class RandomTownTests
{
    private const int Steps = 1_000;

    [Fact]
    public void Nobody_ever_gets_more_people_than_they_said() => Always((before, town, _) =>
        town.Mentors.Values.Where(mentor => mentor.Offers is not null).All(mentor =>
        {
            var earlier = before.Mentors.GetValueOrDefault(mentor.Person) ?? Mentor.Unknown(mentor.Person);
            var (had, has) = (earlier.Reserved.Length + earlier.Taken.Length, mentor.Reserved.Length + mentor.Taken.Length);
            return has <= had || has <= mentor.Offers!.Places.Count();
        }));

    [Fact]
    public void Every_place_that_is_held_belongs_to_one_open_question_and_every_question_holds_one() => Always((_, town, _) =>
    {
        var open = town.Requests.Values.Where(request => request.Open is not null).Select(request => request.Open!.Match).Order(ById).ToList();
        var held = town.Mentors.Values.SelectMany(mentor => mentor.Reserved).Order(ById).ToList();
        return open.SequenceEqual(held);
    });

    [Fact]
    public void Whoever_is_asked_knows_of_it_and_nobody_else() => Always((_, town, _) => town.Mentors.Values.All(mentor =>
        mentor.Asked.Select(one => one.Request).Order(ByRequest).SequenceEqual(
            town.Requests.Values.Where(request => request.Asked == mentor.Person).Select(request => request.Id).Order(ByRequest))));

    [Fact]
    public void A_yes_binds_one_mentor_once_and_for_good() => Always((before, town, _) => town.Requests.Values.All(request =>
        before.Requests.GetValueOrDefault(request.Id)?.State is not RequestState.Accepted accepted || Equals(request.State, accepted)));

    [Fact]
    public void Each_relationship_has_one_place_until_it_ends() => Always((_, town, _) => town.Relationships.Values.All(one =>
        town.Mentors[one.Mentor].Taken.Count(place => place.Match.Value == one.Id.Value) is var places
        && (one.State is RelationshipState.Going ? places == 1 : places <= 1)));

    [Fact]
    public void A_yes_is_only_ever_to_a_time_that_travelled_with_the_question_and_is_to_come() => Always((before, town, _) => town.Requests.Values.All(request =>
        request.State is not RequestState.Accepted { Time: { } time }
        || before.Requests.GetValueOrDefault(request.Id)?.State is RequestState.Accepted
        || (time.Start > town.Now && before.Requests[request.Id].Open!.Times.Contains(time))));

    [Fact]
    public void A_yes_at_a_time_books_it_once_and_every_other_yes_opens_times_to_choose_from() => Always((_, town, _) => town.Meetings.All(one => one.Value switch
    {
        { Last: 1, Times: null, Booked: [var booked] } => town.Relationships[one.Key].FirstTime is { } time && (time.Start, time.Minutes) == (booked.Start, booked.Minutes),
        { Last: 0, Times: not null, Booked: [] } => town.Relationships[one.Key].FirstTime is not { } time || time.Start <= town.Now,
        { Revision: 0 } => town.Relationships[one.Key].State is not RelationshipState.Going,
        _ => false,
    }));

    [Fact]
    public void No_question_is_put_and_no_yes_counts_against_a_never() => Always((before, town, _) => town.Requests.Values.All(request =>
        JustPutOrAccepted(before.Requests.GetValueOrDefault(request.Id), request) is not { } whom
        || IsAllowed(town, request, whom)));

    [Fact]
    public void No_request_is_without_a_date() => Always((_, town, _) => town.Requests.Values.All(request =>
        request.NextDue is not null || request.State is RequestState.Accepted));

    [Fact]
    public void A_card_shows_at_most_three_people_and_each_once() => Always((_, town, _) => town.Requests.Values.All(request => request.State switch
    {
        RequestState.Proposed proposed => proposed.People.Length is >= 1 and <= 3 && proposed.People.DistinctBy(one => one.Mentor).Count() == proposed.People.Length,
        RequestState.Choosing choosing => choosing.People.Length is >= 1 and <= 3 && choosing.People.DistinctBy(one => one.Mentor).Count() == choosing.People.Length,
        _ => true,
    }));

    [Fact]
    public void The_place_in_the_queue_is_never_lost() => Always((before, town, _) => town.Requests.Values.All(request =>
        before.Requests.GetValueOrDefault(request.Id) is not { } earlier || earlier.State is RequestState.Kept || request.Since == earlier.Since));

    [Fact]
    public void What_falls_due_comes_to_rest_and_what_follows_is_carried_out() => Prop.ForAll(Seeds, seed =>
    {
        var town = new RandomTown(seed);
        for (var step = 0; step < Steps; step++)
            town.Step();
        town.ComesToRest();
        return town.TicksOut() && town.Requests.Values.All(request => request.State is not RequestState.Accepted);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void These_towns_are_lively()
    {
        var towns = Enumerable.Range(0, 20).Select(seed => new RandomTown(seed)).ToList();
        var seen = new HashSet<string>();
        foreach (var town in towns)
        {
            for (var step = 0; step < Steps; step++)
            {
                seen.Add(town.Step().Split(": ")[^1]);
                seen.UnionWith(town.Requests.Values.Select(request => request.State.GetType().Name));
            }
        }

        string[] everything = ["Done", "AsItIs", "NotYours", "NotAvailable", "Kept", "Looking", "Proposed", "Choosing", "Asking", "NotComeAbout", "PutAside", "ToForward", "Accepted"];
        Assert.Empty(everything.Except(seen));
        Assert.True(towns.Sum(town => town.Relationships.Count) > 80);
        Assert.True(towns.Sum(town => town.Meetings.Values.Count(one => one.Booked.Length == 1)) > 15);
        Assert.True(towns.Sum(town => town.Meetings.Values.Count(one => one.Times is not null)) > 20);
    }

    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue).ToArbitrary();

    private static readonly Comparer<MatchId> ById = Comparer<MatchId>.Create((one, other) => string.CompareOrdinal(one.Value, other.Value));

    private static readonly Comparer<RequestId> ByRequest = Comparer<RequestId>.Create((one, other) => string.CompareOrdinal(one.Value, other.Value));

    private static void Always(Func<Before, RandomTown, string, bool> rule) => Check.One(Config.QuickThrowOnFailure.WithMaxTest(20), Prop.ForAll(Seeds, seed =>
    {
        var town = new RandomTown(seed);
        var story = new Queue<string>();
        for (var step = 0; step < Steps; step++)
        {
            var before = new Before(new Dictionary<RequestId, Request>(town.Requests), new Dictionary<PersonId, Mentor>(town.Mentors));
            var what = town.Step();
            story.Enqueue(what);
            if (story.Count > 12)
                story.Dequeue();
            if (!rule(before, town, what))
                throw new InvalidOperationException($"Town {seed}, step {step}:\n{string.Join('\n', story)}");
        }
    }));

    private static PersonId? JustPutOrAccepted(Request? before, Request request) => request.State switch
    {
        RequestState.Asking { TellAt: null } asking when before?.Open?.Match != asking.Match => asking.Whom,
        RequestState.Accepted accepted when before?.State is not RequestState.Accepted => accepted.Whom,
        _ => null,
    };

    /// <summary>The nevers in their plainest form, as far as the directory and the lists tell.</summary>
    private static bool IsAllowed(RandomTown town, Request request, PersonId whom) =>
        town.Colleague(request.Person) is { } asking
        && town.Colleague(whom) is { } asked
        && asking.Id != asked.Id
        && !asking.Line.Contains(whom)
        && !asked.Line.Contains(request.Person)
        && (asking.Person.Manager is null || asking.Person.Manager != asked.Person.Manager)
        && !asking.Person.WorksWith.Contains(whom)
        && !asked.Person.WorksWith.Contains(request.Person)
        && !request.Form.NotThese.Includes(whom)
        && town.Mentors[whom].Offers?.NotThese.Includes(request.Person) != true
        && !town.EndedByChoice(request.Person, whom);

    private sealed record Before(Dictionary<RequestId, Request> Requests, Dictionary<PersonId, Mentor> Mentors);
}
