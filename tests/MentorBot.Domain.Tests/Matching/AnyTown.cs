using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Offers;
using MentorBot.Domain.Requests;
using MentorBot.Domain.Wishes;
using NodaTime;

namespace MentorBot.Domain.Tests.Matching;

/// <summary>A small town in which anything may be so: lines with cycles, lists, mentors in every standing, over capacity or gone.</summary>
/// <param name="Request">Of the first person.</param>
/// <param name="Candidates">Everybody, the first person as well.</param>
internal sealed record AnyTown(Request Request, Colleague Asking, ImmutableArray<Candidate> Candidates, Instant Now)
{
    private static readonly string[] Names = ["ana", "ben", "chidi", "dana", "emil", "fay", "goro", "hana", "ines", "jan", "kofi", "lin", "mai", "nils"];

    private static readonly string[] Tags = ["en", "pt-BR", "pt-PT", "de"];

    private static readonly string[] Topics = ["craft", "change", "care", "something-else", "anything", "in-person"];

    private static readonly Gen<PersonId> OfSomebody = Gen.Elements(Names).Select(name => new PersonId(name));

    private static readonly Gen<NeverList> Lists = Gen.Frequency((4, Gen.Constant(NeverList.Nobody)), (1, OfSomebody.Select(one => NeverList.Of([one]))));

    private static readonly Gen<Person> Persons =
        from manager in Gen.Frequency((2, Gen.Constant((PersonId?)null)), (1, OfSomebody.Select(one => (PersonId?)one)))
        from colleague in Gen.Frequency((3, Gen.Constant(ImmutableArray<PersonId>.Empty)), (1, OfSomebody.Select(one => ImmutableArray.Create(one))))
        from zone in Gen.Elements("UTC", "Europe/Lisbon", "America/New_York", "Asia/Kolkata", "Pacific/Auckland", "Pacific/Honolulu")
        from start in Gen.Choose(0, 23)
        from length in Gen.Choose(1, 20)
        from minutes in Gen.Choose(0, 59)
        from department in Gen.Elements("", "Finance", "Care")
        from languages in Some(Gen.Elements(Tags), 1, 2)
        select new Person(
            default, "", "", "", department, manager, colleague, DateTimeZoneProviders.Tzdb[zone],
            new(new(start, minutes), new LocalTime(start, minutes).PlusHours(length)), languages);

    private static readonly Gen<Offered> Offers =
        from help in Some(Any<Help>(), 1, 3)
        from themes in Some(Gen.Elements(Topics), 0, 3)
        from places in Any<Places>()
        from pace in Any<Pace>()
        from ease in Any<AtEaseWith>()
        from languages in Some(Gen.Elements(Tags), 0, 2)
        from meeting in Any<WayOfMeeting>()
        from soon in Gen.Elements(true, false)
        from not in Lists
        select new Offered(help, themes, places, pace, ease, languages, meeting, soon, not);

    private static readonly Gen<Candidate> Asked =
        from standing in Gen.Frequency((6, Gen.Constant(MentorStanding.Open)), (4, Any<MentorStanding>()))
        from offers in Offers
        from held in Gen.Frequency((4, Gen.Constant(0)), (1, Gen.Choose(1, 2)))
        from taken in Gen.Frequency((3, Some(OfSomebody, 0, 1)), (1, Some(OfSomebody, 0, 3)))
        from ended in Gen.Frequency((6, Gen.Constant(false)), (1, Gen.Constant(true)))
        from peer in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)))
        from gone in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
        from person in Persons
        let mentor = new Mentor(
            default, standing, standing == MentorStanding.NotOffering ? null : offers,
            [.. Enumerable.Range(1, held).Select(nth => new MatchId($"match-{nth}"))],
            [.. taken.Select(one => new TakenPlace(new("match-of-" + one), one))], [], 0, held)
        select new Candidate(mentor, gone ? null : new(person, []), ended, peer);

    private static readonly Gen<RequestForm> Forms =
        from help in Some(Any<HelpWanted>(), 0, 3)
        from themes in Some(Gen.Elements(Topics), 0, 3)
        from soon in Any<HowSoon>()
        from pace in Any<Pace>()
        from wished in Gen.Frequency((2, Gen.Constant((PersonId?)null)), (1, OfSomebody.Select(one => (PersonId?)one)))
        from ease in Any<AtEaseWith>()
        from languages in Some(Gen.Elements(Tags), 0, 2)
        from meeting in Any<WayOfMeeting>()
        from not in Lists
        from widened in Some(Any<Widening>(), 0, 2)
        select new RequestForm(null, help, themes, soon, pace, wished, ease, languages, meeting, not, null, false, widened);

    private static readonly Gen<Request> Requests =
        from id in Gen.Choose(1, 1000)
        from form in Forms
        from days in Gen.Choose(-5, 60)
        from notAgain in Gen.Frequency((1, Gen.Constant(ImmutableArray<PersonId>.Empty)), (1, OfSomebody.Select(one => ImmutableArray.Create(one))))
        from invited in Gen.Frequency((4, Gen.Constant((InvitedAs?)null)), (1, Any<InvitedAs>().Select(how => (InvitedAs?)how)))
        from asks in Gen.Elements(true, false)
        let request = Situation.RequestOf(Names[0], $"request-{id}")
        select request with
        {
            Form = form,
            Since = Situation.Monday - Duration.FromDays(days),
            NotAgain = notAgain,
            Invited = invited,
            State = asks ? new RequestState.Asking(new("match-1"), new("ben"), [], Situation.Monday, null, null, [], IsSoon: false) : request.State,
        };

    private static readonly Gen<AnyTown> Towns =
        from request in Requests
        from asking in Persons
        from others in Gen.ArrayOf(Asked, Names.Length)
        from hours in Gen.Choose(0, 24 * 365)
        select Settle(request, asking, others, Situation.Monday + Duration.FromHours(hours));

    public static readonly Arbitrary<AnyTown> Arbitrary = Towns.ToArbitrary();

    public IEnumerable<Pairing> Pairings => Candidates.Select(With);

    public Pairing With(Candidate one) => new(Request, Asking, one.Mentor, one.Asked, one.EndedByChoice, Now, one.AsPeer);

    public ImmutableArray<Proposal> Found() => Finding.UpToThree(Request, Pairings);

    private static Gen<T> Any<T>()
        where T : struct, Enum => Gen.Elements(Enum.GetValues<T>());

    private static Gen<ImmutableArray<T>> Some<T>(Gen<T> what, int least, int most) =>
        from number in Gen.Choose(least, most)
        from some in Gen.ArrayOf(what, number)
        select some.ToImmutableArray();

    /// <summary>Gives everybody their name, and the managers above them as they then are.</summary>
    private static AnyTown Settle(Request request, Person asking, Candidate[] others, Instant now)
    {
        var managers = Names.Select((name, nth) => (name, nth == 0 ? asking.Manager : others[nth].Asked?.Person.Manager)).ToDictionary(one => new PersonId(one.name), one => one.Item2);
        var ana = Named(asking, 0);
        return new(request, ana, [.. others.Select((one, nth) => one with
        {
            Mentor = one.Mentor with { Person = new(Names[nth]) },
            Asked = nth == 0 ? ana : one.Asked is { } asked ? Named(asked.Person, nth) : null,
        })], now);

        Colleague Named(Person person, int nth) => new(person with { Id = new(Names[nth]), Name = Names[nth] }, LineAbove(new(Names[nth])));

        ImmutableArray<PersonId> LineAbove(PersonId of)
        {
            var line = ImmutableArray<PersonId>.Empty;
            for (var at = managers[of]; at is { } manager && !line.Contains(manager); at = managers[manager])
                line = line.Add(manager);
            return line;
        }
    }
}
