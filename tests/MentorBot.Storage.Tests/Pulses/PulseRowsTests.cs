using MentorBot.Domain;
using MentorBot.Domain.Pulses;
using MentorBot.Domain.Scheduling;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;
using NodaTime;
using static MentorBot.Storage.Tests.Pulses.PulseRoom;
using static MentorBot.Storage.Tests.StorageRoom;

namespace MentorBot.Storage.Tests.Pulses;

/// <summary>A check-in from its launch to its end.</summary>
public sealed class PulseRowsTests : IDisposable
{
    private readonly PulseRoom room = new();

    public void Dispose() => room.Dispose();

    [Fact]
    public async Task Who_goes_on_is_listed_from_the_yes_to_the_end()
    {
        await room.Go(3);
        await room.Ends(2);

        Assert.Equal([Pair(1), Pair(3)], (await room.Room.Going.All(default)).Select(pair => pair.Id));
    }

    [Fact]
    public async Task Launched_twice_it_goes_out_once()
    {
        await room.Go(7);
        var pulse = await room.Launch();
        var again = await room.Pulses.Launch(One, room.Plan(20), Noor, "another", default);
        await room.Settles();

        Assert.Equal(pulse.ClosesAt, Assert.IsType<LaunchOutcome.Launched>(again).Now.ClosesAt);
        Assert.Equal(14, (await room.Apart()).Count(key => key.StartsWith("invite-", StringComparison.Ordinal)));
        Assert.Equal(14, room.Mentioned.Count);
        Assert.Contains("mentee1 pulses.invite 1 one pair01", room.Mentioned);
    }

    [Fact]
    public async Task Of_two_launches_at_once_for_the_same_people_one_is_refused()
    {
        await room.Go(7);
        var ready = Assert.IsType<LaunchOutcome.Ready>(await room.Pulses.Check(room.Plan(), default));
        var outcomes = await Task.WhenAll(new[] { "one", "two" }.Select(id => room.Pulses.Launch(new(id), room.Plan(), Noor, ready.Audience, default)));

        Assert.Single(outcomes.OfType<LaunchOutcome.Launched>());
        Assert.IsType<LaunchRefusal.StillOpen>(Assert.Single(outcomes.OfType<LaunchOutcome.Refused>()).Why);
    }

    [Fact]
    public async Task A_closing_date_in_the_past_a_changed_group_and_an_empty_one_are_refused()
    {
        await room.Go(7);
        Assert.Equal(new LaunchOutcome.Refused(new LaunchRefusal.TooShort()), await room.Pulses.Check(room.Plan(days: -1), default));
        Assert.Equal(new LaunchOutcome.Refused(new LaunchRefusal.TooFew()), await room.Pulses.Check(room.Plan(group: "none"), default));

        var ready = Assert.IsType<LaunchOutcome.Ready>(await room.Pulses.Check(room.Plan(), default));
        await room.Ends(7);
        Assert.Equal(new LaunchOutcome.Refused(new LaunchRefusal.GroupChanged()), await room.Pulses.Launch(One, room.Plan(), Noor, ready.Audience, default));
    }

    [Fact]
    public async Task Answers_are_kept_changed_and_taken_back_until_it_closes_and_not_after()
    {
        await room.Go(7);
        var pulse = await room.Launch();
        await room.Answer(Mentee(1), Pair(1), 2);
        var done = Assert.IsType<AnswerOutcome.Done>(await room.Answer(Mentee(1), Pair(1), 5));
        Assert.Equal((5, Mentor(1), PulseRole.Mentee), (done.Now.Given![MentoringIndex.ItemsOf(PulseForm.A)[0]], done.Now.Other, done.Now.Role));
        Assert.Equal(done.Now.Given, (await room.Pulses.Invited(One, Mentee(1), Pair(1), default))!.Given);

        Assert.Null(Assert.IsType<AnswerOutcome.Done>(await room.Pulses.Answer(One, Mentee(1), Pair(1), Answers.None, default)).Now.Given);
        Assert.Empty(await room.Room.Keys(Of(Mentee(1)), "with-"));
        Assert.IsType<AnswerOutcome.NotAsked>(await room.Answer(Mentee(2), Pair(1)));

        room.Room.Clock.Advance(pulse.ClosesAt - room.Now);
        Assert.IsType<AnswerOutcome.Closed>(await room.Answer(Mentee(1), Pair(1)));
        Assert.Empty(await room.Room.Keys(Of(Mentee(1)), "with-"));
    }

    [Fact]
    public async Task Folded_long_after_its_time_everyone_still_hears_at_one_moment()
    {
        await room.Go(7);
        var pulse = await room.Launch();
        await room.Answer(7);
        await room.Until(pulse.ResultAt + Duration.FromHours(1));
        Assert.Equal((PulseStage.Closed, 0), ((await room.Stored()).Stage, room.Results.Count()));

        await room.Until((await room.Stored()).ResultAt);
        Assert.Equal(15, room.Results.Count());
    }

    [Fact]
    public async Task It_closes_by_itself_and_everyone_hears_of_it_at_one_moment()
    {
        await room.Go(7);
        var pulse = await room.Launch();
        await room.Answer(7);
        await room.Until(pulse.ClosesAt + Duration.FromMinutes(1));

        var closed = await room.Stored();
        Assert.Equal((PulseStage.Closed, 10), (closed.Stage, closed.Figures!.Everyone.Number.AtLeast));
        Assert.Empty(room.Results);
        await room.Until(pulse.ResultAt);
        Assert.Equal(15, room.Results.Distinct().Count());
        Assert.Equal(15, room.Results.Count());
        Assert.Equal(Mentor(3), Assert.Single(await room.Pulses.Own(Mentee(3), default)).Other);
    }

    [Fact]
    public async Task After_it_is_closed_there_are_the_figures_and_what_each_answered_and_nothing_else()
    {
        await room.Go(7);
        var pulse = await room.Launch();
        await room.Answer(7);
        await room.Closes(pulse);
        Assert.DoesNotContain(await room.Apart(), key => !key.StartsWith("card-", StringComparison.Ordinal));

        await room.Until(pulse.Opened + Launching.Apart);
        Assert.Empty(await room.Apart());
        Assert.Equal(["pulse-one", "turn"], await room.Beside());
        Assert.Equal(Audience.Of([]).Invited, (await room.Stored()).Invited);
        Assert.Equal(["with-pair01-checkin-one"], await room.Room.Keys(Of(Mentee(1)), "with-"));
        Assert.True((await room.Room.Rows.Get(new(Table.Keys, Owner.Pulse(Contoso, "one").Key), "key", default))!.Properties.ContainsKey("erasedAt"));

        await room.Pulses.EraseOwn(Mentee(1), One, Pair(1), default);
        Assert.Empty(await room.Room.Keys(Of(Mentee(1)), "with-"));
    }

    [Fact]
    public async Task When_all_leave_out_everything_there_is_no_figure()
    {
        await room.Go(7);
        var pulse = await room.Launch();
        for (var number = 1; number <= 7; number++)
            await room.Pulses.Answer(One, Mentee(number), Pair(number), Answers.None, default);
        await room.Closes(pulse);

        Assert.Equal((PulseStage.Closed, null), ((await room.Stored()).Stage, (await room.Stored()).Figures));
        Assert.Equal(15, room.Results.Count());
    }

    [Fact]
    public async Task Who_stopped_meanwhile_does_not_count_and_a_group_that_shrank_shows_no_more_than_a_small_one()
    {
        await room.Go(6);
        var pulse = await room.Launch();
        await room.Answer(6);
        await room.Ends(6);
        Assert.IsType<AnswerOutcome.NotAsked>(await room.Answer(Mentee(6), Pair(6)));
        await room.Closes(pulse);

        // Of six in each role figures by role could be shown; of the five who are left they would tell that all took part.
        Assert.Equal(Level.ByRole, pulse.Invited.Finest);
        Assert.Equal(PulseStage.Closed, (await room.Stored()).Stage);
        Assert.Equal((5, null), ((await room.Stored()).Figures!.Everyone.Number.AtLeast, (await room.Stored()).Figures!.Mentees));
    }

    [Fact]
    public async Task Nobody_is_asked_around_a_conversation_and_the_one_reminder_goes_to_who_did_not_answer()
    {
        await room.Go(7);
        await room.Room.Meetings.Decide(Pair(1), two => Arranging.Book(two, Mentee(1), 1, room.Now + Duration.FromDays(1), 60, default, room.Now), default);
        var pulse = await room.Launch();
        Assert.Equal(12, room.Mentioned.Count);

        for (var day = 1; day <= 4; day++)
            await room.Until(pulse.Opened + Duration.FromDays(day));
        Assert.Equal(14, room.Mentioned.Count);

        await room.Answer(6);
        await room.Until(pulse.ClosesAt - Launching.ReminderBefore);
        Assert.Equal(["mentee7 pulses.remind 1 one pair07", "mentor7 pulses.remind 1 one pair07"], room.Mentioned.Skip(14).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task When_a_relationship_is_erased_so_is_what_each_answered_about_it()
    {
        await room.Go(7);
        await room.Launch();
        await room.Answer(7);
        await room.Ends(1);
        await room.Until(room.Now + Duration.FromDays(179));
        Assert.NotEmpty(await room.Room.Keys(Of(Mentee(1)), "with-"));

        await room.Until(room.Now + Duration.FromDays(1));
        Assert.Empty(await room.Room.Keys(Of(Mentee(1)), "with-"));
        Assert.Empty(await room.Room.Keys(Of(Mentor(1)), "with-"));
        Assert.NotEmpty(await room.Room.Keys(Of(Mentee(2)), "with-"));
    }

    [Fact]
    public async Task Stopped_it_leaves_nothing_and_has_no_result()
    {
        await room.Go(7);
        var pulse = await room.Launch();
        await room.Answer(7);
        Assert.Equal(PulseStage.Stopped, (await room.Pulses.Stop(One, default))!.Stage);
        await room.Settles();

        Assert.Null(await room.Pulses.Stop(One, default));
        Assert.Empty(await room.Pulses.All(default));
        Assert.Empty(await room.Apart());
        Assert.Empty(await room.Room.Keys(Of(Mentee(1)), "with-"));
        await room.Closes(pulse);
        Assert.Empty(room.Results);
        Assert.Equal(["pulse-one", "turn"], await room.Beside());
    }

    [Fact]
    public async Task An_answer_that_crosses_with_stopping_leaves_nothing()
    {
        await room.Go(7);
        await room.Launch();
        room.Room.Watched.BeforeGet = async key =>
        {
            if (!key.StartsWith("with-", StringComparison.Ordinal))
                return;
            room.Room.Watched.BeforeGet = _ => Task.CompletedTask;
            await room.Pulses.Stop(One, default);
            await room.Settles();
        };

        Assert.IsType<AnswerOutcome.Closed>(await room.Answer(Mentee(1), Pair(1)));

        Assert.Empty(await room.Room.Keys(Of(Mentee(1)), "with-"));
    }

    [Fact]
    public async Task After_the_row_was_ended_no_other_goes_out()
    {
        await room.Go(7);
        var pulse = await room.Launch(room.Plan(weeks: 6));
        await room.Closes(pulse);
        Assert.Equal(One, Assert.Single(await room.Pulses.ToRepeat(default)).Id);

        await room.Pulses.EndRow(One, default);
        Assert.Empty(await room.Pulses.ToRepeat(default));
        await room.Until(pulse.Opened + Duration.FromDays(42));
        await room.Until(pulse.Opened + Duration.FromDays(84));
        Assert.Equal(One, Assert.Single(await room.Pulses.All(default)).Id);
    }

    [Fact]
    public async Task The_next_form_goes_out_after_its_weeks_and_waits_a_week_where_it_is_refused()
    {
        await room.Go(7);
        var pulse = await room.Launch(room.Plan(weeks: 6));
        await room.Until(pulse.Opened + Duration.FromDays(41));
        await room.Ends(5);
        await room.Ends(6);
        await room.Ends(7);
        await room.Until(pulse.Opened + Duration.FromDays(42));
        Assert.Single(await room.Pulses.All(default));

        await room.Goes(new("late1"), Mentee(6), Mentor(7));
        await room.Goes(new("late2"), Mentee(7), Mentor(6));
        await room.Settles();
        await room.Until(pulse.Opened + Duration.FromDays(49));
        var next = (await room.Pulses.All(default))[0];
        Assert.Equal((new PulseId("one-2"), PulseForm.B, pulse.Plan.ClosesOn.PlusWeeks(7), Noor), (next.Id, next.Plan.Form, next.Plan.ClosesOn, next.By));
    }
}
