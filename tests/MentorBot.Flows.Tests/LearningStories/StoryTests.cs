using MentorBot.Domain;
using MentorBot.Domain.LearningStories;
using MentorBot.Domain.MyData;
using MentorBot.Domain.Relationships;
using MentorBot.Flows.LearningStories;
using MentorBot.Flows.Tests.Keeping;
using MentorBot.Flows.Tests.Relationships;
using MentorBot.Flows.Turns;
using static MentorBot.Flows.Tests.FlowRoom;
using static MentorBot.Flows.Tests.LearningStories.Storytelling;

namespace MentorBot.Flows.Tests.LearningStories;

/// <summary>Writing one's side, exchanging, joining.</summary>
public sealed class StoryTests : IDisposable
{
    private static readonly string[] Openers = [StoryActions.Write, StoryActions.Read, StoryActions.Choose];
    private static readonly string[] Presses = [StoryActions.TakeBack, StoryActions.RatherNot, StoryActions.LeaveItSo];

    private static readonly string[] Submissions =
    [
        StoryActions.Keep, StoryActions.Ready, StoryActions.Offer, StoryActions.Fine, StoryActions.Leave, StoryActions.ChangeNext, StoryActions.EachNext,
    ];

    private readonly FlowRoom room = Room();

    public void Dispose() => room.Dispose();

    [Fact]
    public async Task Nobody_else_reads_or_writes_any_of_it_and_nobody_does_while_they_go_on()
    {
        await room.AreReady();
        var before = room.Story();
        Assert.All(await Everything(Noor), answer => Assert.Equal(Sentences.NotYours, answer));

        foreach (var state in new RelationshipState[] { Between.Going(), Between.Ended(Ana) })
        {
            room.Relationships[Between.Id] = Between.In(state);
            Assert.All(await Everything(Ana), answer => Assert.Equal(Sentences.OldCard, answer));
        }

        room.Relationships.Clear();
        Assert.All(await Everything(Ana), answer => Assert.Equal(Sentences.OldCard, answer));
        Assert.Same(before, (await room.Stories.Find(Between.Id, default)).Story);
    }

    [Fact]
    public async Task What_a_card_does_not_carry_is_refused()
    {
        await room.Join();
        var before = room.Story();
        foreach (var action in new[] { StoryActions.Keep, StoryActions.Ready, StoryActions.Offer, StoryActions.Fine, StoryActions.Leave })
            Assert.Equal(Sentences.OldCard, await room.Submit(Ana, action, Between.Ids));
        Assert.Equal(Sentences.OldCard, await room.Press(Ana, StoryActions.LeaveItSo, Between.Ids));
        Assert.Equal(Sentences.OldCard, await room.Submit(Ana, StoryActions.Keep));
        Assert.Same(before, room.Story());
    }

    [Fact]
    public async Task Kept_it_is_for_oneself_and_nothing_written_is_nothing_kept()
    {
        Assert.Equal(new Answer.Says("Nothing written, nothing kept."), await room.Writes(Ana, StoryActions.Ready, " "));
        Assert.Equal(new Answer.Says("Kept, for you alone."), await room.Writes(Ana, StoryActions.Keep, OfAna));
        Assert.Empty(room.Stories.Consequences);

        Assert.Contains("afraid", Json(await Opens(Ana, StoryActions.Write)), StringComparison.Ordinal);
        Assert.DoesNotContain("afraid", Json(await Opens(Chidi, StoryActions.Write)), StringComparison.Ordinal);
        Assert.Equal(new Answer.Says("Nothing written, nothing kept."), await room.Writes(Ana, StoryActions.Keep, null));
        Assert.Null(room.Story().Of(Ana).Words);
    }

    [Theory]
    [InlineData(StoryActions.Keep)]
    [InlineData(StoryActions.Ready)]
    public async Task What_is_too_long_comes_back_in_its_form(string action)
    {
        var back = Json(await room.Writes(Ana, action, new string('x', LearningStory.Longest + 1)));

        Assert.Contains("Please keep this under 4000 characters. Your text is still here.", back, StringComparison.Ordinal);
        Assert.Contains("xxx", back, StringComparison.Ordinal);
        Assert.Null(room.Story().Of(Ana).Words);
        Assert.IsType<Answer.Says>(await room.Writes(Ana, StoryActions.Keep, new string('x', LearningStory.Longest)));
    }

    [Fact]
    public async Task Two_windows_lose_nothing()
    {
        await room.Writes(Ana, StoryActions.Keep, OfAna);

        var back = Json(await room.Writes(Ana, StoryActions.Ready, "Typed elsewhere", seen: 0));

        Assert.Contains("Typed elsewhere", back, StringComparison.Ordinal);
        Assert.Contains("afraid", back, StringComparison.Ordinal);
        Assert.False(room.Story().Of(Ana).IsReady);
    }

    [Fact]
    public async Task Whoever_is_asked_cannot_read_and_whoever_is_ready_cannot_either()
    {
        await room.Writes(Chidi, StoryActions.Ready, OfChidi);

        foreach (var who in new[] { Ana, Chidi })
        {
            Assert.Equal(Sentences.OldCard, await Opens(who, StoryActions.Read));
            Assert.Equal(Sentences.OldCard, await room.Submit(who, StoryActions.EachNext, Between.Ids));
            Assert.Equal(Sentences.OldCard, await Opens(who, StoryActions.Choose));
        }

        Assert.DoesNotContain("advice", Json(await Opens(Ana, StoryActions.Write)), StringComparison.Ordinal);
        Assert.DoesNotContain(room.Openings, one => one.Person == Ana);
    }

    [Fact]
    public async Task Taken_back_the_other_s_card_says_nothing_of_it_and_it_never_comes_unasked()
    {
        await room.Writes(Chidi, StoryActions.Ready, OfChidi);
        Assert.Contains("has written about your time together", Json((await room.Told(Ana))!), StringComparison.Ordinal);

        Assert.Contains("Kept, for you alone.", Json(await room.Press(Chidi, StoryActions.TakeBack, Between.Ids)), StringComparison.Ordinal);
        Assert.Equal(CardLife.Follows, (await room.Told(Ana))!.Life);
        Assert.Contains("This has been settled", Json((await room.Told(Ana))!), StringComparison.Ordinal);
        Assert.Equal(CardLife.Over, (await room.Told(Ana, shown: null))!.Life);
    }

    [Fact]
    public async Task After_the_exchange_each_reads_the_other_s_and_that_is_noted()
    {
        await room.AreReady();

        var read = Json(await Opens(Ana, StoryActions.Read));
        Assert.Contains("advice", read, StringComparison.Ordinal);
        Assert.Contains("afraid", read, StringComparison.Ordinal);
        Assert.Equal([(Ana, Opened.Story)], room.Openings.Select(one => (one.Person, one.What)));
        Assert.Contains("There is a newer card", Json((await room.Told(Ana, card: 1))!), StringComparison.Ordinal);
        Assert.Contains("advice", Json(await Opens(Ana, StoryActions.Write)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_comes_after_the_exchange_is_given_back()
    {
        await room.AreReady();

        Assert.Contains("One more line", Json(await room.Writes(Ana, StoryActions.Keep, OfAna + "\n\nOne more line")), StringComparison.Ordinal);
        Assert.DoesNotContain("One more line", Json(await Opens(Chidi, StoryActions.Read)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_chooses_what_is_not_theirs_and_nothing_is_no_choice()
    {
        await room.AreReady();

        Assert.Contains("Please choose a passage", Json(await room.Offers(Ana, "7,x,-1")), StringComparison.Ordinal);
        Assert.Contains("Please choose a passage", Json(await room.Offers(Ana, "")), StringComparison.Ordinal);
        Assert.Empty(room.Story().Of(Ana).Chosen);
        Assert.IsType<Answer.Closes>(await room.Offers(Ana, "1,9"));
        Assert.Equal([1], room.Story().Of(Ana).Chosen.AsEnumerable());
    }

    [Fact]
    public async Task A_yes_to_an_earlier_joint_story_shows_it_as_it_is_now()
    {
        await room.Join();
        await room.Offers(Chidi, "1");
        var before = room.Story();

        foreach (var action in new[] { StoryActions.Fine, StoryActions.Leave })
        {
            var back = Json(await room.Says(Ana, action, seen: 1));
            Assert.Contains("Chidi Obi changed it after you opened it. Nothing has been kept yet.", back, StringComparison.Ordinal);
            Assert.Contains("I left with a question.", back, StringComparison.Ordinal);
        }

        Assert.IsType<Answer.Becomes>(await room.Press(Ana, StoryActions.LeaveItSo, room.Seen(1)));
        Assert.Contains("changed it after you opened it", Json(await room.Offers(Ana, "0", seen: 1)), StringComparison.Ordinal);
        Assert.Same(before, room.Story());
    }

    [Fact]
    public async Task Fine_for_both_is_kept_and_read_by_both()
    {
        await room.Join();
        Assert.IsType<Answer.Closes>(await room.Says(Ana, StoryActions.Fine));
        Assert.Equal(Sentences.OldCard, await room.Says(Ana, StoryActions.Fine));
        Assert.IsType<Answer.Closes>(await room.Says(Chidi, StoryActions.Fine));

        Assert.Contains("Kept for you both.", Json((await room.Told(Ana))!), StringComparison.Ordinal);
        var joint = Json(await Opens(Ana, StoryActions.Read));
        Assert.Contains("I came for advice.", joint, StringComparison.Ordinal);
        Assert.DoesNotContain("I left with a question.", joint, StringComparison.Ordinal);
        Assert.Equal(Sentences.OldCard, await room.Says(Ana, StoryActions.Leave));
    }

    [Fact]
    public async Task Whoever_leaves_it_so_still_reads_both_and_the_other_s_card_stays()
    {
        await room.Join();
        var card = Json((await room.Told(Chidi))!);

        Assert.IsType<Answer.Closes>(await room.Says(Ana, StoryActions.Leave));

        Assert.Equal(card, Json((await room.Told(Chidi))!));
        Assert.Contains("Both stay as they are.", Json((await room.Told(Ana))!), StringComparison.Ordinal);
        Assert.Contains("advice", Json(await Opens(Ana, StoryActions.Read)), StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<Answer>> Everything(PersonId who)
    {
        var answers = new List<Answer>();
        (string, string)[] data = [.. room.Seen(0), (StoryActions.Text, "1"), (StoryActions.Words, "Words"), (StoryActions.Passages, "0")];
        foreach (var opener in Openers)
            answers.Add(await room.Routes.Forms[opener](room.TurnOf(who), Of(data), default));
        foreach (var press in Presses)
            answers.Add(await room.Press(who, press, data));
        foreach (var submission in Submissions)
            answers.Add(await room.Submit(who, submission, data));
        return answers;
    }

    private Task<Answer> Opens(PersonId who, string opener) => room.Routes.Forms[opener](room.TurnOf(who), Of(Between.Ids), default);

    private static string Json(Answer answer) => AskedToKeep.Json(answer);

    private static string Json(NoticeCard card) => AskedToKeep.Json(new Answer.Becomes(card.Card));
}
