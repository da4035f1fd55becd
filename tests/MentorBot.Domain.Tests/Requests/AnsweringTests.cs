using MentorBot.Domain.Matching;
using MentorBot.Domain.Requests;
using NodaTime;
using static MentorBot.Domain.Requests.RequestState;
using static MentorBot.Domain.Tests.Requests.Ben;

namespace MentorBot.Domain.Tests.Requests;

/// <summary>What whoever is asked answers, and what happens when they do not.</summary>
public sealed class AnsweringTests
{
    [Fact]
    public void A_yes_binds_once_takes_the_place_and_opens_a_relationship()
    {
        var yes = Answering.Yes(HasAskedAna(), Question, Ana, With(Ana), null, Monday);

        Assert.Equal(new Accepted(Question, Ana, Monday, ByTurns: false), yes.Now().State);
        Assert.Empty(yes.Next!.Asked!.Reserved);
        Assert.Equal([new TakenPlace(Question, Asks)], yes.Next.Asked.Taken.ToArray());
        Assert.Equal(["relationships.open"], yes.Steps());
        Assert.False(Answering.Yes(yes.Next, Question, Ana, With(Ana), null, Monday).Changes);
    }

    [Fact]
    public void Nobody_else_can_say_yes_or_no()
    {
        Assert.IsType<RequestOutcome.NotYours>(Answering.Yes(HasAskedAna(), Question, Chidi, With(Chidi), null, Monday).Outcome);
        Assert.IsType<RequestOutcome.NotYours>(Answering.NotNow(HasAskedAna(), Question, Chidi, Monday).Outcome);
    }

    [Fact]
    public void A_yes_after_it_was_taken_back_changes_nothing() =>
        Assert.False(Answering.Yes(Has(new Choosing(AllThree, Day(9), null), Mentors(Ana)), Question, Ana, With(Ana), null, Monday).Changes);

    [Fact]
    public void A_yes_of_who_became_their_manager_meanwhile_does_not_come_about()
    {
        var yes = Answering.Yes(HasAskedAna(), Question, Ana, With(Ana, isTheirManager: true), null, Monday);

        Assert.NotNull(((Asking)yes.Now().State).TellAt);
        Assert.Empty(yes.Next!.Asked!.Taken);
    }

    [Fact]
    public void A_no_frees_the_place_at_once_and_is_heard_the_next_working_morning()
    {
        var friday = Day(6);

        var no = Answering.NotNow(HasAskedAna(), Question, Ana, friday);

        Assert.Empty(no.Next!.Asked!.Reserved);
        Assert.Equal(Morning(9), ((Asking)no.Now().State).TellAt);
        Assert.Contains(("matching.ask", "ana"), no.Tells());
    }

    [Fact]
    public void A_silence_is_heard_in_the_same_way_as_a_no()
    {
        var until = Day(9);
        var no = Answering.NotNow(HasAskedAna(until), Question, Ana, until).Now();
        var silence = Releasing.Tick(HasAskedAna(until), null, With(Ana), NoorOrSam, [], "", Terms, until).Now();

        Assert.Equal(no.State, silence.State);
        Assert.Equal(no.NotAgain.ToArray(), silence.NotAgain.ToArray());
    }

    [Fact]
    public void In_the_morning_they_have_their_old_place_back_and_the_others_to_choose_from()
    {
        var told = Releasing.Tick(HasAskedAna(tellAt: Morning(3)), null, With(Ana), NoorOrSam, [], "", Terms, Morning(3));

        var state = Assert.IsType<NotComeAbout>(told.Now().State);
        Assert.Equal([Chidi, Dani], state.Others.Select(one => one.Mentor));
        Assert.Equal(Monday - Duration.FromDays(9), told.Now().Since);
        Assert.Equal(2, told.Now().Round);
    }

    [Fact]
    public void A_yes_to_somebody_who_would_mentor_and_has_as_many_as_they_wish_by_now_does_not_come_about()
    {
        var asked = HasAskedAna();
        var invited = asked with
        {
            Request = asked.Request! with { Invited = InvitedAs.IMentorThem },
            Asked = Mentor.Unknown(Ana) with { Asked = asked.Asked!.Asked },
            Own = Mentors(Asks, places: 1) with { Reserved = [Question], Taken = [new(new("earlier"), Chidi)] },
        };

        Assert.IsNotType<Accepted>(Answering.Yes(invited, Question, Ana, With(Ana), null, Monday).Now().State);
        Assert.IsType<Accepted>(Answering.Yes(invited with { Own = Mentors(Asks, places: 1) with { Reserved = [Question] } }, Question, Ana, With(Ana), null, Monday).Now().State);
    }

    [Fact]
    public void There_is_one_reminder()
    {
        var reminded = Releasing.Tick(HasAskedAna(remindAt: Day(5)), null, With(Ana), NoorOrSam, [], "", Terms, Day(5));

        Assert.Contains(("matching.reminder", "ana"), reminded.Tells());
        Assert.Equal(Day(9), reminded.Now().NextDue);
    }

    [Fact]
    public void Two_silences_in_a_row_leave_a_mentor_to_rest_and_an_answer_counts_as_none()
    {
        var scene = HasAskedAna(until: Day(9));
        var once = Releasing.Tick(scene with { Asked = scene.Asked! with { Silences = 0 } }, null, With(Ana), NoorOrSam, [], "", Terms, Day(9));
        var twice = Releasing.Tick(scene with { Asked = scene.Asked with { Silences = 1 } }, null, With(Ana), NoorOrSam, [], "", Terms, Day(9));
        var answered = Answering.NotNow(scene with { Asked = scene.Asked with { Silences = 1 } }, Question, Ana, Monday);

        Assert.Empty(once.Steps());
        Assert.Equal(["offers.rest"], twice.Steps());
        Assert.Equal(0, answered.Next!.Asked!.Silences);
    }
}
