using MentorBot.Domain;
using MentorBot.Domain.Experiments;
using MentorBot.Domain.Notices;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Experiments;
using MentorBot.Flows.Tests.Matching;
using MentorBot.Flows.Tests.Relationships;
using MentorBot.Flows.Turns;
using NodaTime;
using static MentorBot.Flows.Tests.Cards.EveryCardBetween;
using static MentorBot.Flows.Tests.FlowRoom;

namespace MentorBot.Flows.Tests.Experiments;

/// <summary>Something to try: who reads it, when it comes back.</summary>
public sealed class TryTests : IDisposable
{
    private static readonly (string, string)[] Friday = [("remind", "true"), ("day", "2026-03-06")];

    private readonly FlowRoom room = Between.Room();

    public void Dispose() => room.Dispose();

    [Fact]
    public async Task What_is_ones_own_is_in_nobody_elses_list()
    {
        Assert.Equal(new Answer.Says("Noted."), await Save("try-1", "both"));
        await Save("try-2", "secret", ("readers", "mine"));

        var theirs = await List(Asked.Chidi);
        Assert.Contains("both", theirs, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", theirs, StringComparison.Ordinal);
        Assert.DoesNotContain("\"title\": \"Change\"", theirs, StringComparison.Ordinal);
        Assert.Contains("secret", await List(Ana), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_word_on_who_may_read_it_nobody_else_does()
    {
        await room.Submit(Ana, ExperimentActions.Save, [.. Between.Ids, ("experiment", "try-1"), ("whose", "new"), ("words", "one")]);

        Assert.Equal(Ana, Assert.Single(room.Experiments.Keys).Alone);
    }

    [Theory]
    [InlineData("true", "", "Please choose a day, or leave the reminder out.")]
    [InlineData("true", "2026-03-01", "That day has already gone. Please choose a later one.")]
    [InlineData("false", "2026-03-01", "That day has already gone. Please choose a later one.")]
    [InlineData("true", "9999-12-31", "Please choose a day within a year.")]
    [InlineData("true", "yesterday", "Please choose a day, or leave the reminder out.")]
    public async Task A_day_that_cannot_be_comes_back_with_the_words(string remind, string day, string wrong)
    {
        var form = Text(Assert.IsType<Answer.Opens>(await Save("try-1", "one", ("remind", remind), ("day", day))).Form);

        Assert.Contains(wrong, form, StringComparison.Ordinal);
        Assert.Contains("\"value\": \"one\"", form, StringComparison.Ordinal);
        Assert.Empty(room.Experiments);
    }

    [Fact]
    public async Task The_reminder_comes_to_who_asked_for_it_unless_it_was_put_away_moved_or_the_two_have_ended()
    {
        await Save("try-1", "one", Friday);
        Assert.NotNull(await Reminder());

        room.Relationships[Between.Id] = Between.In(Between.Ended(Ana));
        Assert.Null(await Reminder());
        room.Relationships[Between.Id] = Between.In(Between.Going());

        Assert.Equal(new Answer.Says("I bring it back on Monday 9 March."), await room.Submit(Ana, ExperimentActions.SaveDay, Own("try-1", ("day", "2026-03-09"))));
        Assert.Null(await Reminder());
        Assert.Equal(Ana, room.Experiments.Consequences.OfType<Consequence.Tell>().Last().Whom);

        Assert.Equal(new Answer.Says("Put away. It comes up again only if you open it."), await room.Submit(Ana, ExperimentActions.PutAwayHere, Own("try-1")));
        Assert.True(Assert.Single(room.Experiments.Values).IsPutAway);
    }

    [Fact]
    public async Task What_was_put_away_is_written_anew_when_it_is_changed()
    {
        await Save("try-1", "one");
        await room.Press(Ana, ExperimentActions.PutAway, Mine("try-1"));

        Assert.Equal(new Answer.Says("Noted."), await room.Submit(Ana, ExperimentActions.Save, Own("try-1", ("words", "one"))));
        Assert.False(Assert.Single(room.Experiments.Values).IsPutAway);
    }

    [Fact]
    public async Task The_form_sent_twice_is_one_and_nothing_written_is_none()
    {
        await Save("try-1", "one");
        await Save("try-1", "one");
        Assert.Equal(1, Assert.Single(room.Experiments.Values).Revision);
        Assert.Equal(new Answer.Says("Nothing written, nothing kept."), await Save("try-2", " "));
        var seen = Own("try-1", ("words", "two"));
        Assert.Equal(new Answer.Says("It is empty now, and gone."), await room.Submit(Ana, ExperimentActions.Save, Own("try-1")));
        Assert.Contains("It isn't there any more.", Text(Assert.IsType<Answer.Opens>(await room.Submit(Ana, ExperimentActions.Save, seen)).Form), StringComparison.Ordinal);
        Assert.Empty(room.Experiments);
    }

    [Theory]
    [InlineData(ExperimentActions.Save)]
    [InlineData(ExperimentActions.SaveDay)]
    [InlineData(ExperimentActions.PutAwayHere)]
    [InlineData(ExperimentActions.ChangeNext)]
    public async Task Only_who_wrote_it_does_anything_with_it(string action)
    {
        await Save("try-1", "one");
        var before = Assert.Single(room.Experiments.Values);

        Assert.Equal(Sentences.NotYours, await room.Submit(Asked.Chidi, action, Own("try-1", ("words", "two"), ("day", "2026-03-09"))));
        Assert.Equal(Sentences.NotYours, await room.Submit(Noor, action, Own("try-1", ("words", "two"), ("day", "2026-03-09"))));
        Assert.Equal(before, Assert.Single(room.Experiments.Values));
    }

    [Fact]
    public async Task What_is_somebodys_alone_is_not_found_by_naming_it()
    {
        await Save("try-1", "secret", ("readers", "mine"));

        Assert.Equal(Sentences.OldCard, await room.Submit(Asked.Chidi, ExperimentActions.ChangeNext, Mine("try-1", "mine")));
        Assert.Equal(Sentences.OldCard, await room.Submit(Ana, ExperimentActions.ChangeNext, Mine("try-1", "both")));
        Assert.Equal(Sentences.OldCard, await room.Press(Ana, ExperimentActions.PutAway, Mine("try-1", "anybody's")));
    }

    private static string Text(Form form) => CardAttachment.Json(form.Card).ToString();

    private async Task<string> List(PersonId who) => Text(Assert.IsType<Answer.Opens>(await room.Submit(who, ExperimentActions.ListNext, Between.Ids)).Form);

    private Task<Answer> Save(string id, string words, params (string, string)[] more) => room.Submit(Ana, ExperimentActions.Save, Try(id, words, more));

    /// <summary>As a form sends it that showed it as it is now.</summary>
    private (string, string)[] Own(string id, params (string, string)[] more) => [.. Mine(id), ("seen", room.Experiments.Values.Single().Version), .. more];

    private async Task<NoticeCard?> Reminder()
    {
        var asked = room.Experiments.Consequences.OfType<Consequence.Tell>().First();
        return await room.Routes.Notices[asked.Kind](new Notice(asked.Kind, "", asked.Subject, asked.Occasion, Ana, null), ReaderOf(Ana), CancellationToken.None);
    }
}
