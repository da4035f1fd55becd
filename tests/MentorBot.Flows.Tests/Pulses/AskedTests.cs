using MentorBot.Domain;
using MentorBot.Domain.MyData;
using MentorBot.Domain.Pulses;
using MentorBot.Flows.Pulses;
using MentorBot.Flows.Tests.Matching;
using MentorBot.Flows.Tests.Relationships;
using MentorBot.Flows.Turns;
using NodaTime;
using static MentorBot.Flows.Tests.FlowRoom;
using static MentorBot.Flows.Tests.Pulses.PulseScene;

namespace MentorBot.Flows.Tests.Pulses;

/// <summary>Somebody is asked, and answers, or does not.</summary>
public sealed class AskedTests : IDisposable
{
    private readonly PulseScene scene = new();

    public AskedTests() => scene.Opens();

    private FlowRoom Room => scene.Room;

    public void Dispose() => scene.Dispose();

    [Fact]
    public async Task Who_is_asked_reads_the_name_of_the_other_until_they_have_answered()
    {
        Assert.Equal("You and Chidi Obi: seven statements", (await scene.Mention(PulseNotices.Invite, Ana))!.Line);
        Assert.Equal("You and Ana Lima: seven statements", (await scene.Mention(PulseNotices.Invite, Asked.Chidi))!.Line);

        await scene.Send(Ana, Chosen(PulseForm.A, 4));

        Assert.Null(await scene.Mention(PulseNotices.Invite, Ana));
        Assert.Null(await scene.Mention(PulseNotices.Remind, Ana));
        Assert.NotNull(await scene.Mention(PulseNotices.Remind, Asked.Chidi));
    }

    [Fact]
    public async Task What_was_chosen_is_kept_can_be_changed_and_stands_on_no_card()
    {
        var first = Text(await scene.Send(Ana, Chosen(PulseForm.A, 1, 2, 3, 0, 5, 6, 7)));
        Assert.Equal(Answers.Of([(1, 1), (4, 2), (7, 3), (13, 5), (16, 6), (19, 7)]), Kept(Ana));

        var second = Text(await scene.Send(Ana, Chosen(PulseForm.A, 7, 7, 7, 7, 7, 7, 7)));

        Assert.Equal(first, second);
        Assert.Equal(7, Kept(Ana)![9]);
        Assert.Contains("You can change it until Monday 16 March.", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opening_ones_own_again_is_noted_and_opening_an_empty_form_is_not()
    {
        await Room.Open(Ana, PulseActions.AnswerForm, Ids);
        Assert.Empty(Room.Openings);

        await scene.Send(Ana, Chosen(PulseForm.A, 4));
        await Room.Open(Ana, PulseActions.AnswerForm, Ids);

        Assert.Equal((Ana, Opened.CheckIn), Room.Openings.Select(one => (one.Person, one.What)).Single());
    }

    [Fact]
    public async Task Everything_left_out_sends_nothing_and_takes_back_what_was_sent()
    {
        Assert.Equal(new Answer.Says("Nothing chosen, nothing sent. Open until Monday 16 March."), await scene.Send(Ana, Chosen(PulseForm.A, 0, 0)));

        await scene.Send(Ana, Chosen(PulseForm.A, 4));
        Assert.Contains("Erased.", Text(await scene.Send(Ana)), StringComparison.Ordinal);

        Assert.Null(Kept(Ana));
    }

    [Theory]
    [InlineData("8")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("seven")]
    [InlineData("99999999999999999999")]
    public async Task A_value_off_the_scale_counts_as_left_out(string value)
    {
        await scene.Send(Ana, (PulseActions.Statement(1), value), (PulseActions.Statement(4), "4"), (PulseActions.Statement(2), "5"));

        Assert.Equal(Answers.Of([(4, 4)]), Kept(Ana));
    }

    [Fact]
    public async Task Sent_at_the_last_moment_nothing_is_taken_in()
    {
        Room.Clock.Advance(Room.Pulses[Id].ClosesAt - Room.Clock.GetCurrentInstant());

        Assert.Equal(new Answer.Says("This closed at 17:00. Nothing was taken in."), await scene.Send(Ana, Chosen(PulseForm.A, 4)));
        Assert.Null(Kept(Ana));
        Assert.Null(await scene.Mention(PulseNotices.Remind, Ana));
    }

    [Fact]
    public async Task Not_this_time_notes_nothing_and_takes_nothing_back()
    {
        Assert.Contains("All right. Nothing is noted.", Text(await Room.Press(Ana, PulseActions.NotThisTime, Ids)), StringComparison.Ordinal);
        Assert.NotNull(await scene.Mention(PulseNotices.Remind, Ana));

        await scene.Send(Ana, Chosen(PulseForm.A, 4));
        Assert.Contains("Sent, and locked", Text(await Room.Press(Ana, PulseActions.NotThisTime, Ids)), StringComparison.Ordinal);
        Assert.NotNull(Kept(Ana));
    }

    [Fact]
    public async Task Nobody_else_answers_or_learns_who_is_asked()
    {
        Assert.Equal(Sentences.NotYours, await scene.Send(Noor, Chosen(PulseForm.A, 4)));
        Assert.Equal(Sentences.NotYours, await Room.Press(new("eva.meijer"), PulseActions.TakeBack, Ids));
        Assert.Null(await scene.Mention(PulseNotices.Invite, Noor));
    }

    [Fact]
    public async Task A_pair_that_has_ended_is_asked_no_more()
    {
        Room.Relationships[Between.Id] = Between.In(Between.Ended(Ana));

        Assert.Null(await scene.Mention(PulseNotices.Invite, Ana));
        Assert.Equal(Sentences.OldCard, await scene.Send(Ana, Chosen(PulseForm.A, 4)));
    }

    [Fact]
    public async Task Who_would_like_a_word_is_named_to_that_contact_and_nothing_else_is_said()
    {
        Assert.Equal(
            new Answer.Says("Noor de Boer gets in touch by Thursday 5 March."),
            await Room.Submit(Ana, PulseActions.Tell, (PulseActions.Whom, Noor.Value), (PulseActions.How, nameof(WordThrough.Phone))));

        var (word, contact) = Assert.Single(Room.Words);
        Assert.Equal((Noor, Ana, WordThrough.Phone), (contact, word.Person, word.Through));
        Assert.Equal(word, WordWanted.In(word.Subject));
        var card = Text(new Answer.Becomes((await scene.Notice(PulseNotices.Word, word.Subject, Noor))!.Card));
        Assert.Contains("Ana Lima would like a word", card, StringComparison.Ordinal);
        Assert.DoesNotContain("check-in", card, StringComparison.OrdinalIgnoreCase);
        Assert.Null(await scene.Notice(PulseNotices.Word, word.Subject, Jun));
    }

    [Theory]
    [InlineData("jun.park")]
    [InlineData("noor.deboer")]
    [InlineData("")]
    public async Task Nobody_but_another_who_looks_after_it_is_told(string whom)
    {
        Assert.IsType<Answer.Opens>(await Room.Submit(Noor, PulseActions.Tell, (PulseActions.Whom, whom)));
        Assert.Empty(Room.Words);
    }

    private Answers? Kept(PersonId person) => Room.Pulses.Kept(Id, person, Between.Id);
}
