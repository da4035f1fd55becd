using AdaptiveCards;
using MentorBot.Domain.Keeping;
using MentorBot.Domain.MyData;
using MentorBot.Domain.Sessions;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Keeping;
using MentorBot.Flows.MyData;
using MentorBot.Flows.Tests.Cards;
using MentorBot.Flows.Tests.Relationships;
using MentorBot.Flows.Turns;
using static MentorBot.Flows.Tests.FlowRoom;
using static MentorBot.Flows.Tests.Keeping.AskedToKeep;

namespace MentorBot.Flows.Tests.Keeping;

/// <summary>Reading, saying yes, changing; what was kept, and one's own lines.</summary>
public sealed class KeptTests : IDisposable
{
    private readonly FlowRoom room = Room();

    public static TheoryData<string> Openers => [KeepingActions.Draft, KeepingActions.Read, KeepingActions.Open, KeepingActions.Mine, KeepingActions.HowLocked];

    public static TheoryData<string> Answers => [KeepingActions.Fine, KeepingActions.RatherNot, KeepingActions.ChangeNext, KeepingActions.ShowChange];

    public void Dispose() => room.Dispose();

    [Fact]
    public async Task Fine_like_this_keeps_it_and_closes_the_form()
    {
        room.Shows(Ana, Text);

        Assert.IsType<Answer.Closes>(await room.Says(Chidi, KeepingActions.Fine));
        Assert.Equal((KeepStage.Kept, Words(Text)), (room.Keep().Stage, room.Keep().Text));
        Assert.Contains("We said", Json(new Answer.Opens(await room.Open(Chidi, KeepingActions.Open, Ids))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(KeepingActions.Fine)]
    [InlineData(KeepingActions.RatherNot)]
    [InlineData(KeepingActions.ChangeNext)]
    public async Task An_answer_to_an_earlier_text_shows_the_text_as_it_is_now(string action)
    {
        room.Shows(Ana, "First");
        room.Shows(Ana, "Second");
        var before = room.Keep();

        var back = Json(await room.Says(Chidi, action, seen: 1));

        Assert.Contains("Ana Lima changed it after you opened it. Nothing has been kept yet.", back, StringComparison.Ordinal);
        Assert.Contains("Second", back, StringComparison.Ordinal);
        Assert.Equal(before, room.Keep());
    }

    [Fact]
    public async Task A_change_that_crosses_with_a_change_comes_back_with_both_texts()
    {
        room.Shows(Ana, "First");
        room.Shows(Ana, "Second");

        var back = Json(await room.Says(Chidi, KeepingActions.ShowChange, "Mine", seen: 1));

        Assert.Contains("Second", back, StringComparison.Ordinal);
        Assert.Contains("Mine", back, StringComparison.Ordinal);
        Assert.IsType<Answer.Says>(await room.Says(Chidi, KeepingActions.ShowChange, "Mine"));
        Assert.Equal((Words("Mine"), Chidi), (room.Keep().Text, room.Keep().Showing!.Person));
    }

    [Fact]
    public async Task A_change_that_comes_too_late_is_offered_as_ones_own()
    {
        room.Shows(Ana, "First");
        room.SaysFine(Chidi);

        Assert.Contains("Mine", Json(await room.Says(Chidi, KeepingActions.ShowChange, "Mine", seen: 1)), StringComparison.Ordinal);
        Assert.Equal(Words("First"), room.Keep().Text);
        (string, string)[] lines = [("line0", OfChidi), ("line1", "Try it on Friday"), ("line2", "Mine")];
        Assert.Equal(new Answer.Says("Kept, for you alone."), await room.Submit(Chidi, KeepingActions.SaveMine, [.. Ids, ("own", "1"), .. lines]));
        Assert.Equal([Words(OfChidi), Words("Try it on Friday"), Words("Mine")], room.Own(Chidi).Lines.Select(line => line.Words));
    }

    [Fact]
    public async Task Rather_not_gives_each_their_own_lines_at_once()
    {
        room.Shows(Ana, Text);

        Assert.IsType<Answer.Closes>(await room.Says(Chidi, KeepingActions.RatherNot));

        var mine = Json(new Answer.Opens(await room.Open(Chidi, KeepingActions.Mine, Ids)));
        Assert.Contains(OfChidi, mine, StringComparison.Ordinal);
        Assert.DoesNotContain(OfAna, mine, StringComparison.Ordinal);
        Assert.Empty(room.Notes.Both);
    }

    [Fact]
    public async Task Own_lines_are_changed_field_by_field_and_what_is_emptied_is_gone()
    {
        room.Shows(Ana, Text);
        room.SaysRatherNot(Chidi);
        await room.Open(Ana, KeepingActions.Mine, Ids);
        var own = room.Own(Ana);
        Assert.Equal(2, own.Lines.Length);

        await room.Submit(Ana, KeepingActions.SaveMine, [.. Ids, ("own", FoundKeep.Text(own.Revision)), ("line1", "Changed"), ("alone", "Alone")]);

        Assert.Equal([new OwnLine(Phase.Learn, Words("Changed"))], room.Own(Ana).Lines.AsEnumerable());
        Assert.Equal(Words("Alone"), room.Own(Ana).Alone);
    }

    [Fact]
    public async Task Own_lines_from_another_window_are_shown_beside_those_that_were_typed()
    {
        room.Shows(Ana, Text);
        room.SaysRatherNot(Chidi);
        await room.Open(Ana, KeepingActions.Mine, Ids);
        var before = room.Own(Ana);

        var back = Json(await room.Submit(Ana, KeepingActions.SaveMine, [.. Ids, ("own", "0"), ("line0", "Typed"), ("alone", "Alone")]));

        foreach (var text in new[] { "We said", OfAna, "Typed", "Alone" })
            Assert.Contains(text, back, StringComparison.Ordinal);
        Assert.Equal(before, room.Own(Ana));
    }

    [Theory]
    [MemberData(nameof(Openers))]
    public async Task A_form_opens_for_the_two_and_only_while_it_fits(string action)
    {
        Assert.Equal(Sentences.NotYours, await Open(Noor, action));
        Assert.Equal(Sentences.OldCard, await Open(Ana, action, "2"));
        Assert.Equal(Sentences.OldCard, await Open(Ana, action, "one"));

        room.Ends();
        Assert.Equal(KeepStage.Nothing, room.Keep().Stage);
        Assert.Equal(Sentences.OldCard, await Open(Ana, action));
        Assert.Empty(room.Openings);
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task An_answer_is_theirs_alone_and_needs_the_text_that_was_seen(string action)
    {
        room.Shows(Ana, Text);
        var before = room.Keep();

        Assert.Equal(Sentences.NotYours, await room.Says(Noor, action, "Mine"));
        Assert.Equal(Sentences.OldCard, await room.Submit(Chidi, action, [.. Ids, ("both", "Mine")]));
        Assert.Equal(Sentences.OldCard, await room.Submit(Chidi, action, ("revision", "1")));
        Assert.Equal(before, room.Keep());
    }

    [Fact]
    public async Task Nothing_to_keep_and_later_leave_the_card_as_it_is_then()
    {
        Assert.Equal(Shown("keep-nothing"), Json(await room.Press(Ana, KeepingActions.Nothing, Ids)));
        Assert.Equal(Sentences.OldCard, await Open(Ana, KeepingActions.Draft));

        room.Shows(Chidi, Text);
        Assert.Contains("Chidi Obi put something together", Json(await room.Press(Ana, KeepingActions.NotNow, Ids)), StringComparison.Ordinal);
        Assert.Contains("Chidi Obi put something together", Json(await room.Press(Ana, KeepingActions.Nothing, Ids)), StringComparison.Ordinal);
        Assert.Equal(Sentences.NotYours, await room.Press(Noor, KeepingActions.Nothing, Ids));
    }

    [Fact]
    public async Task A_card_after_which_a_newer_one_came_says_so()
    {
        room.Shows(Ana, Text);

        Assert.Equal((Rendered(Card.Newer()), CardLife.Over), await Told(Chidi, 1));
        Assert.Equal((Shown("keep-asked"), CardLife.Follows), await Told(Chidi, 2));
        Assert.Equal((Shown("keep-shown"), CardLife.Follows), await Told(Ana, 1));
    }

    [Fact]
    public async Task The_card_says_when_nothing_was_kept_and_is_settled_when_they_part()
    {
        room.Relationships[Between.Id] = Between.In(Between.Ended(Ana));
        Assert.Equal((Rendered(Card.Settled()), CardLife.Follows), await Told(Ana, 1));

        room.Ends();
        var (card, life) = (await Told(Ana, 1))!.Value;
        Assert.Contains("Nothing was kept of your conversation with Chidi Obi.", card, StringComparison.Ordinal);
        Assert.Equal(CardLife.Over, life);

        room.Relationships.Clear();
        Assert.Equal((Rendered(Card.Settled()), CardLife.Over), await Told(Ana, 1));
    }

    [Fact]
    public async Task Once_they_parted_what_was_kept_can_still_be_read()
    {
        room.Shows(Ana, Text);
        room.SaysFine(Chidi);
        room.Relationships[Between.Id] = Between.In(Between.Ended(Ana));

        Assert.Contains("We said", Json(new Answer.Opens(await room.Open(Chidi, KeepingActions.Open, Ids))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reading_is_noted_by_day_and_seen_by_who_read_alone()
    {
        room.Shows(Ana, Text);
        room.SaysFine(Chidi);
        await room.Open(Chidi, KeepingActions.Open, Ids);
        await room.Open(Chidi, KeepingActions.HowLocked, Ids);

        Assert.Equal((Chidi, Opened.Kept, new(2026, 3, 2)), Assert.Single(room.Openings));
        Assert.Contains("Monday 2 March: what you kept", Json(new Answer.Opens(await room.Open(Chidi, MyDataActions.WhoOpened, Between.Ids))), StringComparison.Ordinal);
        Assert.DoesNotContain("Monday 2 March", Json(new Answer.Opens(await room.Open(Ana, MyDataActions.WhoOpened, Between.Ids))), StringComparison.Ordinal);
        Assert.Equal(Sentences.NotYours, await Open(Noor, MyDataActions.WhoOpened));
    }

    private static string Shown(string name) => EveryCard.All[name].Json.ToString();

    private static string Rendered(AdaptiveCard card) => CardAttachment.Json(card).ToString();

    private async Task<(string Card, CardLife Life)?> Told(Domain.PersonId whom, int card) => await room.Told(whom, card) is { } notice ? (Rendered(notice.Card), notice.Life) : null;

    private Task<Answer> Open(Domain.PersonId who, string action, string number = "1") =>
        room.Routes.Forms[action](room.TurnOf(who), FlowRoom.Of([.. Between.Ids, ("number", number)]), default);
}
