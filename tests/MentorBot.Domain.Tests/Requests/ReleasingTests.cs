using MentorBot.Domain.Programme;
using MentorBot.Domain.Requests;
using NodaTime;
using static MentorBot.Domain.Requests.RequestState;
using static MentorBot.Domain.Tests.Requests.Ben;

namespace MentorBot.Domain.Tests.Requests;

/// <summary>Between the search and the person asking: coordinators, and dates that pass.</summary>
public sealed class ReleasingTests
{
    private static readonly Looking JustSent = new(Monday, Day(5), Told: false);

    [Fact]
    public void Up_to_three_are_found_and_wait_for_a_coordinator_until_the_date_that_was_promised()
    {
        var found = Tick(JustSent, Monday, Ana, Chidi, Dani, Noor);

        Assert.Equal(Day(5), ((Proposed)found.Now().State).ReleaseAt);
        Assert.Equal([Ana, Chidi, Dani], ((Proposed)found.Now().State).People.Select(one => one.Mentor));
        Assert.Equal([("requests.mine", "ben"), ("console.desk", "noor")], found.Tells());
    }

    [Fact]
    public void Without_a_press_they_go_out_by_themselves_with_a_new_card()
    {
        var sent = Tick(new Proposed(AllThree, Day(5), Held: false), Day(5), Ana, Chidi, Dani);

        Assert.Equal(AllThree.ToArray(), ((Choosing)sent.Now().State).People.ToArray());
        Assert.Equal(2, sent.Now().Round);
    }

    [Fact]
    public void Who_paused_meanwhile_does_not_go_out_and_nobody_goes_whom_the_coordinator_has_not_seen() =>
        Assert.Equal([Chidi, Dani], ((Choosing)Tick(new Proposed(AllThree, Day(5), Held: false), Day(5), Chidi, Dani, Noor).Now().State).People.Select(one => one.Mentor));

    [Fact]
    public void Where_none_of_those_proposed_is_left_whoever_can_be_found_goes_out() =>
        Assert.Equal([Noor], ((Choosing)Tick(new Proposed(AllThree, Day(5), Held: false), Day(5), Noor).Now().State).People.Select(one => one.Mentor));

    [Fact]
    public void A_word_that_was_wished_for_and_not_had_by_its_day_is_asked_of_deputies_as_well()
    {
        var wished = Has(new Looking(Day(20), Day(20), Told: true));
        wished = wished with { Request = wished.Request! with { WordBy = Day(9) } };

        var asked = Releasing.Tick(wished, Finds(), null, NoorOrSam, [], "", Terms, Day(9));

        Assert.Contains(("console.word", "noor"), asked.Tells());
        Assert.Contains(("console.word", "sam"), asked.Tells());
        Assert.Equal(Day(16), asked.Now().WordBy);
    }

    [Fact]
    public void Nobody_found_by_the_date_is_said_with_the_next_date_and_looking_goes_on_each_day()
    {
        var nobody = Tick(JustSent, Day(5));

        Assert.Equal(new Looking(Day(6), Day(12), Told: true), nobody.Now().State);
        Assert.Equal(2, nobody.Now().Round);
    }

    [Fact]
    public void Before_the_date_nobody_found_is_not_news() => Assert.Equal(1, Tick(JustSent, Monday).Now().Round);

    [Fact]
    public void A_choice_that_is_not_made_is_reminded_once_then_put_aside_with_the_place_kept()
    {
        var reminded = Tick(new Choosing(AllThree, Day(9), Day(5)), Day(5));
        var aside = Tick(new Choosing(AllThree, Day(9), null), Day(9));

        Assert.Equal((2, Day(9)), (reminded.Now().Round, reminded.Now().NextDue));
        Assert.IsType<PutAside>(aside.Now().State);
        Assert.Equal(Monday - Duration.FromDays(9), aside.Now().Since);
    }

    [Fact]
    public void Whoever_may_sends_them_earlier_and_the_second_press_changes_nothing()
    {
        var sent = Releasing.Send(Has(new Proposed(AllThree, Day(5), false)), Sam, NoorOrSam, Finds(Ana, Chidi, Dani), Terms, Monday);

        Assert.IsType<Choosing>(sent.Now().State);
        Assert.False(Releasing.Send(sent.Next!, Noor, NoorOrSam, Finds(Ana, Chidi, Dani), Terms, Monday).Changes);
    }

    [Fact]
    public void Nobody_else_may()
    {
        var scene = Has(new Proposed(AllThree, Day(5), false));

        Assert.IsType<RequestOutcome.NotYours>(Releasing.Send(scene, Asks, NoorOrSam, Finds(Ana), Terms, Monday).Outcome);
        Assert.IsType<RequestOutcome.NotYours>(Releasing.Hold(scene, Asks, NoorOrSam, Terms).Outcome);
        Assert.IsType<RequestOutcome.NotYours>(Releasing.Suggest(scene, Ana, null, Asks, NoorOrSam, Finds(Ana)).Outcome);
        Assert.IsType<RequestOutcome.NotYours>(Releasing.SendOne(scene, Ana, Asks, NoorOrSam, Finds(Ana), Terms, Monday).Outcome);
    }

    [Fact]
    public void They_are_held_once_for_a_week_and_the_person_waiting_reads_the_new_date()
    {
        var held = Releasing.Hold(Has(new Proposed(AllThree, Day(5), false)), Noor, NoorOrSam, Terms);

        Assert.Equal(Day(12), held.Now().NextDue);
        Assert.Equal([("requests.mine", "ben")], held.Tells());
        Assert.False(Releasing.Hold(held.Next!, Noor, NoorOrSam, Terms).Changes);
    }

    [Fact]
    public void A_pick_of_ones_own_is_under_the_same_rules()
    {
        var scene = Has(new Proposed(AllThree, Day(5), false));

        Assert.Equal([Chidi, Dani, Noor], ((Proposed)Releasing.Suggest(scene, Noor, Ana, Sam, NoorOrSam, Finds(Noor)).Now().State).People.Select(one => one.Mentor));
        Assert.IsType<RequestOutcome.NotAvailable>(Releasing.Suggest(scene, Noor, Ana, Sam, NoorOrSam, Finds()).Outcome);
    }

    [Fact]
    public void Who_was_withdrawn_cannot_be_sent()
    {
        Assert.False(Releasing.Send(Nothing, Noor, NoorOrSam, Finds(Ana), Terms, Monday).Changes);
        Assert.False(Releasing.SendOne(Nothing, Ana, Noor, NoorOrSam, Finds(Ana), Terms, Monday).Changes);
    }

    [Fact]
    public void What_touches_a_coordinators_own_mentee_goes_to_the_other()
    {
        var programme = new MentoringProgramme(new("contoso"), "", [], [Noor], [Sam], "", "", "", 180, new(5, 14, 60, 30), Terms);

        var who = Reviewers.Of(programme, [Asks, Ana], _ => [], (mentor, mentee) => mentor == Noor && mentee == Asks);

        Assert.Equal([Sam], who.First.ToArray());
        Assert.False(who.Include(Noor));
    }

    private static Decision<Scene, RequestOutcome> Tick(RequestState state, Instant now, params PersonId[] finds) =>
        Releasing.Tick(Has(state), Finds(finds), null, NoorOrSam, [Noor], "2026-03-02", Terms, now);
}
