using MentorBot.Domain;
using MentorBot.Domain.MyData;
using MentorBot.Domain.Notes;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Sessions;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Notes;
using MentorBot.Flows.Tests.Matching;
using MentorBot.Flows.Tests.Relationships;
using MentorBot.Flows.Turns;
using NodaTime;
using static MentorBot.Flows.Tests.Cards.EveryCardBetween;
using static MentorBot.Flows.Tests.FlowRoom;

namespace MentorBot.Flows.Tests.Notes;

/// <summary>Note forms: whatever was typed is kept, or comes back.</summary>
public sealed class NoteTests : IDisposable
{
    private readonly FlowRoom room = Between.Room();

    public NoteTests() => room.Meetings[Between.Id] = Meetings.Of(FlowRoom.Start) with { Last = 1 };

    public static TheoryData<string> Saving => [NoteActions.Save, NoteActions.SaveOwn, NoteActions.ForMeAlone, NoteActions.ShareNext];

    public void Dispose() => room.Dispose();

    [Fact]
    public async Task A_note_for_both_is_read_by_the_other_and_changed_by_nobody_else()
    {
        Assert.IsType<Answer.Closes>(await Save(Ana, "one"));
        Assert.IsType<Answer.Closes>(await Save(Asked.Chidi, "two"));

        Assert.Contains("one", Text(await room.Open(Asked.Chidi, NoteActions.Write, At(Phase.Learn))), StringComparison.Ordinal);
        Assert.Equal([Said("one"), Said("two")], room.Notes.Both.Values.OrderBy(note => note.Author.Value).Select(note => note.Words).ToArray());
        Assert.All(room.Notes.Consequences, step => Assert.Equal(NoteNotices.Changed, step.Kind));
        Assert.Equal(2, room.Notes.Consequences.Count);
    }

    [Fact]
    public async Task What_a_form_did_not_show_comes_back_beside_what_was_typed()
    {
        await Save(Ana, "one");

        var form = Assert.IsType<Answer.Opens>(await Save(Ana, "two")).Form;

        Assert.Contains("You changed this in another window.", Text(form), StringComparison.Ordinal);
        Assert.Contains("one", Text(form), StringComparison.Ordinal);
        Assert.Contains("two", Text(form), StringComparison.Ordinal);
        Assert.Equal(Said("one"), Assert.Single(room.Notes.Both.Values).Words);
        Assert.IsType<Answer.Closes>(await Save(Ana, "two", Assert.Single(room.Notes.Both.Values).Version));
        Assert.Equal(Said("two"), Assert.Single(room.Notes.Both.Values).Words);
    }

    [Fact]
    public async Task Nothing_written_is_nothing_kept_and_an_emptied_note_is_gone()
    {
        Assert.Equal(new Answer.Says("Nothing written, nothing kept."), await Save(Ana, " "));
        await Save(Ana, "one");
        Assert.Equal(new Answer.Says("Your note is empty now, and gone."), await Save(Ana, "", Assert.Single(room.Notes.Both.Values).Version));
        Assert.Empty(room.Notes.Both);
    }

    [Fact]
    public async Task After_the_conversation_was_closed_it_is_kept_and_said_where()
    {
        room.Meetings[Between.Id] = Meetings.Of(FlowRoom.Start) with { Last = 1, Session = Closed };

        Assert.Equal(
            new Answer.Says("Kept. That conversation is closed; your note lies with the others of it, under “Read our notes”. Where you have settled what to keep, it moves to your own lines within a day."),
            await Save(Ana, "one"));
        Assert.Single(room.Notes.Both);
    }

    [Fact]
    public async Task After_the_two_have_ended_it_is_kept_for_oneself_alone_and_said_so()
    {
        room.Relationships[Between.Id] = Between.In(Between.Ended(Asked.Chidi));

        Assert.Equal(
            new Answer.Says("Your conversations with Chidi Obi have come to an end, so I kept this for you alone. It is erased on Saturday 29 August."),
            await Save(Ana, "one"));
        Assert.Equal(Said("one"), Assert.Single(room.Notes.Alone.Values).Words);
        Assert.Empty(room.Notes.Both);

        var form = Assert.IsType<Answer.Opens>(await Save(Ana, "two")).Form;
        Assert.Contains("one", Text(form), StringComparison.Ordinal);
        Assert.Contains("two", Text(form), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Saving))]
    public async Task Where_nothing_can_be_kept_the_words_are_given_back(string action)
    {
        room.Relationships.Clear();

        var form = Assert.IsType<Answer.Opens>(await room.Submit(Ana, action, At(Phase.Learn, (NoteActions.Words, "one")))).Form;

        Assert.Contains("Here are your words, to copy.", Text(form), StringComparison.Ordinal);
        Assert.Contains("one", Text(form), StringComparison.Ordinal);
        Assert.Equal(Sentences.OldCard, await room.Submit(Ana, action, At(Phase.Learn)));
    }

    [Theory]
    [MemberData(nameof(Saving))]
    public async Task Too_many_words_come_back_with_the_reason(string action)
    {
        var words = new string('x', Noting.LongestNote + 1);

        var form = Assert.IsType<Answer.Opens>(await room.Submit(Ana, action, At(Phase.Learn, (NoteActions.Words, words)))).Form;

        Assert.Contains("Please keep this under 2,000 characters. Your text is still here.".Replace(",", "", StringComparison.Ordinal), Text(form), StringComparison.Ordinal);
        Assert.Contains(words, Text(form), StringComparison.Ordinal);
        Assert.Empty(room.Notes.Both);
        Assert.Empty(room.Notes.Alone);
    }

    [Theory]
    [MemberData(nameof(Saving))]
    [InlineData(NoteActions.Share)]
    [InlineData(NoteActions.WriteNext)]
    public async Task Nobody_else_writes_or_reads(string action) =>
        Assert.Equal(Sentences.NotYours, await room.Submit(Noor, action, At(Phase.Learn, (NoteActions.Words, "one"))));

    [Theory]
    [InlineData("2", "Learn")]
    [InlineData("0", "Learn")]
    [InlineData("-1", "Learn")]
    [InlineData("x", "Learn")]
    [InlineData("1", "Lunch")]
    [InlineData("1", "2")]
    public async Task A_conversation_that_there_never_was_takes_no_notes(string number, string phase)
    {
        (string, string)[] data = [.. Between.Ids, ("number", number), ("phase", phase), (NoteActions.Words, "one")];

        Assert.Contains("to copy", Text(Assert.IsType<Answer.Opens>(await room.Submit(Ana, NoteActions.Save, data)).Form), StringComparison.Ordinal);
        Assert.Equal(Sentences.OldCard, await room.Routes.Forms[NoteActions.Write](room.TurnOf(Ana), FlowRoom.Of(data), CancellationToken.None));
        Assert.Empty(room.Notes.Both);
    }

    [Fact]
    public async Task For_me_alone_takes_over_what_was_typed_and_nothing_that_was_only_shown()
    {
        var typed = Text(Assert.IsType<Answer.Opens>(await room.Submit(Ana, NoteActions.ForMeAlone, At(Phase.Learn, (NoteActions.Words, "one")))).Form);
        Assert.Contains("\"value\": \"one\"", typed, StringComparison.Ordinal);

        await Save(Ana, "for both");
        var shown = Text(Assert.IsType<Answer.Opens>(await room.Submit(Ana, NoteActions.ForMeAlone, At(Phase.Learn, (NoteActions.Words, "for both")))).Form);
        Assert.DoesNotContain("for both", shown, StringComparison.Ordinal);
        Assert.Empty(room.Notes.Alone);
    }

    [Fact]
    public async Task Ones_own_note_is_shared_only_after_it_was_said_what_that_means()
    {
        Assert.IsType<Answer.Opens>(await room.Submit(Ana, NoteActions.ShareNext, At(Phase.Learn, (NoteActions.Words, "one"))));
        var own = Assert.Single(room.Notes.Alone.Values);
        Assert.Empty(room.Notes.Both);

        Assert.IsType<Answer.Closes>(await Share(own.Version));

        Assert.Empty(room.Notes.Alone);
        Assert.Equal(Said("one"), Assert.Single(room.Notes.Both.Values).Words);
        Assert.Equal(Sentences.OldCard, await Share(own.Version));
    }

    [Fact]
    public async Task Sharing_that_was_cut_short_is_finished_by_sharing_again()
    {
        await room.Submit(Ana, NoteActions.SaveOwn, At(Phase.Learn, (NoteActions.Words, "one")));
        await Save(Ana, "one");

        Assert.IsType<Answer.Closes>(await Share(Assert.Single(room.Notes.Alone.Values).Version));

        Assert.Empty(room.Notes.Alone);
        Assert.Single(room.Notes.Both);
    }

    [Fact]
    public async Task Where_there_is_another_note_for_both_sharing_shows_both()
    {
        await room.Submit(Ana, NoteActions.SaveOwn, At(Phase.Learn, (NoteActions.Words, "one")));
        await Save(Ana, "two");

        var form = Text(Assert.IsType<Answer.Opens>(await Share(Assert.Single(room.Notes.Alone.Values).Version)).Form);

        Assert.Contains("one", form, StringComparison.Ordinal);
        Assert.Contains("two", form, StringComparison.Ordinal);
        Assert.Single(room.Notes.Alone);
        Assert.Equal(Said("two"), Assert.Single(room.Notes.Both.Values).Words);
    }

    [Fact]
    public async Task Reading_is_noted_by_day_and_opening_an_empty_form_is_not()
    {
        await room.Open(Ana, NoteActions.Write, At(Phase.Learn));
        await room.Open(Ana, NoteActions.ReadAll, At(Phase.Learn));
        Assert.Empty(room.Openings);

        await Save(Asked.Chidi, "one");
        await room.Open(Ana, NoteActions.Write, At(Phase.Learn));
        Assert.Equal((Ana, Opened.Notes, new LocalDate(2026, 3, 2)), Assert.Single(room.Openings));
    }

    [Fact]
    public async Task What_is_noted_for_oneself_is_nowhere_in_what_the_other_opens()
    {
        await room.Submit(Ana, NoteActions.SaveOwn, At(Phase.Learn, (NoteActions.Words, "secret")));

        Assert.DoesNotContain("secret", Text(await room.Open(Asked.Chidi, NoteActions.Write, At(Phase.Learn))), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", Text(await room.Open(Asked.Chidi, NoteActions.ReadAll, At(Phase.Learn))), StringComparison.Ordinal);
        Assert.Contains("secret", Text(await room.Open(Ana, NoteActions.ReadAll, At(Phase.Learn))), StringComparison.Ordinal);
    }

    private static Session Closed { get; } = new(1, FlowRoom.Start, 60, true, Phase.Reflect, null, [], null, [], true, SessionEnding.Overnight, FlowRoom.Start);

    private static Confidential Said(string words) => Confidential.From(words)!;

    private static string Text(Form form) => CardAttachment.Json(form.Card).ToString();

    private Task<Answer> Save(PersonId who, string words, string? seen = null) =>
        room.Submit(who, NoteActions.Save, At(Phase.Learn, seen is null ? [(NoteActions.Words, words)] : [(NoteActions.Words, words), (NoteActions.Seen, seen)]));

    private Task<Answer> Share(string seen) => room.Submit(Ana, NoteActions.Share, At(Phase.Learn, (NoteActions.Seen, seen)));
}
