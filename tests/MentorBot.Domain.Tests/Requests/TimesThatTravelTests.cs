using System.Collections.Immutable;
using MentorBot.Domain.Requests;
using MentorBot.Domain.Scheduling;
using NodaTime;
using static MentorBot.Domain.Requests.RequestState;
using static MentorBot.Domain.Tests.Requests.Ben;

namespace MentorBot.Domain.Tests.Requests;

/// <summary>Times that come with a question: which are looked for, and what becomes of them. It is Monday, nine o'clock.</summary>
public sealed class TimesThatTravelTests
{
    private static readonly MeetingTime Wednesday = new(Instant.FromUtc(2026, 3, 4, 10, 0), 60);
    private static readonly ImmutableArray<MeetingTime> Short = [new(Morning(3), 20), new(Morning(4), 20), new(Day(4), 20)];
    private static readonly RequestForm Pressing = Form with { Soon = HowSoon.ThisWeek };
    private static readonly Scene Chooses = Has(new Choosing(AllThree, Day(9), null), Mentors(Ana));
    private static readonly Scene ChoosesSoon = Chooses with { Request = Chooses.Request! with { Form = Pressing } };

    [Fact]
    public void An_hour_is_looked_for_from_tomorrow_within_two_weeks() => Assert.Equal(
        new TimesWanted(60, Instant.FromUtc(2026, 3, 3, 0, 0), Instant.FromUtc(2026, 3, 17, 0, 0), Most: 1), TimesThatTravel.Wanted(Chooses, Ana, With(Ana), bookFirst: true, Monday));

    [Fact]
    public void Where_it_is_pressing_three_times_twenty_minutes_within_two_working_days_whatever_is_ticked() => Assert.Equal(
        new TimesWanted(20, Instant.FromUtc(2026, 3, 3, 11, 0), Day(4), Most: 3), TimesThatTravel.Wanted(ChoosesSoon, Ana, With(Ana), bookFirst: false, Monday));

    [Fact]
    public void Nobody_looks_into_a_calendar_without_the_tick_or_for_somebody_who_is_not_asked_by_it()
    {
        Assert.Null(TimesThatTravel.Wanted(Chooses, Ana, With(Ana), bookFirst: false, Monday));
        Assert.Null(TimesThatTravel.Wanted(Chooses, Noor, With(Noor), bookFirst: true, Monday));
        Assert.Null(TimesThatTravel.Wanted(Chooses, Ana, With(Ana, isTheirManager: true), bookFirst: true, Monday));
        Assert.Null(TimesThatTravel.Wanted(HasAskedAna(), Ana, With(Ana), bookFirst: true, Monday));
        Assert.Null(TimesThatTravel.Wanted(Nothing, Ana, With(Ana), bookFirst: true, Monday));
    }

    [Fact]
    public void Who_has_said_no_already_looks_asked_with_a_time_as_well()
    {
        var said = Chooses with { Request = Chooses.Request! with { NotAgain = [Ana] } };

        Assert.NotNull(TimesThatTravel.Wanted(said, Ana, With(Ana), bookFirst: true, Monday));
        Assert.Equal([Wednesday], Asked(said, Wednesday).Times.AsEnumerable());
    }

    [Fact]
    public void No_common_time_or_a_calendar_that_cannot_be_seen_is_a_question_without_one()
    {
        Assert.Empty(TimesThatTravel.In(new TimesFound.NoneInCommon(Day(9))));
        Assert.Empty(TimesThatTravel.In(new TimesFound.OutOfReach()));
        Assert.Equal([Wednesday], TimesThatTravel.In(new TimesFound.Found([new(Wednesday.Start, 60, SlotReason.Soonest, SlotReason.Soonest)])).AsEnumerable());
    }

    [Fact]
    public void A_yes_is_to_a_time_that_travelled_and_has_not_gone_by()
    {
        var asked = HasAskedAna(times: [Wednesday]);

        Assert.Equal(Wednesday, Yes(asked, Wednesday, Monday));
        Assert.Null(Yes(asked, null, Monday));
        Assert.Null(Yes(asked, Wednesday, Wednesday.Start));
        Assert.Null(Yes(asked, new(Day(5), 60), Monday));
        Assert.Null(Yes(HasAskedAna(), Wednesday, Monday));
    }

    [Fact]
    public void Where_it_is_pressing_the_time_to_answer_is_up_when_the_first_time_comes_or_after_two_working_days()
    {
        Assert.Equal((Morning(3), true), (Asked(ChoosesSoon, [.. Short]).Until, Asked(ChoosesSoon, [.. Short]).IsSoon));
        Assert.Equal((Day(4), true), (Asked(ChoosesSoon).Until, Asked(ChoosesSoon).IsSoon));
        Assert.False(Asked(Chooses, Wednesday).IsSoon);
    }

    [Fact]
    public void Where_it_is_pressing_there_is_no_reminder_and_a_silence_says_nothing_about_a_mentor()
    {
        var asked = ChoosingSomeone.Choose(ChoosesSoon, Ana, Question, With(Ana), Short, Terms, Monday).Next!;

        var silence = Releasing.Tick(asked, null, With(Ana), NoorOrSam, [], "", Terms, Morning(3));

        Assert.DoesNotContain(("matching.reminder", "ana"), silence.Tells());
        Assert.Equal(0, silence.Next!.Asked!.Silences);
        Assert.Empty(silence.Next.Asked.Reserved);
    }

    [Fact]
    public void Where_it_is_pressing_a_no_and_a_silence_are_heard_when_the_time_to_answer_is_up()
    {
        var asked = ChoosingSomeone.Choose(ChoosesSoon, Ana, Question, With(Ana), Short, Terms, Monday).Next!;
        var no = Answering.NotNow(asked, Question, Ana, Monday);
        var silence = Releasing.Tick(asked, null, With(Ana), NoorOrSam, [], "", Terms, Morning(3));

        Assert.Equal(Morning(3), ((Asking)no.Now().State).TellAt);
        Assert.Equal(no.Now().State, silence.Now().State);
        Assert.True(Assert.IsType<NotComeAbout>(Releasing.Tick(no.Next!, null, With(Ana), NoorOrSam, [], "", Terms, Morning(3)).Now().State).WasSoon);
    }

    [Fact]
    public void Looking_further_after_nobody_had_twenty_minutes_is_less_pressing()
    {
        var told = Has(new NotComeAbout(Ana, [], Day(9), WasSoon: true));
        var on = Requesting.GoOn(told with { Request = told.Request! with { Form = Pressing } }, Terms, Monday).Now();

        Assert.Equal((HowSoon.NextWeeks, Day(5)), (on.Form.Soon, Assert.IsType<Looking>(on.State).By));
    }

    [Fact]
    public void An_invitation_is_never_pressing() =>
        Assert.False(TimesThatTravel.IsSoon(ChoosesSoon.Request! with { Invited = InvitedAs.ByTurns }));

    private static Asking Asked(Scene scene, params ImmutableArray<MeetingTime> times) =>
        (Asking)ChoosingSomeone.Choose(scene, Ana, Question, With(Ana), times, Terms, Monday).Now().State;

    private static MeetingTime? Yes(Scene scene, MeetingTime? time, Instant now) =>
        Assert.IsType<Accepted>(Answering.Yes(scene, Question, Ana, With(Ana), time, now).Now().State).Time;
}
