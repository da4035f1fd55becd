using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using MentorBot.Domain;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Requests;
using MentorBot.Domain.Scheduling;
using MentorBot.Domain.Wishes;
using NodaTime;

namespace MentorBot.Storage.Tests.Requests;

/// <summary>Requests and forms of every kind, with the oddest ids.</summary>
internal static class AnyRequest
{
    public static readonly Gen<PersonId> People = Gen.Elements("noor", "a,b", "a!002Cb", ",", "日本", "😀", "a/b#c?d\\e", "a|b", "a;b:c", "a b").Select(id => new PersonId(id));

    public static readonly Gen<Instant> Moments = Gen.Choose(0, int.MaxValue).Zip(Gen.Choose(0, 9_999_999)).Select(at => Instant.FromUnixTimeSeconds(at.Item1).PlusTicks(at.Item2));

    public static readonly Gen<Instant?> MomentsIfAny = Gen.OneOf(Moments.Select(at => (Instant?)at), Gen.Constant((Instant?)null));

    public static readonly Gen<DateTimeZone> Zones = Gen.Elements(DateTimeZoneProviders.Tzdb.Ids.ToArray()).Select(id => DateTimeZoneProviders.Tzdb[id]);

    private static readonly Gen<Confidential?> Words = ArbMap.Default.ArbFor<string>().Generator.Select(Confidential.From);

    private static readonly Gen<MatchId> Matches = Gen.Elements("match-1", "a|b;c:d,e f", "日本").Select(id => new MatchId(id));

    public static readonly Gen<RequestForm> Forms =
        from words in Words
        from help in AnyOf<HelpWanted>().ArrayOf()
        from themes in Gen.SubListOf("craft", "leading", RequestForm.SomethingElse, RequestForm.InPerson)
        from soon in AnyOf<HowSoon>()
        from pace in AnyOf<Pace>()
        from wishedFor in Gen.OneOf(People.Select(one => (PersonId?)one), Gen.Constant((PersonId?)null))
        from ease in AnyOf<AtEaseWith>()
        from languages in Gen.SubListOf("en", "pt-BR", "zh-Hant")
        from meeting in AnyOf<WayOfMeeting>()
        from notThese in People.ArrayOf()
        from line in Words
        from mayRead in Gen.Elements(true, false)
        from widened in AnyOf<Widening>().ArrayOf()
        select new RequestForm(words, [.. help], [.. themes], soon, pace, wishedFor, ease, [.. languages], meeting, NeverList.Of(notThese), line, mayRead, [.. widened]);

    private static readonly Gen<ImmutableArray<Proposal>> Proposals = (
        from mentor in People
        from reasons in (
            from kind in AnyOf<ReasonKind>()
            from points in Gen.Choose(-100, 1000)
            from about in Gen.Elements(null, "", "craft", "pt-BR", "a,b;c:d|e", "日本")
            select new Reason(kind, points, about)).ArrayOf()
        select new Proposal(mentor, [.. reasons])).ArrayOf().Select(people => people.ToImmutableArray());

    public static readonly Gen<MeetingTime> Times =
        from start in Moments
        from minutes in Gen.Elements(20, 60)
        select new MeetingTime(start, minutes);

    public static readonly Gen<RequestState> States = Gen.OneOf(
        Moments.Select(at => (RequestState)new RequestState.Kept(at)),
        from at in Moments
        from due in Moments
        from told in Gen.Elements(true, false)
        select (RequestState)new RequestState.Looking(at, due, told),
        from people in Proposals
        from at in Moments
        from held in Gen.Elements(true, false)
        select (RequestState)new RequestState.Proposed(people, at, held),
        from people in Proposals
        from due in Moments
        from remindAt in MomentsIfAny
        select (RequestState)new RequestState.Choosing(people, due, remindAt),
        from match in Matches
        from whom in People
        from people in Proposals
        from until in Moments
        from remindAt in MomentsIfAny
        from tellAt in MomentsIfAny
        from times in Times.ArrayOf()
        from isSoon in Gen.Elements(true, false)
        select (RequestState)new RequestState.Asking(match, whom, people, until, remindAt, tellAt, [.. times], isSoon),
        from with in People
        from others in Proposals
        from due in Moments
        from wasSoon in Gen.Elements(true, false)
        select (RequestState)new RequestState.NotComeAbout(with, others, due, wasSoon),
        Moments.Select(until => (RequestState)new RequestState.PutAside(until)),
        from match in Matches
        from whom in People
        from until in Moments
        select (RequestState)new RequestState.ToForward(match, whom, until),
        from match in Matches
        from whom in People
        from at in Moments
        from byTurns in Gen.Elements(true, false)
        from time in Gen.OneOf(Gen.Constant<MeetingTime?>(null), Times.Select(one => (MeetingTime?)one))
        select (RequestState)new RequestState.Accepted(match, whom, at, byTurns, time));

    public static Gen<Request> By(PersonId person) =>
        from id in Gen.Elements("request-1", "an/odd#one?|", "0123456789abcdef")
        from revision in Gen.Choose(1, int.MaxValue)
        from round in Gen.Choose(1, int.MaxValue)
        from form in Forms
        from state in States
        from since in Moments
        from zone in Zones
        from notAgain in People.ArrayOf()
        from peers in Gen.Elements(true, false)
        from invited in Gen.Elements<InvitedAs?>(null, InvitedAs.TheyMentorMe, InvitedAs.IMentorThem, InvitedAs.ByTurns)
        from wordBy in MomentsIfAny
        select new Request(new(id), person, revision, round, form, state, since, zone, [.. notAgain], peers, invited, wordBy);

    public static Gen<T> AnyOf<T>()
        where T : struct, Enum => Gen.Elements(Enum.GetValues<T>());
}
