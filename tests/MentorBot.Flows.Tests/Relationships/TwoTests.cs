using AdaptiveCards;
using MentorBot.Domain;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Requests;
using MentorBot.Domain.Scheduling;
using MentorBot.Domain.Sessions;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Relationships;
using MentorBot.Flows.Tests.Cards;
using MentorBot.Flows.Tests.Matching;
using MentorBot.Flows.Turns;
using NodaTime;
using static MentorBot.Flows.Tests.FlowRoom;

namespace MentorBot.Flows.Tests.Relationships;

/// <summary>Two who both said yes: what either may do, what the other reads, and what is left when it has ended.</summary>
public sealed class TwoTests : IDisposable
{
    private readonly FlowRoom room = Between.Room();

    public static TheoryData<string> OpenedInForms =>
        [RelationshipActions.ReadNext, RelationshipActions.StopNext, RelationshipActions.TightNext, RelationshipActions.LighterNext, RelationshipActions.HandOverNext];

    public static TheoryData<string> Deciding => [RelationshipActions.Stop, RelationshipActions.HandOver, RelationshipActions.MakeLighter];

    public void Dispose() => room.Dispose();

    [Theory]
    [MemberData(nameof(OpenedInForms))]
    [MemberData(nameof(Deciding))]
    public async Task Nobody_else_does_anything_with_the_two(string action)
    {
        Assert.Equal(Sentences.NotYours, await Submit(Noor, action));
        Assert.Equal(Between.In(Between.Going()), room.Relationships[Between.Id]);
    }

    [Theory]
    [MemberData(nameof(OpenedInForms))]
    public async Task A_form_from_before_the_end_leads_nowhere(string action)
    {
        room.Relationships[Between.Id] = Between.In(Between.Ended(Asked.Chidi));

        Assert.Equal(Sentences.OldCard, await Submit(Ana, action));
    }

    [Theory]
    [InlineData(RelationshipActions.ReadNext)]
    [InlineData(RelationshipActions.TightNext)]
    [InlineData(RelationshipActions.LighterNext)]
    [InlineData(RelationshipActions.HandOverNext)]
    [InlineData(RelationshipActions.HandOver)]
    [InlineData(RelationshipActions.MakeLighter)]
    public async Task Who_is_mentored_neither_reads_nor_makes_it_lighter_nor_hands_over(string action)
    {
        Assert.Equal(Sentences.NotYours, await Submit(Asked.Chidi, action));
        Assert.Equal(Between.In(Between.Going()), room.Relationships[Between.Id]);
    }

    [Theory]
    [MemberData(nameof(OpenedInForms))]
    [MemberData(nameof(Deciding))]
    public async Task What_names_no_relationship_is_from_earlier(string action) =>
        Assert.Equal(Sentences.OldCard, await room.Submit(Ana, action, (RelationshipActions.How, nameof(Lighter.Later))));

    [Fact]
    public async Task Either_may_stop_and_the_second_press_changes_nothing()
    {
        foreach (var who in new[] { Ana, Asked.Chidi })
        {
            using var other = Between.Room();
            Assert.IsType<Answer.Closes>(await other.Submit(who, RelationshipActions.Stop, Between.Ids));
            var ended = other.Relationships[Between.Id];

            Assert.Equal(who, Assert.IsType<RelationshipState.Ended>(ended.State).By);
            Assert.IsType<Answer.Closes>(await other.Submit(Ana, RelationshipActions.Stop, Between.Ids));
            Assert.Equal(ended, other.Relationships[Between.Id]);
        }
    }

    [Fact]
    public async Task The_other_never_reads_who_stopped_it()
    {
        room.Relationships[Between.Id] = Between.In(Between.Ended(Ana));
        Assert.Equal(Shown("two-ended"), (await Notified(RelationshipNotices.Ended, Asked.Chidi))?.Card);
        Assert.Equal(Shown("two-stopped-by-mentor"), (await Notified(RelationshipNotices.Ended, Ana))?.Card);

        room.Relationships[Between.Id] = Between.In(Between.Ended(Asked.Chidi));
        Assert.Equal(Shown("two-ended-for-mentor"), (await Notified(RelationshipNotices.Ended, Ana))?.Card);
        Assert.Equal(Shown("two-stopped"), (await Notified(RelationshipNotices.Ended, Asked.Chidi))?.Card);
    }

    [Fact]
    public async Task After_a_hand_over_both_read_a_kind_sentence()
    {
        Assert.IsType<Answer.Closes>(await Submit(Ana, RelationshipActions.HandOver));

        Assert.Equal((Shown("two-someone-new"), CardLife.Once), await Notified(RelationshipNotices.Ended, Asked.Chidi));
        Assert.Equal((Shown("two-handed-over"), CardLife.Once), await Notified(RelationshipNotices.Ended, Ana));
    }

    [Fact]
    public async Task To_tell_them_first_changes_nothing()
    {
        Assert.Equal(new Answer.Says("All right. Nothing has been sent. “Where am I” brings you back here when you have talked."), await room.Submit(Ana, RelationshipActions.TellFirst));
        Assert.Equal(Between.In(Between.Going()), room.Relationships[Between.Id]);
    }

    [Theory]
    [InlineData(Lighter.TwentyMinutes, false)]
    [InlineData(Lighter.TwentyMinutes, true)]
    [InlineData(Lighter.Later, true)]
    [InlineData(Lighter.QuietMonth, false)]
    [InlineData(Lighter.QuietMonth, true)]
    public async Task The_sentence_shown_before_sending_is_the_one_that_the_other_reads(Lighter how, bool isBooked)
    {
        if (isBooked)
            await Book();
        (string, string)[] ids = [.. Between.Ids, (RelationshipActions.How, how.ToString()), ("number", isBooked ? "1" : "0")];
        var before = CardAttachment.Json(Assert.IsType<Answer.Opens>(await room.Submit(Ana, RelationshipActions.LighterNext, ids)).Form.Card).ToString();
        Assert.IsNotType<Answer.Opens>(await room.Submit(Ana, RelationshipActions.MakeLighter, ids));

        var told = room.Relationships.Consequences.Concat(room.Meetings.Consequences).OfType<Consequence.Tell>()
            .Last(one => one.Whom == Asked.Chidi && one.Kind is RelationshipNotices.QuietMonth or SchedulingNotices.Shorter or SchedulingNotices.Times);
        var card = await Notified(told.Kind, Asked.Chidi, told.Subject);

        var texts = Newtonsoft.Json.Linq.JObject.Parse(card!.Value.Card).SelectTokens("$..text").Select(text => ((string)text!).Split(", from")[0]);
        Assert.Contains(texts, sentence => before.Contains(sentence, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Twenty_minutes_changes_what_is_booked_and_later_cancels_it_and_shows_both_times()
    {
        await Book();
        Assert.Equal(new Answer.Says("Next time is twenty minutes, on Tuesday 3 March at 14:00."), await room.Submit(Ana, RelationshipActions.MakeLighter, [.. Between.Ids, (RelationshipActions.How, nameof(Lighter.TwentyMinutes)), ("number", "1")]));
        Assert.Equal(20, room.Meetings[Between.Id].Next!.Minutes);

        (string, string)[] ids = [.. Between.Ids, (RelationshipActions.How, nameof(Lighter.Later)), ("number", "1")];
        Assert.IsType<Answer.Becomes>(await room.Submit(Ana, RelationshipActions.MakeLighter, ids));
        Assert.Empty(room.Meetings[Between.Id].Booked);
        Assert.Equal(Sentences.OldCard, await room.Submit(Ana, RelationshipActions.MakeLighter, ids));
    }

    [Fact]
    public async Task A_quiet_month_is_not_sent_with_a_sentence_that_they_did_not_see()
    {
        (string, string)[] ids = [.. Between.Ids, (RelationshipActions.How, nameof(Lighter.QuietMonth))];
        await Book();

        var again = CardAttachment.Json(Assert.IsType<Answer.Opens>(await room.Submit(Ana, RelationshipActions.MakeLighter, [.. ids, ("number", "0")])).Form.Card).ToString();

        Assert.Contains("Your conversation on Tuesday 3 March stays booked", again, StringComparison.Ordinal);
        Assert.Equal(Between.Going(), room.Relationships[Between.Id].State);
        Assert.IsType<Answer.Says>(await room.Submit(Ana, RelationshipActions.MakeLighter, [.. ids, ("number", "1")]));
        Assert.Equal(Between.Going(isQuiet: true), room.Relationships[Between.Id].State);
    }

    private Task<MeetingsOutcome> Book() => room.Meetings.Decide(
        Between.Id, two => Arranging.Book(two, Asked.Chidi, 1, FlowRoom.Start + Duration.FromHours(30), 60, DayEdge.Nobody, FlowRoom.Start), CancellationToken.None);

    [Fact]
    public async Task A_sentence_is_not_sent_once_things_have_moved_on()
    {
        room.Relationships[Between.Id] = Between.In(Between.Going(isQuiet: true));

        Assert.NotNull(await Notified(RelationshipNotices.QuietMonth, Asked.Chidi, RelationshipNotices.Numbered(Between.Id, 3)));
        Assert.Null(await Notified(RelationshipNotices.QuietMonth, Asked.Chidi, RelationshipNotices.Numbered(Between.Id, 2)));
    }

    [Fact]
    public async Task Either_may_go_on_before_the_quiet_time_is_over()
    {
        foreach (var who in new[] { Ana, Asked.Chidi })
        {
            room.Relationships[Between.Id] = Between.In(Between.Going(isQuiet: true));
            Assert.IsType<Answer.Becomes>(await room.Press(who, RelationshipActions.GoOn, Between.Ids));
            Assert.Equal(Between.Going(), room.Relationships[Between.Id].State);
            Assert.Equal(Sentences.OldCard, await room.Press(who, RelationshipActions.GoOn, Between.Ids));
        }

        Assert.Equal(Sentences.NotYours, await room.Press(Noor, RelationshipActions.GoOn, Between.Ids));
    }

    [Fact]
    public async Task The_end_of_a_quiet_time_is_told_only_while_it_is_not_quiet_again()
    {
        Assert.Equal((Shown("two-quiet-over"), CardLife.Once), await Notified(RelationshipNotices.QuietOver, Ana));

        room.Relationships[Between.Id] = Between.In(Between.Going(isQuiet: true));
        Assert.Null(await Notified(RelationshipNotices.QuietOver, Ana));
    }

    [Fact]
    public async Task The_card_of_who_asked_is_settled_when_it_has_ended()
    {
        Assert.Equal((Shown("two-said-yes-without-a-time"), CardLife.Follows), await Notified(RelationshipNotices.Begun, Asked.Chidi));

        room.Relationships[Between.Id] = Between.In(Between.Ended(Ana));
        Assert.Equal((Text(Card.Settled()), CardLife.Over), await Notified(RelationshipNotices.Begun, Asked.Chidi));

        room.Relationships.Clear();
        Assert.Equal((Text(Card.Settled()), CardLife.Over), await Notified(RelationshipNotices.Begun, Asked.Chidi));
        Assert.Null(await Notified(RelationshipNotices.Ended, Asked.Chidi));
    }

    [Fact]
    public async Task An_end_is_mentioned_for_a_month_to_who_was_mentored()
    {
        room.Relationships[Between.Id] = Between.In(Between.Ended(Ana));
        Assert.Equal(Shown("where-two-finished"), await WhereAmI(Asked.Chidi));
        Assert.Equal(Shown("where-nothing"), await WhereAmI(Ana));

        room.Clock.Advance(Duration.FromDays(30));
        Assert.Equal(Shown("where-nothing"), await WhereAmI(Asked.Chidi));
    }

    [Fact]
    public async Task An_end_is_not_mentioned_to_who_is_looking_again_or_has_found_somebody()
    {
        room.Relationships[Between.Id] = Between.In(Between.Ended(Ana));
        room.Requests.Put(Asked.In(new RequestState.Looking(Asked.Until, Asked.Until, Told: false)) with { Id = new("new") });
        Assert.DoesNotContain("finished", await WhereAmI(Asked.Chidi), StringComparison.Ordinal);

        room.Requests.Clear();
        room.Relationships[new("new")] = Between.In(Between.Going()) with { Id = new("new"), Mentor = Sam, Begun = FlowRoom.Start + Duration.FromDays(1) };
        Assert.DoesNotContain("finished", await WhereAmI(Asked.Chidi), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_nobody_there_is_nothing_to_make_lighter()
    {
        var answer = await room.Routes.Forms[RelationshipActions.TightWithWhom](room.TurnOf(Asked.Chidi), FlowRoom.Of([]), CancellationToken.None);

        Assert.Equal(new Answer.Says("There is nobody with whom it could be lighter just now."), answer);
    }

    [Fact]
    public async Task Where_they_take_turns_either_may_make_it_lighter()
    {
        room.Relationships[Between.Id] = Between.In(Between.Going()) with { ByTurns = true };

        foreach (var who in new[] { Ana, Asked.Chidi })
            Assert.IsType<Answer.Opens>(await Submit(who, RelationshipActions.TightNext));
    }

    private static string Shown(string name) => EveryCard.All[name].Json.ToString();

    private static string Text(AdaptiveCard card) => CardAttachment.Json(card).ToString();

    private Task<Answer> Submit(PersonId who, string action, Lighter how = Lighter.QuietMonth) =>
        room.Submit(who, action, [.. Between.Ids, (RelationshipActions.How, how.ToString())]);

    private async Task<string> WhereAmI(PersonId who) => Text(Assert.Single(Assert.IsType<Answer.Posts>(await room.Type(who, "where am i")).Cards));

    private async Task<(string Card, CardLife Life)?> Notified(string kind, PersonId whom, string? subject = null)
    {
        var notice = new Notice(kind, "", subject ?? Between.Id.Value, "5", whom, "1");
        Reader.Speak(ReaderOf(whom).Culture);
        return await room.Routes.Notices[kind](notice, ReaderOf(whom), CancellationToken.None) is { } card ? (Text(card.Card), card.Life) : null;
    }
}
