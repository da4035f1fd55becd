using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Offers;
using MentorBot.Domain.Profiles;
using MentorBot.Domain.Wishes;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Offers;
using MentorBot.Flows.Tests.Console;
using MentorBot.Flows.Turns;
using NodaTime;
using static MentorBot.Flows.Tests.FlowRoom;

namespace MentorBot.Flows.Tests.Cards;

/// <summary>Every card and form that the flows can show, by name, on the sample organisation with its settings.</summary>
internal static class EveryCard
{
    private const string Words = "Fifteen years of *broken* releases!\nشكرا 🙂";

    private static readonly Lazy<SortedDictionary<string, ShownCard>> Gathered = new(() => Gather().GetAwaiter().GetResult());

    private static readonly OfferId Id = new("0193b0c0d5f87a3e9c1d2e3f40516273");

    private static readonly OfferForm Filled = new(
        [Help.SomeoneToThinkWith, Help.SomeoneWhoListens], ["craft", OfferForm.SomethingElse], Places.Two, Pace.AFewConversations, Confidential.From(Words),
        AtEaseWith.DifferentWork, ["pt-PT", "en"], WayOfMeeting.WalkOrPhone, AtShortNotice: true, NeverList.Of([Sam]), OwnWish: true);

    private static readonly Instant Later = FlowRoom.Start + Duration.FromDays(7);

    public static IReadOnlyDictionary<string, ShownCard> All => Gathered.Value;

    public static Offer OfferIn(OfferState state, OfferForm? form = null) => new(Id, Ana, 3, form ?? Filled, state, PersonOf(Ana).Zone);

    public static Mentor MentorIn(PersonId person, MentorStanding standing, Places places) =>
        Mentor.Unknown(person) with { Standing = standing, Offers = Offered.Of(Filled with { Places = places, NotThese = NeverList.Nobody }) };

    public static OfferState.Waiting Waiting(TryOut tryOut = TryOut.TookPlace, int round = 1, OpenPoint? word = null, params ImmutableArray<PersonId> asked) =>
        new(tryOut, round, asked.IsEmpty ? [Noor] : asked, Later, word is { } about ? new WordFirst(about, Later) : null);

    private static OfferState.TryingOut TryingOut(PersonId? partner) => new(partner, [], Later, Later);

    private static async Task<SortedDictionary<string, ShownCard>> Gather()
    {
        using var room = new FlowRoom();
        Reader.Speak(ReaderOf(Ana).Culture);
        var cards = new SortedDictionary<string, ShownCard>(StringComparer.Ordinal);
        await AddOfferCards(cards, room);
        await AddOfferForms(cards, room);
        await AddReview(cards, room);
        await AddStandings(cards, room);
        await AddDesk(cards, room);
        await EveryBundleCard.Add(cards);
        await EveryAgreementCard.Add(cards);
        await EveryDeskCard.Add(cards);
        await EveryPulseCard.Add(cards);
        await EveryRosterCard.Add(cards);
        await AddWelcome(cards, room);
        await EveryMatchingCard.Add(cards);
        await EveryRelationshipCard.Add(cards);
        await EveryClosingCard.Add(cards);
        await EveryEvaluationCard.Add(cards);
        await EverySessionCard.Add(cards);
        await EveryRequestCard.Add(cards);
        await EveryCardBetween.Add(cards);
        await EveryKeepingCard.Add(cards);
        await EveryStoryCard.Add(cards);
        await EveryMyDataCard.Add(cards);
        await EverySchedulingCard.Add(cards);
        return cards;
    }

    private static async Task AddOfferCards(SortedDictionary<string, ShownCard> cards, FlowRoom room)
    {
        var offers = room.Get<OfferCards>();
        cards["offer-notice"] = ShownCard.Of(await offers.BeforeYouWrite(CancellationToken.None));
        cards["offer-not-now"] = Only(await room.Press(Ana, OfferActions.NotNow));
        cards["offer-erased"] = await Current(null);
        cards["offer-kept"] = await Current(new OfferState.Kept(Later));
        cards["offer-try-out"] = await Current(TryingOut(Jun));
        cards["offer-try-out-with-coordinator"] = await Current(TryingOut(Noor));
        cards["offer-try-out-with-nobody"] = await Current(TryingOut(null));
        cards["offer-waiting"] = await Current(Waiting());
        cards["offer-waiting-mentored-before"] = await Current(Waiting(TryOut.MentoredBefore));
        cards["offer-waiting-longer"] = await Current(Waiting(round: 2));
        cards["offer-word-about-time"] = await Current(Waiting(word: OpenPoint.Time));
        cards["offer-word-about-own-wish"] = await Current(Waiting(word: OpenPoint.OwnWish));
        cards["offer-word-about-try-out"] = await Current(Waiting(word: OpenPoint.TryOut));
        cards["offer-open-to-one"] = ShownCard.Of(await offers.Current(OfferIn(new OfferState.Open(Noor), Filled with { Places = Places.SingleConversations }), ReaderOf(Ana), CancellationToken.None));
        cards["offer-open-to-several"] = await Current(new OfferState.Open(Noor));
        cards["offer-paused"] = await Current(new OfferState.Paused(Noor, new LocalDate(2026, 4, 1), Later));
        cards["offer-resting"] = await Current(new OfferState.Resting(Noor));
        cards["offer-reminder"] = ShownCard.Of(OfferCards.Reminder(OfferIn(TryingOut(Jun))));
        cards["offer-back-for-one"] = ShownCard.Of(OfferCards.BackAgain(OfferIn(new OfferState.Open(Noor), Filled with { Places = Places.One })));
        cards["offer-back-for-several"] = ShownCard.Of(OfferCards.BackAgain(OfferIn(new OfferState.Open(Noor))));
        cards["offer-partner"] = ShownCard.Of(await offers.Partner(OfferIn(TryingOut(Jun)), CancellationToken.None));

        async Task<ShownCard> Current(OfferState? state) =>
            ShownCard.Of(await offers.Current(state is null ? null : OfferIn(state), ReaderOf(Ana), CancellationToken.None));
    }

    private static async Task AddOfferForms(SortedDictionary<string, ShownCard> cards, FlowRoom room)
    {
        room.Offers.Clear();
        cards["form-offer-new"] = ShownCard.Of(await room.Open(Ana, OfferActions.Form));
        cards["form-offer-unanswered"] = Only(await room.Submit(Ana, OfferActions.Send, (OfferActions.Offer, Id.Value), ("about", Words)), Words);
        room.Offers[Ana] = OfferIn(new OfferState.Kept(Later));
        cards["form-offer-kept"] = ShownCard.Of(await room.Open(Ana, OfferActions.Form), Words);
        room.Offers[Ana] = OfferIn(new OfferState.Open(Noor));
        cards["form-offer-change"] = ShownCard.Of(await room.Open(Ana, OfferActions.Form), Words);
        cards["form-offer-too-long"] = Only(await room.Submit(Ana, OfferActions.Save, (OfferActions.Offer, Id.Value), ("help", "Advice"), ("about", new string('a', 301))), new string('a', 301));
        cards["form-offer-which-name"] = Only(await room.Submit(Ana, OfferActions.Save, (OfferActions.Offer, Id.Value), ("help", "Advice"), ("not-these-typed", "j")));
        cards["form-pause"] = ShownCard.Of(await room.Open(Ana, OfferActions.PauseForm));
        cards["form-pause-out-of-range"] = Only(await room.Submit(Ana, OfferActions.Pause, (OfferActions.Offer, Id.Value), ("day", "2026-03-02")));
        cards["form-stop"] = ShownCard.Of(await room.Open(Ana, OfferActions.StopForm));
    }

    private static async Task AddReview(SortedDictionary<string, ShownCard> cards, FlowRoom room)
    {
        (string, string)[] ids = [(OfferActions.Offer, Id.Value), (OfferActions.Person, Ana.Value)];
        cards["review-waiting"] = await Reviewed(OfferIn(Waiting()));
        cards["review-again"] = await Reviewed(OfferIn(Waiting(round: 2)));
        cards["review-shared"] = await Reviewed(OfferIn(Waiting(asked: [Noor, Sam])));
        cards["review-mentored-before"] = await Reviewed(OfferIn(Waiting(TryOut.MentoredBefore)));
        cards["review-left-open"] = await Reviewed(OfferIn(Waiting(TryOut.StillOpen), Filled with { OwnWish = false }));
        cards["review-word"] = await Reviewed(OfferIn(Waiting(word: OpenPoint.Time)));
        cards["review-confirmed-for-one"] = await Reviewed(OfferIn(new OfferState.Open(Noor), Filled with { Places = Places.One }));
        cards["review-confirmed-for-several"] = await Reviewed(OfferIn(new OfferState.Open(Noor)));
        cards["review-done-by-colleague"] = await Reviewed(OfferIn(new OfferState.Open(Sam)));
        cards["review-settled"] = ShownCard.Of(Card.Settled());
        cards["review-newer"] = ShownCard.Of(Card.Newer());

        room.Offers[Ana] = OfferIn(Waiting());
        cards["form-word"] = ShownCard.Of(await room.Open(Noor, OfferActions.WordForm, ids));
        cards["form-word-unanswered"] = Only(await room.Submit(Noor, OfferActions.SendWord, ids));
        cards["form-offer-read"] = ShownCard.Of(await room.Open(Noor, OfferActions.See, ids), Words);
        room.Offers[Ana] = OfferIn(Waiting(), Filled with { About = null, Themes = [] });
        cards["form-offer-read-nothing-written"] = ShownCard.Of(await room.Open(Noor, OfferActions.See, ids));

        async Task<ShownCard> Reviewed(Offer offer) => ShownCard.Of(await room.Get<ReviewHandler>().CardOf(offer, ReaderOf(Noor), CancellationToken.None));
    }

    private static async Task AddStandings(SortedDictionary<string, ShownCard> cards, FlowRoom room)
    {
        room.Offers.Clear();
        cards["where-nothing"] = Only(await room.Type(Ana, "where am i"));
        foreach (var (name, offer) in new Dictionary<string, Offer>
        {
            ["kept"] = OfferIn(new OfferState.Kept(Later)),
            ["try-out"] = OfferIn(TryingOut(Jun)),
            ["waiting"] = OfferIn(Waiting()),
            ["open-to-one"] = OfferIn(new OfferState.Open(Noor), Filled with { Places = Places.One }),
            ["open-to-several"] = OfferIn(new OfferState.Open(Noor)),
            ["paused"] = OfferIn(new OfferState.Paused(Noor, new LocalDate(2026, 4, 1), Later)),
            ["resting"] = OfferIn(new OfferState.Resting(Noor)),
        })
        {
            room.Offers[Ana] = offer;
            cards["where-" + name] = Only(await room.Type(Ana, "where am i"));
        }

        room.Offers[Ana] = OfferIn(new OfferState.Open(Noor));
        room.Mentors.Add(MentorIn(Ana, MentorStanding.Open, Places.Two) with { Taken = [new(new("m1"), Jun), new(new("m2"), Sam)] });
        cards["where-full"] = Only(await room.Type(Ana, "where am i"));
        cards["offer-open-with-people"] = Only(await room.Type(Ana, "offer"));
        room.Mentors.Clear();

        cards["greeting"] = ShownCard.Of(Assert.IsType<Answer.Posts>(await room.Type(Ana, "hello")).Cards[0]);
    }

    private static async Task AddDesk(SortedDictionary<string, ShownCard> cards, FlowRoom room)
    {
        room.Offers.Clear();
        cards["desk-empty"] = Only(await room.Type(Noor, "desk"));
        room.Offers[Ana] = OfferIn(Waiting());
        room.Mentors.AddRange([MentorIn(Ana, MentorStanding.WaitingForCoordinator, Places.Two), MentorIn(Sam, MentorStanding.Open, Places.Three)]);
        cards["desk-one-of-each"] = Only(await room.Type(Noor, "desk"));
        room.Offers[Jun] = OfferIn(Waiting()) with { Person = Jun };
        room.Mentors.AddRange([MentorIn(Jun, MentorStanding.WaitingForCoordinator, Places.Two), MentorIn(Noor, MentorStanding.Open, Places.Two)]);
        cards["desk-several"] = Only(await room.Type(Noor, "desk"));
        cards["desk-only-offers"] = await WithMentors(mentor => mentor.Standing != MentorStanding.Open);
        cards["desk-only-mentors"] = await WithMentors(mentor => mentor.Standing == MentorStanding.Open);

        async Task<ShownCard> WithMentors(Func<Mentor, bool> only)
        {
            var all = room.Mentors.ToList();
            room.Mentors.RemoveAll(mentor => !only(mentor));
            var card = Only(await room.Type(Noor, "desk"));
            room.Mentors.Clear();
            room.Mentors.AddRange(all);
            return card;
        }
    }

    private static async Task AddWelcome(SortedDictionary<string, ShownCard> cards, FlowRoom room)
    {
        cards["welcome"] = await Hello(Ana);
        cards["welcome-coordinator"] = await Hello(Noor);
        cards["help"] = Only(await room.Type(Ana, "help"));
        cards["help-coordinator"] = Only(await room.Type(Noor, "help"));
        cards["unknown"] = Only(await room.Type(Ana, "tell me a story"));
        cards["form-who-sees-what"] = ShownCard.Of(await room.Open(Ana, ActionIds.WhoSeesWhat));

        async Task<ShownCard> Hello(PersonId person)
        {
            var notice = new Notice(IProfiles.Hello, person.Value, person.Value, "1", person, null);
            return ShownCard.Of((await room.Routes.Notices[notice.Kind](notice, ReaderOf(person), CancellationToken.None))!.Card);
        }
    }

    internal static ShownCard Only(Answer answer, params IReadOnlyList<string> written) => answer switch
    {
        Answer.Becomes becomes => ShownCard.Of(becomes.Card),
        Answer.Posts { Cards: [var card] } => ShownCard.Of(card),
        Answer.Opens opens => ShownCard.Of(opens.Form, written),
        _ => throw new InvalidOperationException($"No card in {answer}."),
    };
}
