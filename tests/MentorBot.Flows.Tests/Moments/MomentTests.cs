using MentorBot.Domain;
using MentorBot.Domain.Moments;
using MentorBot.Domain.MyData;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Moments;
using MentorBot.Flows.Tests.Cards;
using MentorBot.Flows.Tests.Matching;
using MentorBot.Flows.Tests.Relationships;
using MentorBot.Flows.Turns;
using static MentorBot.Flows.Tests.FlowRoom;

namespace MentorBot.Flows.Tests.Moments;

/// <summary>The word "log", and what is written in its form.</summary>
public sealed class MomentTests : IDisposable
{
    private readonly FlowRoom room = Between.Room();

    public void Dispose() => room.Dispose();

    [Theory]
    [InlineData("log")]
    [InlineData("Log.")]
    [InlineData("  LOG ")]
    public async Task The_word_brings_the_card(string typed) => Assert.Equal(Shown("moment"), await Typed(typed));

    [Theory]
    [InlineData("log: today I said no")]
    [InlineData("log today I said no")]
    [InlineData("Log, today I said no to something that I should have said no to for a very long time indeed.")]
    public async Task Words_typed_behind_it_are_answered_kindly_and_kept_nowhere(string typed)
    {
        Assert.Equal(Shown("moment-nothing-kept"), await Typed(typed));
        Assert.Empty(room.Moments);
    }

    [Theory]
    [InlineData("logistics are my problem")]
    [InlineData("a log: today I said no")]
    [InlineData("catalog today")]
    public async Task What_only_looks_like_it_is_not_understood(string typed) => Assert.DoesNotContain("worth keeping", await Typed(typed), StringComparison.Ordinal);

    [Fact]
    public async Task Its_author_alone_reads_it_unless_they_chose_somebody()
    {
        Assert.Equal(new Answer.Says("Kept."), await Keep("1", "secret"));
        Assert.Equal(new Answer.Says("Nothing yet."), await Read(Asked.Chidi));

        await Keep("2", "shared", Between.Id.Value);
        var theirs = Text(await Read(Asked.Chidi));
        Assert.Contains("shared", theirs, StringComparison.Ordinal);
        Assert.Contains("from Ana Lima", theirs, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", theirs, StringComparison.Ordinal);
        Assert.Equal(new Answer.Says("Nothing yet."), await Read(Noor));
        Assert.Equal((Asked.Chidi, Opened.Moment), Assert.Single(room.Openings.Select(one => (one.Person, one.What))));
    }

    [Fact]
    public async Task Ones_own_comes_once_although_there_is_a_copy()
    {
        await Keep("1", "shared", Between.Id.Value);

        Assert.Single(Text(await Read(Ana)).Split("shared").Skip(1));
    }

    [Theory]
    [InlineData("another")]
    [InlineData("../../rows.db")]
    [InlineData("")]
    public async Task Nobody_reads_it_with_whom_one_does_not_talk(string readers)
    {
        await Keep("1", "one", readers);

        Assert.Empty(Assert.Single(room.Moments.Values).Shared);
    }

    [Fact]
    public async Task Once_the_two_have_ended_there_is_nobody_to_choose()
    {
        room.Relationships[Between.Id] = Between.In(Between.Ended(Ana));
        await Keep("1", "one", Between.Id.Value);

        Assert.Empty(Assert.Single(room.Moments.Values).Shared);
    }

    [Fact]
    public async Task The_form_sent_twice_is_one_moment_and_nothing_written_is_none()
    {
        await Keep("1", "one");
        await Keep("1", "one");
        Assert.Single(room.Moments);
        Assert.Equal(new Answer.Says("Nothing written, nothing kept."), await Keep("2", " "));
        Assert.Equal(Sentences.OldCard, await Keep("", "one"));
        Assert.Single(room.Moments);
    }

    [Fact]
    public async Task The_form_sent_again_with_other_words_comes_back_and_keeps_them_as_another_moment()
    {
        await Keep("1", "one");

        var back = Assert.IsType<Answer.Opens>(await Keep("1", "two", Between.Id.Value)).Form;

        var json = CardAttachment.Json(back.Card).ToString();
        Assert.Contains("From this form I kept other words of yours already, and they stay.", json, StringComparison.Ordinal);
        Assert.Contains("two", json, StringComparison.Ordinal);
        Assert.DoesNotContain("\"moment\": \"1\"", json, StringComparison.Ordinal);
        Assert.Single(room.Moments);
        Assert.Equal(new Answer.Says("Kept."), await Keep("2", "two"));
        Assert.Equal(2, room.Moments.Count);
    }

    [Theory]
    [InlineData("99")]
    [InlineData("2147483647")]
    public async Task Beyond_the_last_there_is_nothing(string after)
    {
        await Keep("1", "one");

        Assert.Equal(new Answer.Says("Nothing yet."), await room.Submit(Ana, MomentActions.ReadOn, ("after", after)));
    }

    private static string Shown(string name) => EveryCard.All[name].Json.ToString();

    private static string Text(Answer answer) => CardAttachment.Json(Assert.IsType<Answer.Opens>(answer).Form.Card).ToString();

    private async Task<string> Typed(string text) => await room.Type(Ana, text) switch
    {
        Answer.Posts { Cards: [var card] } => CardAttachment.Json(card).ToString(),
        var other => other.ToString(),
    };

    private Task<Answer> Keep(string id, string words, string readers = "") => room.Submit(Ana, MomentActions.Keep, ("moment", id), ("words", words), ("readers", readers));

    private Task<Answer> Read(PersonId who) => room.Routes.Forms[MomentActions.ReadAll](room.TurnOf(who), FlowRoom.Of([]), CancellationToken.None);
}
