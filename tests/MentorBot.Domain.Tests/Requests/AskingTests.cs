using MentorBot.Domain.Requests;
using NodaTime;
using static MentorBot.Domain.Requests.RequestState;
using static MentorBot.Domain.Tests.Requests.Ben;

namespace MentorBot.Domain.Tests.Requests;

/// <summary>What the person asking decides, from the form to the choice.</summary>
public sealed class AskingTests
{
    [Fact]
    public void A_form_that_is_sent_is_looked_for_at_once_and_answered_within_three_working_days()
    {
        var sent = Requesting.Send(Nothing, Id, Asks, Form, Monday, Zone, Terms, Monday);

        Assert.Equal(new Looking(Monday, Day(5), Told: false), sent.Now().State);
        Assert.Equal(Monday, sent.Now().Since);
        Assert.Equal([("requests.mine", "ben")], sent.Tells());
    }

    [Fact]
    public void What_is_pressing_is_answered_by_the_next_working_day() =>
        Assert.Equal(Day(3), ((Looking)Requesting.Send(Nothing, Id, Asks, Form with { Soon = HowSoon.ThisWeek }, Monday, Zone, Terms, Monday).Now().State).By);

    [Fact]
    public void A_form_that_is_sent_twice_is_one_request() =>
        Assert.False(Requesting.Send(Has(new Looking(Monday, Day(5), false)), Id, Asks, Form, Monday, Zone, Terms, Monday).Changes);

    [Fact]
    public void A_form_that_comes_again_after_it_was_withdrawn_brings_nothing_back()
    {
        var again = Requesting.Send(Nothing with { Gone = [Id] }, Id, Asks, Form, Monday, Zone, Terms, Monday);

        Assert.Equal(new RequestOutcome.AsItIs(null), again.Outcome);
        Assert.False(again.Changes);
    }

    [Fact]
    public void Who_comes_from_a_relationship_that_ended_has_the_place_of_then() =>
        Assert.Equal(Monday - Duration.FromDays(60), Requesting.Send(Nothing, Id, Asks, Form, Monday - Duration.FromDays(60), Zone, Terms, Monday).Now().Since);

    [Fact]
    public void A_form_that_is_kept_has_a_day_on_which_it_is_erased_and_nobody_looks_for_anybody() =>
        Assert.Equal(new Kept(Monday + Duration.FromDays(30)), Requesting.Keep(Nothing, Id, Asks, Form, Zone, Terms, Monday).Now().State);

    [Fact]
    public void Other_answers_are_looked_for_anew_and_the_place_stays()
    {
        var changed = Requesting.Change(Has(new Choosing(AllThree, Day(9), null)), Form with { Soon = HowSoon.NoHurry }, Terms, Monday);

        Assert.IsType<Looking>(changed.Now().State);
        Assert.Equal(Monday - Duration.FromDays(9), changed.Now().Since);
    }

    [Fact]
    public void Other_words_leave_those_who_were_found_in_their_place()
    {
        var changed = Requesting.Change(Has(new Choosing(AllThree, Day(9), null)), Form with { Line = Confidential.From("A new line") }, Terms, Monday);

        Assert.Equal(AllThree.ToArray(), ((Choosing)changed.Now().State).People.ToArray());
    }

    [Fact]
    public void Other_answers_while_somebody_is_asked_leave_them_asked_and_they_read_the_new_line()
    {
        var changed = Requesting.Change(HasAskedAna(), Form with { Soon = HowSoon.NoHurry }, Terms, Monday);

        Assert.Equal(Ana, changed.Now().Open!.Whom);
        Assert.Contains(("matching.ask", "ana"), changed.Tells());
    }

    [Fact]
    public void Choosing_holds_a_place_and_asks()
    {
        var chosen = ChoosingSomeone.Choose(Has(new Choosing(AllThree, Day(9), null), Mentors(Ana)), Ana, Question, With(Ana), [], Terms, Monday);

        Assert.Equal(new Asking(Question, Ana, AllThree, Day(9), Day(5), null, [], IsSoon: false), chosen.Now().State);
        Assert.Equal([Question], chosen.Next!.Asked!.Reserved.ToArray());
        Assert.Contains(("matching.ask", "ana"), chosen.Tells());
    }

    [Fact]
    public void Whose_last_place_has_just_gone_leaves_the_card_and_the_others_stay()
    {
        var full = Mentors(Ana, places: 1) with { Reserved = [new("somebody-elses")] };

        var late = ChoosingSomeone.Choose(Has(new Choosing(AllThree, Day(9), null), full), Ana, Question, With(Ana), [], Terms, Monday);

        Assert.Equal(Ana, Assert.IsType<RequestOutcome.NotAvailable>(late.Outcome).Whom);
        Assert.Equal([Chidi, Dani], ((Choosing)late.Now().State).People.Select(one => one.Mentor));
        Assert.Equal(full, late.Next!.Asked);
    }

    [Fact]
    public void Who_has_become_ones_manager_since_cannot_be_chosen_any_more() => Assert.IsType<RequestOutcome.NotAvailable>(
        ChoosingSomeone.Choose(Has(new Choosing(AllThree, Day(9), null), Mentors(Ana)), Ana, Question, With(Ana, isTheirManager: true), [], Terms, Monday).Outcome);

    [Fact]
    public void Somebody_who_was_never_shown_cannot_be_chosen() =>
        Assert.False(ChoosingSomeone.Choose(Has(new Choosing(AllThree, Day(9), null), Mentors(Noor)), Noor, Question, With(Noor), [], Terms, Monday).Changes);

    [Fact]
    public void None_of_these_are_not_shown_again()
    {
        var none = ChoosingSomeone.NoneOfThese(Has(new Choosing(AllThree, Day(9), null)), Terms, Monday);

        Assert.Equal([Ana, Chidi, Dani], none.Now().NotAgain.ToArray());
        Assert.IsType<Looking>(none.Now().State);
    }

    [Fact]
    public void Taken_back_frees_the_place_settles_their_card_and_opens_the_choice_again()
    {
        var back = ChoosingSomeone.TakeBack(HasAskedAna(), Question, Terms, Monday);

        Assert.Equal(AllThree, ((Choosing)back.Now().State).People.ToArray());
        Assert.Empty(back.Next!.Asked!.Reserved);
        Assert.Empty(back.Next.Asked.Asked);
        Assert.Contains(("matching.ask", "ana"), back.Tells());
    }

    [Fact]
    public void Who_said_no_unheard_so_far_and_is_chosen_once_more_is_not_asked_and_it_looks_the_same()
    {
        var back = ChoosingSomeone.TakeBack(HasAskedAna(tellAt: Morning(3)) is var fallen ? fallen with { Request = fallen.Request! with { NotAgain = [Ana] } } : null!, Question, Terms, Monday);

        var again = ChoosingSomeone.Choose(back.Next! with { Asked = Mentors(Ana) }, Ana, new("match-2"), With(Ana), [], Terms, Monday);

        Assert.IsType<RequestOutcome.Done>(again.Outcome);
        Assert.Equal(Morning(3), ((Asking)again.Now().State).TellAt);
        Assert.DoesNotContain(("matching.ask", "ana"), again.Tells());
        Assert.Empty(again.Next!.Asked!.Reserved);
    }

    [Fact]
    public void Withdrawing_erases_it_and_settles_the_card_of_whoever_is_asked()
    {
        var withdrawn = Requesting.Withdraw(HasAskedAna());

        Assert.Null(withdrawn.Next!.Request);
        Assert.Empty(withdrawn.Next.Asked!.Reserved);
        Assert.Contains(("matching.ask", "ana"), withdrawn.Tells());
    }

    [Fact]
    public void What_was_accepted_a_moment_ago_cannot_be_withdrawn() =>
        Assert.False(Requesting.Withdraw(Has(new Accepted(Question, Ana, Monday, ByTurns: false))).Changes);

    [Fact]
    public void Choosing_again_shows_the_others_and_somebody_new()
    {
        var again = ChoosingSomeone.ChooseAgain(Has(new NotComeAbout(Ana, [new(Chidi, []), new(Dani, [])], Day(9))), Finds(Chidi, Dani, Noor), Terms, Monday);

        Assert.Equal([Chidi, Dani, Noor], ((Choosing)again.Now().State).People.Select(one => one.Mentor));
    }

    [Fact]
    public void Somebody_who_was_invited_by_name_and_lives_elsewhere_gets_a_line_to_forward()
    {
        var invited = ChoosingSomeone.Invite(
            Nothing with { Asked = Matching.Situation.AnaAsksBen.BenOffersNothing().Mentor with { Person = Ana } },
            Id, Asks, Ana, InvitedAs.TheyMentorMe, Form, Question, isReachable: false, With(Ana), Zone, Terms, Monday);

        Assert.Equal(new ToForward(Question, Ana, Monday + Duration.FromDays(30)), invited.Now().State);
        Assert.DoesNotContain(("matching.ask", "ana"), invited.Tells());
    }

    [Fact]
    public void Who_invites_somebody_to_mentor_them_keeps_to_their_own_number_and_does_not_begin_twice()
    {
        var mentorsOne = Mentors(Asks, places: 1);

        Assert.IsType<RequestOutcome.Done>(InvitesAna(mentorsOne).Outcome);
        Assert.IsType<RequestOutcome.NotAvailable>(InvitesAna(mentorsOne with { Taken = [new(new("earlier"), Chidi)] }).Outcome);
        Assert.IsType<RequestOutcome.NotAvailable>(InvitesAna(Mentors(Asks) with { Taken = [new(new("earlier"), Ana)] }).Outcome);

        static Decision<Scene, RequestOutcome> InvitesAna(MentorBot.Domain.Matching.Mentor own) => ChoosingSomeone.Invite(
            Nothing with { Asked = MentorBot.Domain.Matching.Mentor.Unknown(Ana), Own = own },
            Id, Asks, Ana, InvitedAs.IMentorThem, Form, Question, isReachable: true, With(Ana), Zone, Terms, Monday);
    }

    [Fact]
    public void An_invitation_against_a_never_hears_the_one_fixed_answer_and_leaves_nothing()
    {
        var impossible = ChoosingSomeone.Invite(
            Nothing with { Asked = Mentors(Ana) }, Id, Asks, Ana, InvitedAs.TheyMentorMe, Form, Question, isReachable: true, With(Ana, isTheirManager: true), Zone, Terms, Monday);

        Assert.IsType<RequestOutcome.NotAvailable>(impossible.Outcome);
        Assert.False(impossible.Changes);
    }
}
