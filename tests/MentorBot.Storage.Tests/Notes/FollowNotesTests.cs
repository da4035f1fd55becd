using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.Keeping;
using MentorBot.Domain.Notes;
using MentorBot.Domain.Questions;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Sessions;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Tests.Requests;
using NodaTime;
using static MentorBot.Storage.Tests.StorageRoom;

namespace MentorBot.Storage.Tests.Notes;

/// <summary>From a note or a question to both hearing that there is one; and from every shared note to what becomes of it.</summary>
public sealed class FollowNotesTests : IDisposable
{
    private static readonly RelationshipId Id = new(MatchingRoom.Match.Value);
    private static readonly Partition Pair = PartitionOf.Relationship(Contoso, Id.Value);

    private readonly MatchingRoom people = new();

    private StorageRoom Room => people.Room;

    public void Dispose() => people.Dispose();

    [Fact]
    public async Task A_note_is_told_of_also_when_the_process_ends_right_after_it_was_kept()
    {
        await Talk();
        await Notes(Ana, Phase.Learn, "one");
        Assert.Empty((await Session()).Noted);

        using var next = new StorageRoom(Room, isWhole: true);
        await next.Worker.RunUntilIdle(default);

        Assert.Equal([Phase.Learn], (await Session()).Noted.AsEnumerable());
        Assert.True((await Session()).IsTouched);
    }

    [Fact]
    public async Task A_note_that_was_not_kept_is_not_told_of()
    {
        await Talk();
        Room.Rows.BeforeTransact = partition => partition == Pair ? throw new RowStoreUnavailableException("a crash") : Task.CompletedTask;
        await Assert.ThrowsAsync<RowStoreUnavailableException>(() => Notes(Ana, Phase.Learn, "one"));
        Room.Rows.BeforeTransact = _ => Task.CompletedTask;

        Assert.Empty(await Room.Keys(Pair, "outbox-notes."));
        Assert.Empty(await Room.Notes.Parts(Id, 1, default));
    }

    [Fact]
    public async Task When_the_last_note_of_a_part_was_emptied_it_is_told_of_no_more()
    {
        await Talk();
        await Notes(Ana, Phase.Learn, "one");
        await Notes(Ben, Phase.Learn, "two");
        await Notes(Ben, Phase.Apply, "three");
        await people.Settles();
        await Notes(Ana, Phase.Learn, null);
        await people.Settles();
        Assert.Equal([Phase.Learn, Phase.Apply], (await Session()).Noted.AsEnumerable());

        await Notes(Ben, Phase.Learn, null);
        await people.Settles();
        Assert.Equal([Phase.Apply], (await Session()).Noted.AsEnumerable());
    }

    [Fact]
    public async Task A_note_that_is_saved_while_another_is_told_of_is_told_of_with_it()
    {
        await Talk();
        await Notes(Ana, Phase.Learn, "one");
        var saves = true;
        Room.Rows.BeforeTransact = async partition =>
        {
            if (!saves || partition != Pair)
                return;
            saves = false;
            await Notes(Ben, Phase.Apply, "two");
        };

        await new MentorBot.Storage.Notes.FollowNotes(Room.Notes, Room.Meetings, Room.Clock).Run(Id.Value, SessionNotices.Numbered(Id, 1), default);

        Assert.Equal([Phase.Learn, Phase.Apply], (await Session()).Noted.AsEnumerable());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_note_of_a_conversation_that_nobody_is_asked_about_is_asked_about_the_next_morning(bool isBefore)
    {
        await Talk();
        if (isBefore)
            await Notes(Ana, Phase.Learn, "one");
        await people.Settles();
        await Meets(together => Conducting.WeMet(together, Ben, 1, null, people.Now));
        if (!isBefore)
            await Notes(Ana, Phase.Learn, "one");
        await people.Settles();
        Assert.Null((await Room.Keeping.Find(Id, 1, default)).Keep);

        await people.Later(days: 1);

        Assert.Equal(KeepStage.Open, (await Room.Keeping.Find(Id, 1, default)).Keep?.Stage);
    }

    [Fact]
    public async Task Without_a_note_nothing_is_asked_after_they_met()
    {
        await Talk();
        await Meets(together => Conducting.WeMet(together, Ben, 1, null, people.Now));

        await people.Later(days: 2);

        Assert.Null((await Room.Keeping.Find(Id, 1, default)).Keep);
    }

    [Fact]
    public async Task A_question_is_told_of_and_taken_back_also_when_the_process_ends_in_between()
    {
        await Talk();
        await Room.Questions.Decide(Id, Ana, (pair, found) => AskingAhead.Ask(pair, found, Ana, "", Said("why"), people.Now), default);
        using var next = new StorageRoom(Room, isWhole: true);
        await next.Worker.RunUntilIdle(default);
        Assert.Equal([Ana], (await Room.Meetings.Find(Id, default))!.Meetings.Questions.AsEnumerable());

        await Room.Questions.Decide(Id, Ana, (pair, found) => AskingAhead.TakeBack(pair, found, Ana, found!.Version), default);
        await people.Settles();
        Assert.Empty((await Room.Meetings.Find(Id, default))!.Meetings.Questions);
    }

    [Fact]
    public async Task What_is_written_for_oneself_at_the_very_moment_of_the_erasure_goes_a_day_later()
    {
        await Talk();
        await people.Stops(Ana, Id);
        Room.Clock.Advance(Duration.FromDays(180));
        var writes = true;
        Room.Rows.BeforeTransact = async partition =>
        {
            // The sweep of her rows has been; that she is one of the two is what goes next.
            if (!writes || partition != Of(Ana))
                return;
            writes = false;
            await Room.Notes.DecideOwn(Ana, Id, 1, Phase.Learn, found => Noting.Own(found, new(Id, 1, Phase.Learn), Ana, "", Said("mine"), people.Now), default);
        };
        await people.Settles();
        Assert.Empty(await Room.Keys(Pair));
        Assert.NotEmpty(await Room.Keys(Of(Ana), "with-"));

        await people.Later(days: 1);

        Assert.Empty(await Room.Keys(Of(Ana), "with-"));
        Assert.Empty(await Room.Keys(Of(Ana), "outbox-"));
    }

    private static Confidential Said(string words) => Confidential.From(words)!;

    private async Task Talk()
    {
        await people.AreTogether(Ana, Ben);
        await Meets(together => Conducting.Begin(together, Ana, people.Now));
        await people.Settles();
    }

    private async Task Meets(Func<Together, Decision<Meetings, MeetingsOutcome>> decide) => Assert.IsType<MeetingsOutcome.Done>(await Room.Meetings.Decide(Id, decide, default));

    private async Task<Session> Session() => (await Room.Meetings.Find(Id, default))!.Meetings.Session!;

    private Task<NoteOutcome> Notes(PersonId author, Phase phase, string? words) => Room.Notes.DecideForBoth(
        Id, 1, phase, author, (pair, found) => Noting.ForBoth(pair, found, new(Id, 1, phase), author, found?.Version ?? "", words is null ? null : Said(words), people.Now), default);
}
