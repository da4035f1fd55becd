using MentorBot.Domain.Notices;
using MentorBot.Domain.Offers;
using MentorBot.Domain.Programme;
using NodaTime;
using static MentorBot.Domain.Tests.Offers.Situations;

namespace MentorBot.Domain.Tests.Offers;

public sealed class ReviewingTests
{
    private static readonly Reviewers Both = new([Noor, Sam], []);

    private static readonly OfferState.Waiting AskedBoth = Waiting with { Asked = [Noor, Sam] };

    [Fact]
    public void Of_all_who_may_the_first_press_counts()
    {
        var confirmed = Reviewing.Confirm(In(AskedBoth), Id, Sam, Both);
        Assert.Equal(new OfferState.Open(Sam), confirmed.Becomes().State);
        Assert.Equal("ana: enrolling, ana: mentor, list, noor: review 1, sam: review 1", confirmed.Told());

        Reviewing.Confirm(Of(confirmed.Next), Id, Noor, Both).LeavesItAsItIs(Of(confirmed.Next));
        Reviewing.Confirm(Of(confirmed.Next), Id, Sam, Both).LeavesItAsItIs(Of(confirmed.Next));
    }

    [Fact]
    public void A_deputy_may_confirm_before_being_asked() =>
        Assert.Equal(new OfferState.Open(Sam), Reviewing.Confirm(In(Waiting), Id, Sam, NoorThenSam).Becomes().State);

    [Theory]
    [InlineData("ana")]
    [InlineData("ben")]
    [InlineData("chidi")]
    [InlineData("")]
    public void Nobody_else_may_confirm_or_ask_for_a_word_in_any_state(string somebody)
    {
        foreach (var state in EveryState.Values)
        {
            Reviewing.Confirm(In(state), Id, new PersonId(somebody), NoorThenSam).IsRefused(In(state));
            Reviewing.AskForAWord(In(state), Id, new PersonId(somebody), OpenPoint.Time, NoorThenSam, Terms, Monday).IsRefused(In(state));
        }
    }

    [Fact]
    public void A_word_first_keeps_the_offer_waiting_and_gives_a_day()
    {
        var word = Reviewing.AskForAWord(In(Waiting), Id, Noor, OpenPoint.OwnWish, NoorThenSam, Terms, Monday).Becomes<OfferState.Waiting>();

        Assert.Equal(Waiting with { Word = new WordFirst(OpenPoint.OwnWish, NextMonday) }, word);
    }

    [Fact]
    public void A_word_asked_for_late_moves_the_date_on_so_that_there_is_time_for_it()
    {
        var friday = Instant.FromUtc(2026, 3, 6, 9, 0);

        var word = Reviewing.AskForAWord(In(Waiting), Id, Noor, OpenPoint.Time, NoorThenSam, Terms, friday).Becomes<OfferState.Waiting>();

        Assert.Equal((Instant.FromUtc(2026, 3, 13, 18, 0), Instant.FromUtc(2026, 3, 13, 18, 0)), (word.By, word.Word!.By));
    }

    [Fact]
    public void The_same_word_twice_is_one_and_another_takes_its_place()
    {
        var first = Reviewing.AskForAWord(In(AskedBoth), Id, Noor, OpenPoint.Time, Both, Terms, Monday).Becomes();

        Reviewing.AskForAWord(Of(first), Id, Sam, OpenPoint.Time, Both, Terms, Monday).LeavesItAsItIs(Of(first));
        Assert.Equal(OpenPoint.TryOut, Reviewing.AskForAWord(Of(first), Id, Sam, OpenPoint.TryOut, Both, Terms, Monday).Becomes<OfferState.Waiting>().Word!.About);
    }

    [Fact]
    public void After_a_word_it_is_confirmed_like_any_other()
    {
        var word = Reviewing.AskForAWord(In(Waiting), Id, Noor, OpenPoint.Time, NoorThenSam, Terms, Monday).Next;

        Assert.Equal(Open, Reviewing.Confirm(Of(word), Id, Noor, NoorThenSam).Becomes().State);
    }

    [Fact]
    public void When_the_date_passes_everybody_who_may_is_asked_anew_and_what_was_promised_has_a_next_date()
    {
        var round = Tick(In(Waiting with { Word = new WordFirst(OpenPoint.Time, NextMonday) }), NextMonday);

        Assert.Equal(new OfferState.Waiting(TryOut.TookPlace, 2, [Noor, Sam], Instant.FromUtc(2026, 3, 16, 18, 0), new WordFirst(OpenPoint.Time, Instant.FromUtc(2026, 3, 16, 18, 0))), round.Becomes().State);
        Assert.Equal("ana: enrolling, list, noor: review 1, noor: review 2, sam: review 2", round.Told());
    }

    [Fact]
    public void A_silence_is_never_a_yes_however_long_it_lasts()
    {
        var offer = In(Waiting).Current!;
        for (var round = 2; round <= 200; round++)
        {
            var due = offer.NextDue!.Value;
            offer = Tick(Of(offer), due).Becomes();

            Assert.Equal(round, Assert.IsType<OfferState.Waiting>(offer.State).Round);
            Assert.True(offer.NextDue > due);
        }
    }

    [Fact]
    public void A_date_that_passed_while_nothing_ran_is_counted_from_now_on()
    {
        var late = Instant.FromUtc(2026, 6, 3, 12, 0);

        Assert.Equal(Instant.FromUtc(2026, 6, 10, 17, 0), Tick(In(Waiting), late).Becomes().NextDue);
    }

    [Fact]
    public void Whoever_looks_after_the_programme_by_then_is_asked_and_former_cards_are_settled()
    {
        var round = Offering.Tick(In(Waiting), new Reviewers([Sam], []), Terms, NextMonday);

        Assert.Equal([Sam], round.Becomes<OfferState.Waiting>().Asked.AsEnumerable());
        Assert.Equal("ana: enrolling, list, noor: review 1, sam: review 2", round.Told());
    }

    [Fact]
    public void With_nobody_who_may_the_offer_goes_on_waiting_and_has_its_date()
    {
        var nobody = new Reviewers([], []);
        var waiting = Offering.TriedOut(In(TryingOut), Id, TryOut.TookPlace, nobody, Terms, Monday).Becomes();

        var round = Offering.Tick(Of(waiting), nobody, Terms, NextMonday);

        Assert.Equal(2, round.Becomes<OfferState.Waiting>().Round);
        Assert.Equal("ana: enrolling, list", round.Told());
    }

    [Fact]
    public void What_follows_a_confirmation_closes_the_cards_of_the_round_that_runs()
    {
        var second = Tick(In(Waiting), NextMonday).Becomes();

        Assert.Equal("ana: enrolling, ana: mentor, list, noor: review 2, sam: review 2", Reviewing.Confirm(Of(second), Id, Sam, NoorThenSam).Told());
    }

    private static Decision<Offer, OfferOutcome> Tick(Found found, Instant now) => Offering.Tick(found, NoorThenSam, Terms, now);
}
