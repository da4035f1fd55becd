using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.Keeping;
using MentorBot.Domain.Notes;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Scheduling;
using MentorBot.Domain.Sessions;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Outbox;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;
using MentorBot.Storage.Tests.Requests;
using NodaTime;
using static MentorBot.Storage.Tests.StorageRoom;

namespace MentorBot.Storage.Tests.Keeping;

/// <summary>Ana and Ben talked, both noted something; the next morning they are asked, and the clock goes on.</summary>
public sealed class KeepRowsTests : IDisposable
{
    private const int Number = 1;

    private static readonly RelationshipId Id = new(MatchingRoom.Match.Value);
    private static readonly Partition Pair = PartitionOf.Relationship(Contoso, Id.Value);

    private readonly MatchingRoom people = new();

    private StorageRoom Room => people.Room;

    public void Dispose() => people.Dispose();

    [Fact]
    public async Task The_step_that_a_conversation_left_asks_both_once_on_its_day()
    {
        await people.AreTogether(Ana, Ben);
        await Leaves(people.Now + Duration.FromDays(1));
        await people.Later(days: 0, hours: 12);
        Assert.Empty(Told());

        await people.Later(days: 0, hours: 12);
        Assert.Equal(["ana.lima 1", "ben.carter 1"], Told());

        await Leaves(people.Now);
        await people.Settles();
        Assert.Equal(2, Told().Length);
    }

    [Fact]
    public async Task What_was_moved_since_asks_nobody_before_the_morning_after_it()
    {
        await people.AreTogether(Ana, Ben);
        await Room.Meetings.Decide(Id, two => Arranging.Book(two, Ana, Number, people.Now + Duration.FromDays(3), 60, default, people.Now), default);
        await Leaves(people.Now);

        await people.Later(days: 3);
        Assert.Empty(Told());
        Assert.Equal((null, true), ((await Room.Keeping.Find(Id, Number, default)).Keep, (await Room.Meetings.Find(Id, default))!.Meetings.Session!.IsOpen));

        await people.Later(days: 0, hours: 23);
        Assert.Empty(Told());
        await people.Later(days: 0, hours: 2);
        Assert.Equal(["ana.lima 1", "ben.carter 1"], Told());
    }

    [Fact]
    public async Task Without_a_press_the_shared_notes_are_erased_after_seven_days_and_own_ones_stay()
    {
        await AreAsked();
        await Notes(Ana, "Say no once");
        await Room.Notes.DecideOwn(Ana, Id, Number, Phase.Learn, found => Noting.Own(found, Place, Ana, "", Words("Mine"), people.Now), default);

        await people.Later(days: 7);
        Assert.Single(await Room.Notes.ForBoth(Id, Number, default));

        await people.Later(days: 0, hours: 12);
        Assert.Equal(KeepStage.Nothing, (await Keep()).Stage);
        Assert.Empty(await Room.Notes.ForBoth(Id, Number, default));
        Assert.Single(await Room.Notes.Own(Ana, Id, Number, default));
        Assert.True((await Own(Ana)).IsEmpty);
    }

    [Fact]
    public async Task The_reminder_comes_two_days_before_the_end_once()
    {
        await AreAsked();
        await people.Later(days: 4, hours: 23);
        Assert.Equal(2, Told().Length);
        await people.Later(days: 0, hours: 1);
        Assert.Equal(["ana.lima 1", "ana.lima 1", "ana.lima 2", "ben.carter 1", "ben.carter 1", "ben.carter 2"], Told());
        await people.Later(days: 1);
        Assert.Equal(6, Told().Length);
    }

    [Fact]
    public async Task After_seven_days_without_an_answer_each_has_what_they_wrote_and_nobody_the_others()
    {
        await AreAsked();
        await Notes(Ana, "Say no once");
        await Notes(Ben, "Ask before advising");
        await Show(Ana, "Both of it");

        await people.Later(days: 7, hours: 12);

        Assert.Equal([new(null, Words("Both of it")), new(Phase.Learn, Words("Say no once"))], (await Own(Ana)).Lines.AsEnumerable());
        Assert.Equal([new OwnLine(Phase.Learn, Words("Ask before advising"))], (await Own(Ben)).Lines.AsEnumerable());
        Assert.Empty(await Room.Notes.ForBoth(Id, Number, default));
        Assert.Equal((KeepStage.Own, true, null), ((await Keep()).Stage, (await Keep()).IsHome, (await Keep()).OfMentor.Shown));
    }

    [Fact]
    public async Task What_both_kept_opens_for_both_and_what_each_noted_is_their_own()
    {
        await AreAsked();
        await Notes(Ana, "Say no once");
        await Notes(Ben, "Ask before advising");
        await Show(Ana, "Both of it");
        await Decide((pair, keep) => Approving.Fine(pair, keep, Ben, keep!.OnTable, true));
        await people.Later(days: 30);

        Assert.Equal((KeepStage.Kept, Words("Both of it"), true), ((await Keep()).Stage, (await Keep()).Text, (await Keep()).IsHome));
        Assert.Empty(await Room.Notes.ForBoth(Id, Number, default));
        Assert.Equal([new OwnLine(Phase.Learn, Words("Say no once"))], (await Own(Ana)).Lines.AsEnumerable());
        Assert.Equal([new OwnLine(Phase.Learn, Words("Ask before advising"))], (await Own(Ben)).Lines.AsEnumerable());
    }

    [Theory]
    [InlineData(KeepStage.Nothing)]
    [InlineData(KeepStage.Own)]
    [InlineData(KeepStage.Kept)]
    public async Task A_note_written_when_keeping_is_over_is_its_authors_own_line_the_next_morning(KeepStage stage)
    {
        await AreAsked();
        await Notes(Ben, "Ask before advising");
        if (stage != KeepStage.Nothing)
            await Show(Ana, "Both of it");
        if (stage == KeepStage.Kept)
            await Decide((pair, keep) => Approving.Fine(pair, keep, Ben, keep!.OnTable, true));
        await people.Later(days: 8);
        Assert.Equal((stage, true), ((await Keep()).Stage, (await Keep()).IsHome));
        var (told, before) = (Told().Length, (await Own(Ana)).Lines);

        await Notes(Ana, "Long after");
        await people.Settles();
        Assert.Single(await Room.Notes.ForBoth(Id, Number, default));
        await people.Later(days: 1);

        Assert.Equal([.. before, new OwnLine(Phase.Learn, Words("Long after"))], (await Own(Ana)).Lines.AsEnumerable());
        Assert.Empty(await Room.Notes.ForBoth(Id, Number, default));
        Assert.Equal((stage == KeepStage.Kept ? KeepStage.Kept : KeepStage.Own, true), ((await Keep()).Stage, (await Keep()).IsHome));
        Assert.Equal(stage == KeepStage.Nothing ? told + 1 : told, Told().Length);
    }

    [Fact]
    public async Task A_note_written_while_the_others_are_being_erased_is_not_among_them()
    {
        await AreAsked();
        await Notes(Ben, "Ask before advising");
        Room.Clock.Advance((await Keep()).Until - people.Now);
        await Room.Keeping.Decide(Id, Number, (pair, keep) => Approving.Tick(pair, keep, keep!.Until), default);
        await Notes(Ana, "Just too late");

        await Room.Keeping.BringHome(Id, Number, default);

        Assert.Equal((KeepStage.Own, true), ((await Keep()).Stage, (await Keep()).IsHome));
        Assert.Equal(Words("Just too late"), Assert.Single((await Own(Ana)).Lines).Words);
        Assert.True((await Own(Ben)).IsEmpty);
        Assert.Empty(await Room.Notes.ForBoth(Id, Number, default));
    }

    /// <summary>Own rows of both, two notes, the mark that it is home: cut short before any of them, and run again.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Bringing_home_is_made_good_wherever_it_is_cut_short_and_brings_everything_once(int before)
    {
        await RatherNot();
        await CutShort(before, isCut: true);
        await Room.Keeping.BringHome(Id, Number, default);

        await IsHome();
    }

    [Fact]
    public async Task Bringing_home_has_no_more_transactions_than_are_cut_short_above()
    {
        await RatherNot();
        await CutShort(7, isCut: false);

        await IsHome();
    }

    [Fact]
    public async Task A_note_that_changes_while_it_is_brought_is_brought_as_it_is_then()
    {
        await AreAsked();
        await Notes(Ana, "Say no once");
        await Show(Ana, "Both of it");
        await Decide((pair, keep) => Approving.RatherNot(pair, keep, Ben, keep!.OnTable));

        var changes = true;
        Room.Rows.BeforeTransact = async partition =>
        {
            if (!changes || partition.Table != Table.People)
                return;
            changes = false;
            await Notes(Ana, "Say no twice");
        };
        await Room.Keeping.BringHome(Id, Number, default);

        Assert.Contains(new OwnLine(Phase.Learn, Words("Say no twice")), (await Own(Ana)).Lines);
        Assert.Empty(await Room.Notes.ForBoth(Id, Number, default));
    }

    [Fact]
    public async Task Everything_comes_back_as_it_was_written()
    {
        await AreAsked();
        var full = (await Keep()) with
        {
            Revision = 7,
            Round = 2,
            Stage = KeepStage.Open,
            RemindAt = null,
            Texts = 5,
            OnTable = 4,
            IsHome = false,
            OfMentee = new(Ana, KeepWish.Mine, new(5, Words("draft")), new(4, Words("shown")), 4, true, 3),
            OfMentor = new(Ben, KeepWish.Nothing, null, new(2, Words("earlier")), 0, false, 2),
        };
        await Decide((_, _) => new(new KeepOutcome.Done(full), true, full, []));
        Assert.Equal(full, await Keep());

        var own = new OwnLines(Ana, Id, Number, 3, Words("alone"), [new(Phase.Apply, Words("noted")), new(null, Words("text"))], ["text-1", "note-Apply-1.2"]);
        await Room.Keeping.DecideOwn(Ana, Id, Number, _ => new(new OwnLinesOutcome.Done(own), true, own, []), default);
        var back = await Own(Ana);
        Assert.Equal((own.Revision, own.Alone), (back.Revision, back.Alone));
        Assert.Equal(own.Lines.AsEnumerable(), back.Lines.AsEnumerable());
        Assert.Equal(own.Brought.AsEnumerable(), back.Brought.AsEnumerable());
    }

    [Fact]
    public async Task What_they_share_is_sealed_under_their_key_and_what_is_ones_own_under_ones_own()
    {
        await AreAsked();
        await Show(Ana, "canary shared");
        await Room.Keeping.DecideOwn(Ana, Id, Number, own => KeepingOwn.Write(own, 0, Words("canary alone")), default);

        Assert.All(Room.Rows.All, row => Assert.True(Bytes.Of(row.Row).AsSpan().IndexOf("canary"u8) < 0));
        Assert.NotEmpty(await Room.Keys(Of(Ana), "with-match-1-kept-"));
        Assert.Empty(await Room.Keys(Of(Ben), "with-match-1-kept-"));
    }

    [Fact]
    public async Task A_text_of_an_earlier_revision_that_is_put_back_does_not_open()
    {
        await AreAsked();
        await Show(Ana, "First");
        var earlier = await Row();
        await Show(Ana, "Second");
        var now = await Row();

        var mixed = new Dictionary<string, object>(now.Properties) { ["shownOfMentee"] = earlier.Properties["shownOfMentee"] };
        await Room.Decisions.Run(Pair, _ => Task.FromResult(0), (_, _) => ValueTask.FromResult(Plan.Of(0, new Write.Replace(now.Key, now.ETag, mixed))), default);

        await Assert.ThrowsAsync<SealBrokenException>(() => Room.Keeping.Find(Id, Number, default));
    }

    [Fact]
    public async Task When_the_relationship_is_erased_so_is_all_of_it()
    {
        await AreAsked();
        await Show(Ana, "Both of it");
        await Room.Keeping.DecideOwn(Ben, Id, Number, own => KeepingOwn.Write(own, 0, Words("Mine")), default);
        await people.Stops(Ben, Id);
        await people.Later(days: 10);
        Assert.Equal(KeepStage.Own, (await Keep()).Stage);

        await people.Later(days: 170);

        Assert.Equal((null, null), await Room.Keeping.Find(Id, Number, default));
        Assert.Empty(await Room.Keys(Of(Ana), "with-"));
        Assert.Empty(await Room.Keys(Of(Ben), "with-"));
    }

    private async Task RatherNot()
    {
        await AreAsked();
        await Notes(Ana, "Say no once");
        await Notes(Ben, "Ask before advising");
        await Show(Ana, "Both of it");
        await Decide((pair, keep) => Approving.RatherNot(pair, keep, Ben, keep!.OnTable));
    }

    /// <summary>Nothing is written from this transaction on.</summary>
    private async Task CutShort(int before, bool isCut)
    {
        var transactions = 0;
        Room.Rows.BeforeTransact = _ => ++transactions >= before ? throw new RowStoreUnavailableException("a crash") : Task.CompletedTask;
        if (isCut)
            await Assert.ThrowsAsync<RowStoreUnavailableException>(() => Room.Keeping.BringHome(Id, Number, default));
        else
            await Room.Keeping.BringHome(Id, Number, default);
        Room.Rows.BeforeTransact = _ => Task.CompletedTask;
    }

    private async Task IsHome()
    {
        Assert.Equal(2, (await Own(Ana)).Lines.Length);
        Assert.Single((await Own(Ben)).Lines);
        Assert.Empty(await Room.Notes.ForBoth(Id, Number, default));
        Assert.True((await Keep()).IsHome);
    }

    private static NotePlace Place => new(Id, Number, Phase.Learn);

    private static Confidential Words(string words) => Confidential.From(words)!;

    private async Task AreAsked()
    {
        await people.AreTogether(Ana, Ben);
        await Leaves(people.Now);
        await people.Settles();
    }

    /// <summary>A conversation has left the step, for its time.</summary>
    private Task<bool> Leaves(Instant at) => Room.Decisions.Run(
        Pair,
        _ => Task.FromResult(true),
        (_, _) => ValueTask.FromResult(new Plan<bool>(
            true, [OutboxRows.Write(new Consequence.Step(KeepingNotices.Offer, SessionNotices.Numbered(Id, Number), "1") { At = at })], [at])),
        default);

    private async Task Notes(PersonId author, string words)
    {
        var mine = (await Room.Notes.ForBoth(Id, Number, default)).FirstOrDefault(note => note.Author == author);
        await Room.Notes.DecideForBoth(
            Id, Number, Phase.Learn, author, (pair, found) => Noting.ForBoth(pair, found, Place, author, mine?.Version ?? "", Words(words), people.Now), default);
    }

    private Task Show(PersonId who, string words) => Decide((pair, keep) => Drafting.Show(pair, keep, who, keep!.OnTable, 0, Words(words), true, people.Now));

    private async Task Decide(Func<Relationship?, Keep?, Decision<Keep, KeepOutcome>> decide) =>
        Assert.IsType<KeepOutcome.Done>(await Room.Keeping.Decide(Id, Number, decide, default));

    private async Task<Keep> Keep() => (await Room.Keeping.Find(Id, Number, default)).Keep!;

    private Task<OwnLines> Own(PersonId who) => Room.Keeping.Own(who, Id, Number, default);

    private async Task<Row> Row() => (await Room.Rows.Get(Pair, "keep-000001", default))!;

    private string[] Told() =>
        [.. Room.Notices.Sent.Where(notice => notice.Kind == KeepingNotices.Card).Select(notice => $"{notice.Whom} {SessionNotices.In(notice.Subject).Card}").Order(StringComparer.Ordinal)];
}
