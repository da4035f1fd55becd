using MentorBot.Domain;
using MentorBot.Domain.MyData;
using MentorBot.Domain.Questions;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Questions;
using MentorBot.Flows.Tests.Matching;
using MentorBot.Flows.Tests.Relationships;
using MentorBot.Flows.Turns;
using static MentorBot.Flows.Tests.FlowRoom;

namespace MentorBot.Flows.Tests.Questions;

/// <summary>A question left for next time.</summary>
public sealed class QuestionTests : IDisposable
{
    private readonly FlowRoom room = Between.Room();

    public void Dispose() => room.Dispose();

    [Fact]
    public async Task It_is_mentioned_until_it_is_read_and_never_after_it_was_taken_back()
    {
        Assert.Null(await Mention());
        await Send("one");
        Assert.Equal("Ana Lima left you a question for next time.", (await Mention())!.Line);

        Assert.Equal(new Answer.Says("Taken back."), await TakeBack());
        Assert.Null(await Mention());

        await Send("two");
        Assert.Contains("two", Text(await room.Open(Asked.Chidi, QuestionActions.Read, Between.Ids)), StringComparison.Ordinal);
        Assert.Null(await Mention());
    }

    [Fact]
    public async Task Read_it_stays_and_can_be_read_again()
    {
        await Send("one");
        await room.Open(Asked.Chidi, QuestionActions.Read, Between.Ids);

        Assert.Equal(new Answer.Says("It has been opened already, so it stays until you have talked. You can ask something new."), await TakeBack());
        Assert.Contains("one", Text(await room.Open(Asked.Chidi, QuestionActions.Read, Between.Ids)), StringComparison.Ordinal);
        Assert.Contains((Asked.Chidi, Opened.Question), room.Openings.Select(one => (one.Person, one.What)));
        Assert.DoesNotContain("one", Text(await room.Open(Ana, QuestionActions.Ask, Between.Ids)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task There_is_nothing_to_read_where_nothing_was_asked()
    {
        Assert.Equal(new Answer.Says("There is no question for you just now."), await room.Submit(Asked.Chidi, QuestionActions.ReadNext, Between.Ids));
        Assert.Equal(new Answer.Says("Nothing written, nothing sent."), await room.Submit(Ana, QuestionActions.Send, Between.Ids));
        Assert.IsType<Answer.Becomes>(await room.Press(Asked.Chidi, QuestionActions.Later, Between.Ids));
    }

    [Fact]
    public async Task Ones_own_question_is_not_the_one_that_is_read()
    {
        await Send("one");

        Assert.Equal(new Answer.Says("There is no question for you just now."), await room.Submit(Ana, QuestionActions.ReadNext, Between.Ids));
    }

    [Fact]
    public async Task An_older_window_shows_both_and_sends_nothing()
    {
        await Send("one");

        var form = Text(Assert.IsType<Answer.Opens>(await room.Submit(Ana, QuestionActions.Send, [.. Between.Ids, (QuestionActions.Words, "two")])).Form);

        Assert.Contains("You changed this in another window.", form, StringComparison.Ordinal);
        Assert.Equal(Confidential.From("one"), Assert.Single(room.Questions.Values).Words);
    }

    [Theory]
    [InlineData(QuestionActions.Send)]
    [InlineData(QuestionActions.TakeBack)]
    [InlineData(QuestionActions.ReadNext)]
    public async Task Nobody_else_asks_takes_back_or_reads(string action)
    {
        await Send("one");

        Assert.Equal(Sentences.NotYours, await room.Submit(Noor, action, [.. Between.Ids, (QuestionActions.Words, "two")]));
        Assert.Equal(1, Assert.Single(room.Questions.Values).Revision);
    }

    [Fact]
    public async Task Once_the_two_have_ended_nothing_is_read_or_mentioned_and_words_are_given_back()
    {
        await Send("one");
        room.Relationships[Between.Id] = Between.In(Between.Ended(Ana));

        Assert.Null(await Mention());
        Assert.Equal(Sentences.OldCard, await room.Submit(Asked.Chidi, QuestionActions.ReadNext, Between.Ids));
        Assert.Equal(Sentences.OldCard, await TakeBack());
        Assert.Contains("two", Text(Assert.IsType<Answer.Opens>(await Send("two")).Form), StringComparison.Ordinal);
        Assert.Equal(Confidential.From("one"), Assert.Single(room.Questions.Values).Words);
    }

    [Fact]
    public async Task Too_many_words_come_back_with_the_reason()
    {
        var words = new string('x', AskingAhead.LongestQuestion + 1);

        Assert.Contains(words, Text(Assert.IsType<Answer.Opens>(await Send(words)).Form), StringComparison.Ordinal);
        Assert.Empty(room.Questions);
    }

    private static string Text(Form form) => CardAttachment.Json(form.Card).ToString();

    private Task<Answer> Send(string words) => room.Submit(Ana, QuestionActions.Send, WithSeen((QuestionActions.Words, words)));

    private Task<Answer> TakeBack() => room.Submit(Ana, QuestionActions.TakeBack, WithSeen());

    private (string, string)[] WithSeen(params (string, string)[] more) =>
        room.Questions.Count == 0 ? [.. Between.Ids, .. more] : [.. Between.Ids, .. more, (QuestionActions.Seen, room.Questions.Values.Single().Version)];

    private async Task<Mention?> Mention()
    {
        Reader.Speak(ReaderOf(Asked.Chidi).Culture);
        return await room.Routes.Mentions[QuestionNotices.Waiting](QuestionNotices.About(Between.Id, Ana), ReaderOf(Asked.Chidi), CancellationToken.None);
    }
}
