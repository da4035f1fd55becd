using System.Collections.Immutable;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Scheduling;
using MentorBot.Domain.Sessions;
using NodaTime;
using static MentorBot.Domain.Tests.Scheduling.BenAndAna;

namespace MentorBot.Domain.Tests.Scheduling;

/// <summary>Both press whatever they like, on cards from now and from earlier, again and at once, while time goes by.</summary>
public sealed class AnyPressesTests
{
    private const int Quarters = 40;

    private const int Cases = 300;

    [Fact]
    public void Whatever_the_two_press_what_is_booked_fits_together() => Prop.ForAll(Presses().ArrayOf(60).ToArbitrary(), presses =>
    {
        var (two, now) = (BothSaidYes, Now);
        var shown = new List<Together> { two };
        var numbers = new Dictionary<int, Booking>();
        foreach (var press in presses)
        {
            now += Duration.FromMinutes(press.MinutesLater);
            var decision = press.On(two, shown[press.Card % shown.Count], now);
            if (!decision.Changes)
            {
                Assert.Equal(two.Meetings, decision.Next);
                continue;
            }

            Fits(two.Meetings, decision.Next!, press.Actor, decision.Consequences, numbers);
            two = two with { Meetings = decision.Next! };
            shown.Add(two);
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(Cases));

    private static void Fits(Meetings before, Meetings after, PersonId actor, ImmutableArray<Consequence> consequences, Dictionary<int, Booking> numbers)
    {
        Assert.Equal(before.Revision + 1, after.Revision);
        Assert.InRange(after.Booked.Length, 0, Meetings.MostBooked);
        Assert.All(after.Booked.Zip(after.Booked.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
        Assert.Distinct(consequences.Select(one => (one.Kind, one.Subject, (one as Consequence.Tell)?.Whom)));

        foreach (var booking in after.Booked.Except(before.Booked))
        {
            Assert.InRange(booking.Number, 1, after.Last);
            Assert.Equal(before.Find(booking.Number) is { } moved ? moved.Version + 1 : 1, booking.Version);
            Assert.True(before.Find(booking.Number) is not null || !numbers.ContainsKey(booking.Number), "A number was used again.");
            numbers[booking.Number] = booking;
        }

        foreach (var number in before.Booked.Concat(after.Booked).Select(one => one.Number).Distinct().Where(one => before.Find(one) != after.Find(one)))
        {
            // It has begun, and both have its card.
            if (after.Session?.Number == number)
                continue;

            Assert.Contains(consequences, one => one is Consequence.Step { Kind: SchedulingNotices.Follow } && one.Subject == SchedulingNotices.Numbered(BothSaidYes.Pair.Id, number));
            Assert.Contains(consequences, one => one is Consequence.Tell tell && tell.Whom != actor);
        }
    }

    private static Gen<Press> Presses() =>
        from what in Gen.Choose(0, 11)
        from ben in Gen.Elements(true, false)
        from card in Gen.Choose(0, int.MaxValue)
        from quarter in Gen.Choose(0, Quarters)
        from minutes in Gen.Elements(20, 30, 45, 60)
        from later in Gen.Elements(0, 0, 0, 5, 60, 2000)
        select new Press(what, ben ? Ben : Ana, card, quarter, minutes, later);

    /// <param name="Card">Which of the cards shown so far is pressed.</param>
    private sealed record Press(int What, PersonId Actor, int Card, int Quarter, int Minutes, int MinutesLater)
    {
        public Decision<Meetings, MeetingsOutcome> On(Together two, Together seen, Instant now)
        {
            var start = Now + Duration.FromMinutes(15 * Quarter);
            var booking = seen.Meetings.Booked.IsEmpty ? null : seen.Meetings.Booked[Quarter % seen.Meetings.Booked.Length];
            var (number, version) = (booking?.Number ?? 0, booking?.Version ?? 0);
            return What switch
            {
                0 or 1 => Arranging.Book(two, Actor, seen.Meetings.Last + 1, start, Minutes, DayEdge.Both, now),
                2 or 3 => Arranging.Move(two, Actor, number, version, start, Minutes, DayEdge.Mentee, now),
                4 => Arranging.Cancel(two, Actor, number, version),
                5 => Arranging.BookSeries(two, Actor, seen.Meetings.Last + 1, [start, start + Duration.FromHours(2), start + Duration.FromHours(4)], Minutes, now),
                6 => Offering.Suggest(two, Actor, Quarter % 2 == 0 ? 0 : number, start, Minutes, now),
                7 => Offering.AnswerSuggestion(two, Actor, seen.Meetings.Suggested?.Start ?? start, Quarter % 3 > 0, now),
                8 => Arranging.OfferTimes(two, now),
                9 => Offering.MakeLater(two, Actor, number, now),
                10 => Offering.MakeTwentyMinutes(two, Actor, seen.Meetings.Next?.Number ?? 0),
                _ => Passing.Tick(two, now),
            };
        }

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{What} by {Actor.Value} on {Card}: {Quarter} for {Minutes}, {MinutesLater} later");
    }
}
