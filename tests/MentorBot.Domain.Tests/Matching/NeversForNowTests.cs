using MentorBot.Domain.Matching;
using MentorBot.Domain.Matching.Nevers;
using MentorBot.Domain.Offers;
using MentorBot.Domain.Requests;
using static MentorBot.Domain.Tests.Matching.Situation;

namespace MentorBot.Domain.Tests.Matching;

/// <summary>Who is never introduced to whom as things stand: standing, places, languages, and what was before. A table a rule.</summary>
public sealed class NeversForNowTests
{
    [Theory]
    [InlineData(MentorStanding.Open, false)]
    [InlineData(MentorStanding.NotOffering, true)]
    [InlineData(MentorStanding.WaitingForCoordinator, true)]
    [InlineData(MentorStanding.Paused, true)]
    [InlineData(MentorStanding.Resting, true)]
    public void Somebody_who_is_not_open(MentorStanding standing, bool forbidden) => AnaAsksBen.BenIs(standing).Is<NotOpen>(forbidden);

    [Theory]
    [InlineData(MentorStanding.Open, false)]
    [InlineData(MentorStanding.NotOffering, false)]
    [InlineData(MentorStanding.WaitingForCoordinator, false)]
    [InlineData(MentorStanding.Paused, true)]
    [InlineData(MentorStanding.Resting, true)]
    public void By_an_invitation_or_as_equals_only_somebody_who_wants_quiet(MentorStanding standing, bool forbidden)
    {
        AnaAsksBen.BenIs(standing).AnaInvites(InvitedAs.TheyMentorMe).Is<NotOpen>(forbidden);
        AnaAsksBen.BenIs(standing).AnaInvites(InvitedAs.ByTurns).Is<NotOpen>(forbidden);
        AnaAsksBen.BenIs(standing).AsPeers().Is<NotOpen>(forbidden);
    }

    [Theory]
    [InlineData(MentorStanding.Open)]
    [InlineData(MentorStanding.NotOffering)]
    [InlineData(MentorStanding.WaitingForCoordinator)]
    [InlineData(MentorStanding.Paused)]
    [InlineData(MentorStanding.Resting)]
    public void Somebody_invited_to_be_mentored_may_stand_as_they_like(MentorStanding standing) =>
        AnaAsksBen.BenIs(standing).AnaInvites(InvitedAs.IMentorThem).Is<NotOpen>(false);

    [Fact]
    public void A_wish_by_name_opens_nobody() => AnaAsksBen.AnaWishesFor("ben").BenIs(MentorStanding.Paused).Is<NotOpen>(true);

    [Theory]

    // places · the people they have · the places held · forbidden
    [InlineData(Places.One, "", "", false)]
    [InlineData(Places.One, "zoe", "", true)]
    [InlineData(Places.One, "", "match-9", true)]
    [InlineData(Places.SingleConversations, "zoe", "", true)]
    [InlineData(Places.Two, "zoe", "", false)]
    [InlineData(Places.Two, "zoe", "match-9", true)]
    [InlineData(Places.Two, "zoe yan", "", true)]
    [InlineData(Places.Three, "zoe", "match-9", false)]
    [InlineData(Places.Three, "zoe yan", "match-9", true)]
    [InlineData(Places.Three, "", "match-7 match-8 match-9", true)]
    [InlineData(Places.One, "zoe yan xi", "", true)]
    public void A_mentor_at_capacity(Places places, string people, string held, bool forbidden) =>
        AnaAsksBen.BenOffers(offer => offer with { Places = places }).BenMentors(Words(people)).BenHolds(Words(held)).Is<NoFreePlace>(forbidden);

    [Theory]
    [InlineData(Places.One, "", "match-1", false)]
    [InlineData(Places.Two, "zoe", "match-1", false)]
    [InlineData(Places.Two, "", "match-1 match-9", false)]
    [InlineData(Places.One, "", "match-9", true)]

    // Ben lowered the number after the places were held: whom he says yes to first has the one that is left.
    [InlineData(Places.One, "", "match-1 match-9", false)]
    [InlineData(Places.One, "zoe", "match-1", true)]
    public void A_place_that_is_held_for_this_very_question_does_not_count_against_it(Places places, string people, string held, bool forbidden) =>
        AnaAsksBen.BenOffers(offer => offer with { Places = places }).BenMentors(Words(people)).BenHolds(Words(held)).AnaHasAsked("match-1").Is<NoFreePlace>(forbidden);

    [Fact]
    public void A_question_that_has_not_come_about_holds_nothing() =>
        AnaAsksBen.BenOffers(offer => offer with { Places = Places.One }).BenHolds("match-1").AnaHasAsked("match-1", tellAt: Monday).Is<NoFreePlace>(true);

    [Fact]
    public void Who_invites_somebody_to_be_mentored_needs_none_of_their_places() =>
        AnaAsksBen.BenMentors("zoe", "yan").AnaInvites(InvitedAs.IMentorThem).Is<NoFreePlace>(false);

    [Fact]
    public void Who_invites_a_mentor_who_is_full_has_no_place() =>
        AnaAsksBen.BenMentors("zoe", "yan").AnaInvites(InvitedAs.TheyMentorMe).Is<NoFreePlace>(true);

    [Fact]
    public void Who_offers_nothing_has_set_no_number() =>
        AnaAsksBen.BenOffersNothing().BenMentors("zoe", "yan", "xi", "wu").AnaInvites(InvitedAs.TheyMentorMe).Is<NoFreePlace>(false);

    [Theory]
    [InlineData("en", "en", false)]
    [InlineData("en", "de", true)]
    [InlineData("de en", "fr en", false)]
    [InlineData("pt-BR", "pt-PT", false)]
    [InlineData("pt", "pt-PT", false)]
    [InlineData("PT-br", "pt", false)]
    [InlineData("pt", "ptx", true)]
    [InlineData("zh-Hans-CN", "zh-Hant", false)]
    [InlineData("de fr it", "en pt ja", true)]
    public void Two_without_a_common_language(string anas, string bens, bool forbidden) => AnaAsksBen
        .AnaWants(form => form with { Languages = [.. Words(anas)] })
        .BenOffers(offer => offer with { Languages = [.. Words(bens)] })
        .Is<NoCommonLanguage>(forbidden);

    [Fact]
    public void Languages_are_those_that_were_named_and_not_all_that_somebody_speaks()
    {
        var inTheDirectory = AnaAsksBen.AnaSpeaks("en", "de").BenSpeaks("en", "de");

        inTheDirectory.AnaWants(form => form with { Languages = ["de"] }).Is<NoCommonLanguage>(true);
        inTheDirectory.BenOffers(offer => offer with { Languages = ["de"] }).Is<NoCommonLanguage>(true);
    }

    [Fact]
    public void Where_none_were_named_those_in_the_directory_hold()
    {
        AnaAsksBen.BenOffersNothing().BenSpeaks("de").AsPeers().Is<NoCommonLanguage>(true);
        AnaAsksBen.BenOffersNothing().BenSpeaks("de", "en").AsPeers().Is<NoCommonLanguage>(false);
        AnaAsksBen.AnaSpeaks("de").AnaWants(form => form with { Languages = [] }).Is<NoCommonLanguage>(true);
        AnaAsksBen.BenSpeaks("de").BenOffers(offer => offer with { Languages = [] }).Is<NoCommonLanguage>(true);
    }

    [Fact]
    public void Another_language_that_the_person_asking_speaks_is_fine_once_they_say_so()
    {
        var inGerman = AnaAsksBen.AnaSpeaks("en", "de-AT").BenOffers(offer => offer with { Languages = ["de"] });

        inGerman.Is<NoCommonLanguage>(true);
        inGerman.AnaWidens(Widening.AnotherLanguage).Is<NoCommonLanguage>(false);
        inGerman.AnaWidens(Widening.OtherHours).Is<NoCommonLanguage>(true);
        AnaAsksBen.BenOffers(offer => offer with { Languages = ["ja"] }).AnaWidens(Widening.AnotherLanguage).Is<NoCommonLanguage>(true);
    }

    [Fact]
    public void Two_who_ended_by_choice() => AnaAsksBen.ItEndedByChoice().Is<EndedByChoice>(true);

    [Theory]
    [InlineData("ana", true)]
    [InlineData("zoe", false)]
    [InlineData("", false)]
    public void Two_who_are_together_already(string bensPeople, bool forbidden)
    {
        AnaAsksBen.BenMentors(Words(bensPeople)).Is<AlreadyTogether>(forbidden);
        AnaAsksBen.BenMentors(Words(bensPeople)).AnaInvites(InvitedAs.TheyMentorMe).Is<AlreadyTogether>(forbidden);
    }

    [Theory]
    [InlineData("ana", "another-request", true)]
    [InlineData("ana", "request-1", false)]
    [InlineData("zoe", "another-request", false)]
    public void Whom_one_is_asking_for_something_else_already(string by, string request, bool forbidden) =>
        AnaAsksBen.BenIsAsked(by, request).Is<AlreadyTogether>(forbidden);

    [Fact]
    public void A_mentee_may_become_their_mentors_mentor() => AnaAsksBen.BenMentors("ana").AnaInvites(InvitedAs.IMentorThem).Is<AlreadyTogether>(false);

    [Theory]
    [InlineData("ben", true)]
    [InlineData("zoe ben", true)]
    [InlineData("zoe", false)]
    [InlineData("ana", false)]
    public void Whom_the_request_is_not_to_meet_again(string whom, bool forbidden) => AnaAsksBen.NotAgain(Words(whom)).Is<NotAgainForThis>(forbidden);
}
