using MentorBot.Domain;
using MentorBot.Domain.Keeping;
using MentorBot.Domain.MyData;
using MentorBot.Domain.Notes;
using MentorBot.Domain.Sessions;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Keeping;
using MentorBot.Flows.Tests.Relationships;
using MentorBot.Flows.Turns;
using static MentorBot.Flows.Tests.FlowRoom;
using static MentorBot.Flows.Tests.Keeping.AskedToKeep;

namespace MentorBot.Flows.Tests.Keeping;

/// <summary>Putting together what to keep: whatever was typed is kept, or comes back.</summary>
public sealed class DraftTests : IDisposable
{
    private static readonly Answer NothingWritten = new Answer.Says("Nothing written, nothing kept.");
    private static readonly Answer KeptAlone = new Answer.Says("Kept, for you alone.");

    private readonly FlowRoom room = Room();

    public static TheoryData<string> Sending => [KeepingActions.Show, KeepingActions.Later, KeepingActions.KeepMine];

    public void Dispose() => room.Dispose();

    [Fact]
    public async Task The_draft_is_the_notes_of_both_as_they_are_by_phase_and_nothing_else()
    {
        var (text, isCut) = DraftForm.PutTogether(await room.Notes.ForBoth(Between.Id, Number, default));

        Assert.Equal(Words($"Learn\n{OfAna}\n\n{OfChidi}\n\nApply\nTry it on Friday"), text);
        Assert.False(isCut);
    }

    [Fact]
    public void A_draft_that_is_too_long_ends_with_a_whole_note_and_says_so()
    {
        Note Long(Phase phase, char letter) => new(Between.Id, Number, phase, Ana, 1, Words(new string(letter, 3_000)), FlowRoom.Start);

        var (text, isCut) = DraftForm.PutTogether([Long(Phase.Review, 'a'), Long(Phase.Learn, 'b'), Long(Phase.Apply, 'c')]);

        Assert.Equal(Words($"Review\n{new string('a', 3_000)}\n\nLearn\n{new string('b', 3_000)}"), text);
        Assert.True(isCut);
    }

    [Fact]
    public async Task A_draft_for_later_comes_back_in_the_form_and_only_to_who_wrote_it()
    {
        Assert.IsType<Answer.Says>(await room.Sends(Ana, KeepingActions.Later, "Mine so far", "And this alone"));

        Assert.Contains("Mine so far", await Form(Ana), StringComparison.Ordinal);
        Assert.Contains("And this alone", await Form(Ana), StringComparison.Ordinal);
        Assert.DoesNotContain("Mine so far", await Form(Chidi), StringComparison.Ordinal);
        Assert.DoesNotContain("And this alone", await Form(Chidi), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_notes_gave_and_nobody_changed_is_not_one_persons_own()
    {
        var given = $"Learn\r\n{OfAna}\r\n\r\n{OfChidi}\r\n\r\nApply\r\nTry it on Friday";

        Assert.Equal(KeptAlone, await room.Sends(Ana, KeepingActions.KeepMine, given, "Mine"));
        Assert.Null(room.Keep().Of(Ana).Draft);
        Assert.Equal(Words("Mine"), room.Own(Ana).Alone);
    }

    [Fact]
    public async Task What_is_shown_is_read_by_the_other_and_what_is_alone_is_not()
    {
        Assert.Equal(new Answer.Says("Chidi Obi can read it now. You hear by Monday 9 March."), await room.Sends(Ana, KeepingActions.Show, "For both", "For me"));

        var read = Json(new Answer.Opens(await room.Open(Chidi, KeepingActions.Read, Ids)));
        Assert.Contains("For both", read, StringComparison.Ordinal);
        Assert.DoesNotContain("For me\"", read, StringComparison.Ordinal);
        Assert.Equal(Words("For me"), room.Own(Ana).Alone);
    }

    [Fact]
    public async Task Sent_twice_is_once()
    {
        await room.Sends(Ana, KeepingActions.Show, "For both", "For me", seen: 0, own: 0);
        var once = room.Keep();

        Assert.IsType<Answer.Says>(await room.Sends(Ana, KeepingActions.Show, "For both", "For me", seen: 0, own: 0));
        Assert.Equal(once, room.Keep());
    }

    [Fact]
    public async Task Who_shows_something_after_the_other_did_reads_that_first_and_their_text_is_still_there()
    {
        room.Shows(Chidi, "From Chidi");

        var back = await room.Sends(Ana, KeepingActions.Show, "From Ana", "Alone", seen: 0);

        Assert.Contains("Chidi Obi showed you something while you were writing.", Json(back), StringComparison.Ordinal);
        Assert.Contains("From Chidi", Json(back), StringComparison.Ordinal);
        Assert.Contains("From Ana", Json(back), StringComparison.Ordinal);
        Assert.Equal(Words("From Chidi"), room.Keep().Text);
        Assert.Equal(Words("Alone"), room.Own(Ana).Alone);
        Assert.IsType<Answer.Says>(await room.Sends(Ana, KeepingActions.Show, "From Ana", "Alone"));
        Assert.Equal(Words("From Ana"), room.Keep().Text);
    }

    [Fact]
    public async Task With_nothing_written_nothing_is_kept()
    {
        using var without = Room(hasNotes: false);
        foreach (var action in new[] { KeepingActions.Show, KeepingActions.Later, KeepingActions.KeepMine })
            Assert.Equal(NothingWritten, await without.Sends(Ana, action, " ", ""));
        without.Ends();

        Assert.Equal(KeepStage.Nothing, without.Keep().Stage);
    }

    [Fact]
    public async Task With_nothing_for_both_what_is_alone_is_kept_alone()
    {
        Assert.Equal(KeptAlone, await room.Sends(Ana, KeepingActions.Show, null, "Only this"));
        Assert.Equal((0, Words("Only this")), (room.Keep().OnTable, room.Own(Ana).Alone));
    }

    [Theory]
    [MemberData(nameof(Sending))]
    public async Task What_is_too_long_comes_back_whole(string action)
    {
        var before = room.Keep();
        foreach (var back in new[] { await room.Sends(Ana, action, new string('x', Keep.Longest + 1)), await room.Sends(Ana, action, "Short", new string('x', Keep.Longest + 1)) })
        {
            Assert.Contains("Please keep this under 8000 characters.", Json(back), StringComparison.Ordinal);
            Assert.Contains(new string('x', Keep.Longest + 1), Json(back), StringComparison.Ordinal);
        }

        Assert.Equal(before, room.Keep());
        Assert.True(room.Own(Ana).IsEmpty);
    }

    [Theory]
    [MemberData(nameof(Sending))]
    public async Task What_is_too_long_stands_beside_what_is_kept_and_nothing_speaks_of_another_window(string action)
    {
        await room.Sends(Ana, KeepingActions.Later, "First");

        var back = Json(await room.Sends(Ana, action, new string('x', Keep.Longest + 1)));

        Assert.Contains("Kept so far", back, StringComparison.Ordinal);
        Assert.DoesNotContain("other window", back, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Sending))]
    public async Task A_form_from_another_window_saves_nothing_over_what_was_kept_alone(string action)
    {
        await room.Sends(Ana, KeepingActions.Later, "Both", "First");

        var back = Json(await room.Sends(Ana, action, "Both", "Second", own: 0));

        Assert.Contains("First", back, StringComparison.Ordinal);
        Assert.Contains("Second", back, StringComparison.Ordinal);
        Assert.Equal(Words("First"), room.Own(Ana).Alone);
    }

    [Theory]
    [MemberData(nameof(Sending))]
    public async Task A_form_from_another_window_saves_nothing_over_a_draft(string action)
    {
        await room.Sends(Ana, KeepingActions.Later, "First");
        var before = room.Keep();

        var back = Json(await room.Sends(Ana, action, "Second", draft: 0));

        Assert.Contains("You changed this in another window.", back, StringComparison.Ordinal);
        Assert.Contains("First", back, StringComparison.Ordinal);
        Assert.Contains("Second", back, StringComparison.Ordinal);
        Assert.Contains($"\"drafted\": \"{before.Of(Ana).Draft!.Number}\"", back, StringComparison.Ordinal);
        Assert.Equal(before, room.Keep());
        Assert.IsType<Answer.Says>(await room.Sends(Ana, action, "Second"));
        Assert.Contains(Words("Second"), room.Keep().OwnOf(Ana).Select(text => text.Words));
    }

    [Theory]
    [InlineData(KeepingActions.Show)]
    [InlineData(KeepingActions.Later)]
    public async Task What_comes_when_they_have_parted_comes_back_and_can_be_kept_alone(string action)
    {
        room.Relationships[Between.Id] = Between.In(Between.Ended(Chidi));

        Assert.Contains("Late words", Json(await room.Sends(Ana, action, "Late words")), StringComparison.Ordinal);
        Assert.Equal(KeptAlone, await room.Sends(Ana, KeepingActions.KeepMine, "Late words"));
        Assert.Equal(Words("Late words"), room.Keep().Of(Ana).Draft?.Words);
    }

    [Fact]
    public async Task What_comes_after_the_end_goes_to_ones_own_lines()
    {
        room.Ends();
        Assert.Equal(KeepStage.Nothing, room.Keep().Stage);

        Assert.Equal(KeptAlone, await room.Sends(Ana, KeepingActions.KeepMine, "Late words", "And alone", seen: 0));

        Assert.Equal(KeepStage.Own, room.Keep().Stage);
        Assert.Equal(new OwnLine(null, Words("Late words")), Assert.Single(room.Own(Ana).Lines));
        Assert.Equal(Words("And alone"), room.Own(Ana).Alone);
    }

    [Fact]
    public async Task An_opening_is_noted_only_where_there_was_something_to_read()
    {
        using var without = Room(hasNotes: false);
        await without.Open(Ana, KeepingActions.Draft, Ids);
        Assert.Empty(without.Openings);

        await room.Open(Ana, KeepingActions.Draft, Ids);
        Assert.Equal((Ana, Opened.Notes, new(2026, 3, 2)), Assert.Single(room.Openings));
    }

    [Theory]
    [MemberData(nameof(Sending))]
    public async Task Nobody_else_sends_anything_and_what_names_nothing_is_from_earlier(string action)
    {
        Assert.Equal(Sentences.NotYours, await room.Sends(Noor, action, "Mine"));
        Assert.Equal(Sentences.OldCard, await room.Submit(Ana, action, ("both", "Mine")));
        Assert.Equal(Sentences.OldCard, await room.Submit(Ana, action, [.. Between.Ids, ("number", "2"), ("revision", "0"), ("own", "0"), ("drafted", "0"), ("both", "Mine")]));
        Assert.Equal(Sentences.OldCard, await room.Submit(Ana, action, [.. Ids, ("revision", "x"), ("own", "0"), ("drafted", "0"), ("both", "Mine")]));
        Assert.Equal(Sentences.OldCard, await room.Submit(Ana, action, [.. Ids, ("revision", "0"), ("own", "0"), ("drafted", ""), ("both", "Mine")]));
        Assert.Equal(Sentences.OldCard, await room.Submit(Ana, action, [.. Ids, ("revision", "0"), ("drafted", "0"), ("both", "Mine")]));
    }

    private async Task<string> Form(PersonId who) => Json(new Answer.Opens(await room.Open(who, KeepingActions.Draft, Ids)));
}
