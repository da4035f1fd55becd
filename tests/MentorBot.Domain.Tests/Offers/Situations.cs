using System.Collections.Immutable;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Offers;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Wishes;
using NodaTime;

namespace MentorBot.Domain.Tests.Offers;

/// <summary>Ana's offer in every state, the people around it, and a Monday morning in Lisbon, where she lives.</summary>
internal static class Situations
{
    public static readonly PersonId Ana = new("ana");
    public static readonly PersonId Ben = new("ben");
    public static readonly PersonId Chidi = new("chidi");
    public static readonly PersonId Noor = new("noor");
    public static readonly PersonId Sam = new("sam");

    public static readonly OfferId Id = new("offer-1");
    public static readonly OfferId Another = new("offer-2");

    public static readonly OfferTerms Terms = new(ReviewWorkingDays: 5, TryOutReminderDays: 14, TryOutErasureDays: 60, DraftDays: 30);

    /// <summary>Noor is asked at once, Sam after the date has passed.</summary>
    public static readonly Reviewers NoorThenSam = new([Noor], [Sam]);

    public static readonly DateTimeZone Lisbon = DateTimeZoneProviders.Tzdb["Europe/Lisbon"];

    public static readonly Instant Monday = Instant.FromUtc(2026, 3, 2, 9, 0);

    /// <summary>Six in the evening of the next Monday: five working days on.</summary>
    public static readonly Instant NextMonday = Instant.FromUtc(2026, 3, 9, 18, 0);

    public static readonly OfferForm Form = new(
        [Help.Advice], ["craft"], Places.Two, Pace.SeeAfterTheFirst, Confidential.From("I listen."), AtEaseWith.Anyone, ["en", "pt"], WayOfMeeting.Any, AtShortNotice: false, NeverList.Nobody, OwnWish: true);

    /// <summary>The same answers, from another filling of the form.</summary>
    public static readonly OfferForm FormTypedAgain = Form with
    {
        Help = [Help.Advice],
        Themes = ["craft"],
        Languages = ["en", "pt"],
        About = Confidential.From("I listen."),
    };

    public static readonly OfferForm OtherForm = Form with { Places = Places.One };

    public static readonly OfferState Kept = new OfferState.Kept(Monday + Duration.FromDays(30));

    public static readonly OfferState.TryingOut TryingOut = new(Ben, [], Monday + Duration.FromDays(14), Monday + Duration.FromDays(60));

    public static readonly OfferState.Waiting Waiting = new(TryOut.TookPlace, 1, [Noor], NextMonday, null);

    public static readonly OfferState Open = new OfferState.Open(Noor);

    /// <summary>Until Monday the 30th, the day after the clocks went forward in Lisbon.</summary>
    public static readonly OfferState.Paused Paused = new(Noor, new LocalDate(2026, 3, 30), Instant.FromUtc(2026, 3, 30, 7, 0));

    public static readonly ImmutableDictionary<string, OfferState> EveryState =
        new[] { Kept, TryingOut, Waiting, Open, Paused }.ToImmutableDictionary(state => state.GetType().Name, StringComparer.Ordinal);

    public static readonly Found Nothing = new(null, []);

    public static Found In(OfferState state) => Of(new Offer(Id, Ana, 7, Form, state, Lisbon));

    public static Found Of(Offer? offer) => new(offer, []);

    public static string NameOf(Offer? offer) => offer is null ? "nothing" : offer.State.GetType().Name;

    /// <summary>Who is told of what, such as "ben: partner", and the list of mentors, which always follows.</summary>
    public static string Told(this Decision<Offer, OfferOutcome> decision) =>
        string.Join(", ", decision.Consequences.Select(Told).Order(StringComparer.Ordinal));

    public static Offer Becomes(this Decision<Offer, OfferOutcome> decision)
    {
        Assert.True(decision.Changes);
        Assert.Equal(decision.Next, Assert.IsType<OfferOutcome.Done>(decision.Outcome).Now);
        return Assert.IsType<Offer>(decision.Next);
    }

    public static T Becomes<T>(this Decision<Offer, OfferOutcome> decision)
        where T : OfferState => Assert.IsType<T>(decision.Becomes().State);

    public static void ErasesIt(this Decision<Offer, OfferOutcome> decision)
    {
        Assert.True(decision.Changes);
        Assert.Null(decision.Next);
        Assert.Equal(new OfferOutcome.Done(null), decision.Outcome);
    }

    /// <summary>Nothing changed, nobody is told, and the answer is how things stand.</summary>
    public static void LeavesItAsItIs(this Decision<Offer, OfferOutcome> decision, Found found)
    {
        Assert.Equal(new OfferOutcome.AsItIs(found.Current), decision.Outcome);
        decision.ChangesNothing(found);
    }

    public static void IsRefused(this Decision<Offer, OfferOutcome> decision, Found found)
    {
        Assert.IsType<OfferOutcome.NotYours>(decision.Outcome);
        decision.ChangesNothing(found);
    }

    public static void ChangesNothing(this Decision<Offer, OfferOutcome> decision, Found found)
    {
        Assert.False(decision.Changes);
        Assert.Equal(found.Current, decision.Next);
        Assert.Empty(decision.Consequences);
    }

    private static string Told(Consequence consequence) => consequence switch
    {
        Consequence.Tell { Kind: OfferNotices.Review } tell => $"{tell.Whom}: review {OfferNotices.NumberIn(tell.Subject)}",
        Consequence.Tell tell => $"{tell.Whom}: {tell.Kind["offers.".Length..]}",
        _ => consequence.Kind["offers.".Length..],
    };
}
