using MentorBot.Domain.Notices;
using MentorBot.Domain.Offers;
using MentorBot.Domain.Programme;
using NodaTime;
using static MentorBot.Domain.Tests.Offers.Situations;

namespace MentorBot.Domain.Tests.Offers;

public sealed class OfferingTests
{
    /// <summary>What each command makes of an offer in each state. A dot: it stays as it is, and nobody is told anything.</summary>
    private const string WhatHappens = """
                      nothing    Kept       TryingOut  Waiting  Open    Paused
        Keep          Kept       Kept       TryingOut  Waiting  Open    Paused
        Send          TryingOut  TryingOut  TryingOut  Waiting  Open    Paused
        Change        .          Kept       TryingOut  Waiting  Open    Paused
        TriedOut      .          .          Waiting    .        .       .
        SomeoneElse   .          .          TryingOut  .        .       .
        Confirm       .          .          .          Open     .       .
        AskForAWord   .          .          .          Waiting  .       .
        Pause         .          .          .          .        Paused  Paused
        Resume        .          .          .          .        .       Open
        Erase         .          gone       gone       gone     gone    gone
        TickTooEarly  .          .          .          .        .       .
        TickWhenDue   .          gone       TryingOut  Waiting  .       Open
        """;

    public static TheoryData<string, string, string> EveryCommandInEveryState()
    {
        var lines = WhatHappens.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToList();
        var cells = new TheoryData<string, string, string>();
        foreach (var line in lines.Skip(1))
            for (var column = 0; column < lines[0].Length; column++)
                cells.Add(line[0], lines[0][column], line[column + 1]);
        return cells;
    }

    [Theory]
    [MemberData(nameof(EveryCommandInEveryState))]
    public void Every_command_has_its_answer_in_every_state(string command, string state, string becomes)
    {
        var found = state == "nothing" ? Nothing : In(EveryState[state]);

        var decision = Do(command, found);

        if (becomes == ".")
            decision.LeavesItAsItIs(found);
        else if (becomes == "gone")
            decision.ErasesIt();
        else
            Assert.Equal((becomes, (found.Current?.Revision ?? 0) + 1), (NameOf(decision.Becomes()), decision.Becomes().Revision));
    }

    public static TheoryData<string, string> EveryPressInEveryState()
    {
        var cells = new TheoryData<string, string>();
        foreach (var command in new[] { "Keep", "Send", "Change", "TriedOut", "SomeoneElse", "Confirm", "AskForAWord", "Pause", "Resume", "Erase" })
            foreach (var state in EveryState.Keys)
                cells.Add(command, state);
        return cells;
    }

    [Theory]
    [MemberData(nameof(EveryPressInEveryState))]
    public void A_press_for_another_offer_than_the_present_one_does_nothing(string command, string state)
    {
        var found = In(EveryState[state]);

        Do(command, found, Another).LeavesItAsItIs(found);
    }

    [Theory]
    [InlineData("Keep", "nothing", "ana: enrolling, list")]
    [InlineData("Send", "nothing", "ana: enrolling, ben: partner, list")]
    [InlineData("Send", "Kept", "ana: enrolling, ben: partner, list")]
    [InlineData("Change", "TryingOut", "ana: enrolling, list")]
    [InlineData("Change", "Waiting", "ana: enrolling, list, noor: review 1")]
    [InlineData("Change", "Open", "ana: mentor, list")]
    [InlineData("TriedOut", "TryingOut", "ana: enrolling, ben: partner, list, noor: review 1")]
    [InlineData("SomeoneElse", "TryingOut", "ana: enrolling, ben: partner, chidi: partner, list")]
    [InlineData("Confirm", "Waiting", "ana: enrolling, ana: mentor, list, noor: review 1")]
    [InlineData("AskForAWord", "Waiting", "ana: enrolling, list, noor: review 1")]
    [InlineData("Pause", "Open", "ana: mentor, list")]
    [InlineData("Resume", "Paused", "ana: mentor, list")]
    [InlineData("Erase", "TryingOut", "ana: enrolling, ben: partner, list")]
    [InlineData("Erase", "Waiting", "ana: enrolling, list, noor: review 1")]
    [InlineData("Erase", "Paused", "ana: mentor, list")]
    [InlineData("TickWhenDue", "Kept", "ana: enrolling, list")]
    [InlineData("TickWhenDue", "TryingOut", "ana: enrolling, ana: reminder, list")]
    [InlineData("TickWhenDue", "Waiting", "ana: enrolling, list, noor: review 1, noor: review 2, sam: review 2")]
    [InlineData("TickWhenDue", "Paused", "ana: back, ana: mentor, list")]
    public void Whoever_it_concerns_is_told(string command, string state, string told) =>
        Assert.Equal(told, Do(command, state == "nothing" ? Nothing : In(EveryState[state])).Told());

    [Fact]
    public void Everything_that_follows_names_the_revision_that_gave_rise_to_it() =>
        Assert.All(Do("Confirm", In(Waiting)).Consequences, consequence => Assert.Equal("8", consequence.Occasion));

    [Fact]
    public void The_list_of_mentors_is_told_whose_offer_changed() =>
        Assert.Equal(new Consequence.Step(OfferNotices.List, "ana", "8"), Do("Pause", In(Open)).Consequences[^1]);

    [Theory]
    [InlineData("Keep")]
    [InlineData("Send")]
    public void A_form_that_arrives_again_after_its_offer_has_gone_brings_nothing_back(string command)
    {
        var found = new Found(null, [Id]);

        Do(command, found).LeavesItAsItIs(found);
    }

    [Fact]
    public void A_form_kept_twice_the_same_is_kept_once()
    {
        var kept = Offering.Keep(Nothing, Id, Ana, Form, Lisbon, Terms, Monday).Becomes();

        Offering.Keep(Of(kept), Id, Ana, FormTypedAgain, Lisbon, Terms, Monday).LeavesItAsItIs(Of(kept));
    }

    [Fact]
    public void Keeping_other_answers_does_not_move_the_day_of_erasure()
    {
        var later = Monday + Duration.FromDays(20);

        var kept = Offering.Keep(In(Kept), Id, Ana, OtherForm, Lisbon, Terms, later).Becomes();

        Assert.Equal((OtherForm, Kept), (kept.Form, kept.State));
    }

    [Fact]
    public void What_is_sent_counts_and_not_what_was_kept() =>
        Assert.Equal(OtherForm, Offering.Send(In(Kept), Id, Ana, OtherForm, Ben, Lisbon, Terms, Monday).Becomes().Form);

    [Fact]
    public void A_kept_form_is_erased_after_its_days_and_a_try_out_reminded_of_and_erased_after_its_own()
    {
        Assert.Equal(Monday + Duration.FromDays(30), Offering.Keep(Nothing, Id, Ana, Form, Lisbon, Terms, Monday).Becomes().NextDue);

        var sent = Offering.Send(Nothing, Id, Ana, Form, Ben, Lisbon, Terms, Monday).Becomes();
        Assert.Equal(new OfferState.TryingOut(Ben, [], Monday + Duration.FromDays(14), Monday + Duration.FromDays(60)), sent.State);
    }

    [Fact]
    public void An_offer_may_begin_while_nobody_is_there_for_the_try_out()
    {
        var decision = Offering.Send(Nothing, Id, Ana, Form, null, Lisbon, Terms, Monday);

        Assert.Null(decision.Becomes<OfferState.TryingOut>().Partner);
        Assert.Equal("ana: enrolling, list", decision.Told());
    }

    [Fact]
    public void The_same_answers_are_no_change()
    {
        foreach (var state in EveryState.Values)
            Offering.Change(In(state), Id, FormTypedAgain).LeavesItAsItIs(In(state));
    }

    [Fact]
    public void Other_answers_leave_the_state_and_its_dates_alone()
    {
        foreach (var state in EveryState.Values)
            Assert.Equal(state, Offering.Change(In(state), Id, OtherForm).Becomes().State);
    }

    [Fact]
    public void The_reminder_of_the_try_out_comes_once_and_then_the_offer_goes()
    {
        var reminded = Tick(In(TryingOut), Monday + Duration.FromDays(14)).Becomes();
        Assert.Null(Assert.IsType<OfferState.TryingOut>(reminded.State).RemindAt);
        Tick(Of(reminded), Monday + Duration.FromDays(14)).LeavesItAsItIs(Of(reminded));
        Tick(Of(reminded), Monday + Duration.FromDays(60) - Duration.Epsilon).LeavesItAsItIs(Of(reminded));

        var erased = Tick(Of(reminded), Monday + Duration.FromDays(60));

        erased.ErasesIt();
        Assert.Equal("ana: enrolling, ana: reminder, ben: partner, list", erased.Told());
    }

    [Theory]
    [InlineData("TriedOut")]
    [InlineData("Erase")]
    public void A_reminder_that_was_sent_is_settled_with_the_try_out(string command) =>
        Assert.Contains("ana: reminder", Do(command, In(TryingOut with { RemindAt = null })).Told(), StringComparison.Ordinal);

    [Theory]
    [InlineData(TryOut.TookPlace)]
    [InlineData(TryOut.MentoredBefore)]
    public void After_the_try_out_the_coordinators_are_asked_and_the_answer_has_a_date(TryOut how)
    {
        var waiting = Offering.TriedOut(In(TryingOut), Id, how, NoorThenSam, Terms, Monday).Becomes<OfferState.Waiting>();

        Assert.Equal(new OfferState.Waiting(how, 1, [Noor], NextMonday, null), waiting);
    }

    [Theory]
    [InlineData("ana")]
    [InlineData("ben")]
    public void Either_of_the_two_may_ask_for_someone_else(string asker)
    {
        var trying = Offering.SomeoneElse(In(TryingOut), Id, new PersonId(asker), Chidi).Becomes<OfferState.TryingOut>();

        Assert.Equal(TryingOut with { Partner = Chidi, NotAgain = [Ben] }, trying);
    }

    [Fact]
    public void Somebody_who_has_nothing_to_do_with_it_may_not() => Offering.SomeoneElse(In(TryingOut), Id, Chidi, Noor).IsRefused(In(TryingOut));

    [Fact]
    public void A_former_partner_who_presses_again_changes_nothing()
    {
        var exchanged = In(TryingOut with { Partner = Chidi, NotAgain = [Ben] });

        Offering.SomeoneElse(exchanged, Id, Ben, Noor).LeavesItAsItIs(exchanged);
    }

    [Fact]
    public void When_nobody_else_is_left_there_is_no_partner_and_that_is_said_once()
    {
        var alone = Offering.SomeoneElse(In(TryingOut), Id, Ana, null);
        Assert.Equal("ana: enrolling, ben: partner, list", alone.Told());

        Offering.SomeoneElse(Of(alone.Next), Id, Ana, null).LeavesItAsItIs(Of(alone.Next));
    }

    /// <summary>At one and the same moment it is Monday evening in Honolulu and Tuesday afternoon in Auckland.</summary>
    [Theory]
    [InlineData("Pacific/Honolulu", "2026-03-02", false)]
    [InlineData("Pacific/Honolulu", "2026-03-03", true)]
    [InlineData("Pacific/Honolulu", "2027-03-02", true)]
    [InlineData("Pacific/Honolulu", "2027-03-03", false)]
    [InlineData("Pacific/Auckland", "2026-03-03", false)]
    [InlineData("Pacific/Auckland", "2026-03-04", true)]
    [InlineData("Pacific/Auckland", "2027-03-03", true)]
    [InlineData("Pacific/Auckland", "2027-03-04", false)]
    [InlineData("Europe/Lisbon", "2020-01-01", false)]
    [InlineData("Europe/Lisbon", "9999-12-31", false)]
    public void A_pause_ends_from_tomorrow_on_and_within_twelve_months_by_the_mentors_own_calendar(string zone, string until, bool possible)
    {
        var found = Of(In(Open).Current! with { Zone = DateTimeZoneProviders.Tzdb[zone] });

        var decision = Offering.Pause(found, Id, Day(until), Instant.FromUtc(2026, 3, 3, 4, 0));

        Assert.Equal(possible, decision.Changes);
        if (possible)
            return;
        Assert.IsType<OfferOutcome.DayOutOfRange>(decision.Outcome);
        decision.ChangesNothing(found);
    }

    [Theory]
    [InlineData("2026-03-27", "2026-03-27T08:00:00Z")]
    [InlineData("2026-03-29", "2026-03-29T07:00:00Z")]
    [InlineData("2026-10-24", "2026-10-24T07:00:00Z")]
    [InlineData("2026-10-25", "2026-10-25T08:00:00Z")]
    public void A_pause_ends_at_eight_in_the_morning_also_on_days_when_the_clocks_change(string until, string endsAt) =>
        Assert.Equal(new OfferState.Paused(Noor, Day(until), At(endsAt)), Offering.Pause(In(Open), Id, Day(until), Monday).Becomes().State);

    [Fact]
    public void A_pause_until_a_day_that_the_date_line_swallowed_ends_on_the_next_morning()
    {
        var apia = Of(In(Open).Current! with { Zone = DateTimeZoneProviders.Tzdb["Pacific/Apia"] });

        var paused = Offering.Pause(apia, Id, new LocalDate(2011, 12, 30), Instant.FromUtc(2011, 12, 28, 12, 0)).Becomes<OfferState.Paused>();

        Assert.Equal(Instant.FromUtc(2011, 12, 30, 18, 0), paused.EndsAt);
    }

    [Fact]
    public void A_year_from_a_leap_day_is_the_last_of_february()
    {
        var leapDay = Instant.FromUtc(2028, 2, 29, 12, 0);

        Assert.True(Offering.Pause(In(Open), Id, new LocalDate(2029, 2, 28), leapDay).Changes);
        Assert.False(Offering.Pause(In(Open), Id, new LocalDate(2029, 3, 1), leapDay).Changes);
    }

    [Fact]
    public void A_running_pause_is_made_longer_or_shorter_and_the_same_day_twice_is_nothing_new()
    {
        Assert.Equal(new LocalDate(2026, 6, 1), Offering.Pause(In(Paused), Id, new LocalDate(2026, 6, 1), Monday).Becomes<OfferState.Paused>().Until);
        Assert.Equal(new LocalDate(2026, 3, 4), Offering.Pause(In(Paused), Id, new LocalDate(2026, 3, 4), Monday).Becomes<OfferState.Paused>().Until);
        Offering.Pause(In(Paused), Id, Paused.Until, Monday).LeavesItAsItIs(In(Paused));
    }

    [Fact]
    public void A_pause_ends_exactly_at_its_instant_and_not_before()
    {
        Tick(In(Paused), Paused.EndsAt - Duration.Epsilon).LeavesItAsItIs(In(Paused));

        Assert.Equal(Open, Tick(In(Paused), Paused.EndsAt).Becomes().State);
    }

    [Fact]
    public void Whoever_confirmed_stays_known_through_pauses()
    {
        var open = Of(In(new OfferState.Open(Sam)).Current);
        var paused = Offering.Pause(open, Id, new LocalDate(2026, 4, 1), Monday);

        Assert.Equal(Sam, paused.Becomes<OfferState.Paused>().ConfirmedBy);
        Assert.Equal(open.Current!.State, Offering.Resume(Of(paused.Next), Id).Becomes().State);
    }

    [Fact]
    public void The_end_of_a_pause_is_told_anew_each_time()
    {
        var subjects = new[] { 7, 9 }.Select(revision =>
            Tick(Of(In(Paused).Current! with { Revision = revision }), Paused.EndsAt).Consequences.Single(one => one.Kind == OfferNotices.Back).Subject);

        Assert.Equal(["offer-1 8", "offer-1 10"], subjects);
    }

    internal static Decision<Offer, OfferOutcome> Do(string command, Found found, OfferId? other = null)
    {
        var id = other ?? Id;
        return command switch
        {
            "Keep" => Offering.Keep(found, id, Ana, OtherForm, Lisbon, Terms, Monday),
            "Send" => Offering.Send(found, id, Ana, OtherForm, Ben, Lisbon, Terms, Monday),
            "Change" => Offering.Change(found, id, OtherForm),
            "TriedOut" => Offering.TriedOut(found, id, TryOut.TookPlace, NoorThenSam, Terms, Monday),
            "SomeoneElse" => Offering.SomeoneElse(found, id, Ana, Chidi),
            "Confirm" => Reviewing.Confirm(found, id, Noor, NoorThenSam),
            "AskForAWord" => Reviewing.AskForAWord(found, id, Noor, OpenPoint.Time, NoorThenSam, Terms, Monday),
            "Pause" => Offering.Pause(found, id, new LocalDate(2026, 5, 1), Monday),
            "Resume" => Offering.Resume(found, id),
            "Erase" => Offering.Stop(found, id),
            "TickTooEarly" => Tick(found, Monday),
            "TickWhenDue" => Tick(found, found.Current?.NextDue ?? Instant.FromUtc(2099, 1, 1, 0, 0)),
            _ => throw new ArgumentOutOfRangeException(nameof(command)),
        };
    }

    private static Decision<Offer, OfferOutcome> Tick(Found found, Instant now) => Offering.Tick(found, NoorThenSam, Terms, now);

    private static LocalDate Day(string iso) => NodaTime.Text.LocalDatePattern.Iso.Parse(iso).Value;

    private static Instant At(string iso) => NodaTime.Text.InstantPattern.General.Parse(iso).Value;
}
