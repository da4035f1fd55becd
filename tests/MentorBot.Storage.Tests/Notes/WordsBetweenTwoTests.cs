using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.Agreements;
using MentorBot.Domain.Experiments;
using MentorBot.Domain.Moments;
using MentorBot.Domain.Notes;
using MentorBot.Domain.Questions;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Sessions;
using MentorBot.Storage.Notes;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;
using MentorBot.Storage.Tests.Requests;
using NodaTime;
using static MentorBot.Storage.Tests.Requests.MatchingRoom;
using static MentorBot.Storage.Tests.StorageRoom;

namespace MentorBot.Storage.Tests.Notes;

/// <summary>What two people write between them: notes, questions, things to try, moments, how they want to do this. Where it lies, under whose key, and when it goes.</summary>
public sealed class WordsBetweenTwoTests : IDisposable
{
    private const string Canary = "canary in the mine";

    private static readonly RelationshipId Id = new(Match.Value);
    private static readonly Partition Pair = PartitionOf.Relationship(Contoso, Id.Value);

    private readonly MatchingRoom people = new();

    public void Dispose() => people.Dispose();

    private NoteRows Notes => people.Room.Notes;

    [Fact]
    public async Task Notes_come_back_in_the_order_of_the_parts_and_of_one_conversation_alone()
    {
        await people.AreTogether(Ana, Ben);
        await Keeps(Ben, 1, Phase.Reflect, "four");
        await Keeps(Ana, 1, Phase.Learn, "two");
        await Keeps(Ana, 1, Phase.Review, "one");
        await Keeps(Ana, 10, Phase.Review, "another time");

        var found = await Notes.ForBoth(Id, 1, default);

        Assert.Equal([(Ana, Phase.Review, 1), (Ana, Phase.Learn, 1), (Ben, Phase.Reflect, 1)], found.Select(note => (note.Author, note.Phase, note.Revision)).ToArray());
        Assert.Equal(Said("one"), found[0].Words);
        Assert.Equal((Id, 1, people.Now), (found[0].In, found[0].Session, found[0].At));
        Assert.Single(await Notes.ForBoth(Id, 10, default));
        Assert.Equal([Phase.Review, Phase.Learn, Phase.Reflect], (await Notes.Parts(Id, 1, default)).AsEnumerable());
        Assert.Equal([Phase.Review], (await Notes.Parts(Id, 10, default)).AsEnumerable());
    }

    [Fact]
    public async Task Ones_own_notes_are_found_by_nobody_else_and_are_not_among_those_for_both()
    {
        await people.AreTogether(Ana, Ben);
        await KeepsOwn(Ana, 1, "own");

        Assert.Equal(Said("own"), Assert.Single(await Notes.Own(Ana, Id, 1, default)).Words);
        Assert.Empty(await Notes.Own(Ben, Id, 1, default));
        Assert.Empty(await Notes.Own(Ana, Id, 2, default));
        Assert.Empty(await Notes.ForBoth(Id, 1, default));
    }

    [Fact]
    public async Task Two_who_save_at_once_are_both_kept()
    {
        await people.AreTogether(Ana, Ben);

        await Task.WhenAll(Enumerable.Range(1, 20).Select(time => Keeps(time % 2 == 0 ? Ana : Ben, 1 + time / 8, (Phase)(time / 2 % 4), $"note {time}")));

        var all = (await Notes.ForBoth(Id, 1, default)).Concat(await Notes.ForBoth(Id, 2, default)).Concat(await Notes.ForBoth(Id, 3, default));
        Assert.Equal(20, all.Select(note => (note.Session, note.Phase, note.Author)).Distinct().Count());
    }

    [Fact]
    public async Task A_relationship_that_ends_while_a_note_is_saved_is_seen_before_it_is_written()
    {
        await people.AreTogether(Ana, Ben);
        var times = 0;

        var outcome = await Notes.DecideForBoth(Id, 1, Phase.Learn, Ana, (pair, found) =>
        {
            if (times++ == 0)
                people.Stops(Ben, Id).GetAwaiter().GetResult();
            return Noting.ForBoth(pair, found, new(Id, 1, Phase.Learn), Ana, "", Said("late"), people.Now);
        }, default);

        Assert.IsType<NoteOutcome.Ended>(outcome);
        Assert.Equal(2, times);
        Assert.Empty(await Notes.ForBoth(Id, 1, default));
    }

    [Fact]
    public async Task Every_word_is_locked_under_the_key_of_whoever_may_read_it()
    {
        await WriteEverything();

        Assert.DoesNotContain(people.Room.Rows.All, each => Bytes.Of(each.Row).AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(Canary)) >= 0);
        await people.Room.KeysOf.Erase(Owner.Relationship(Contoso, Id.Value), default);
        await Assert.ThrowsAsync<SealBrokenException>(() => Notes.ForBoth(Id, 1, default));
        await Assert.ThrowsAsync<SealBrokenException>(() => people.Room.Questions.Find(Id, Ana, default));
        await Assert.ThrowsAsync<SealBrokenException>(() => people.Room.Moments.In(Id, default));
        Assert.Single(await Notes.Own(Ana, Id, 1, default));
        Assert.Single(await people.Room.Moments.Of(Ana, default));

        await people.Room.KeysOf.Erase(Owner.Person(Contoso, Ana), default);
        await Assert.ThrowsAsync<SealBrokenException>(() => Notes.Own(Ana, Id, 1, default));
        await Assert.ThrowsAsync<SealBrokenException>(() => people.Room.Moments.Of(Ana, default));
        await Assert.ThrowsAsync<SealBrokenException>(() => people.Room.Experiments.Find(Try(Ana, "own"), default));
    }

    [Fact]
    public async Task A_note_that_was_put_in_the_place_of_another_does_not_open()
    {
        await people.AreTogether(Ana, Ben);
        await Keeps(Ana, 1, Phase.Review, "one");
        await Keeps(Ben, 1, Phase.Review, "two");
        var rows = await people.Room.Rows.Prefix(Pair, "note-", default);

        await people.Room.Decisions.Run(Pair, _ => Task.FromResult(0), (_, _) => ValueTask.FromResult(Storage.Deciding.Plan.Of(0, new Write.Upsert(rows[0].Key, rows[1].Properties))), default);

        await Assert.ThrowsAsync<SealBrokenException>(() => Notes.ForBoth(Id, 1, default));
    }

    [Fact]
    public async Task Erased_with_the_relationship_is_all_that_was_about_it_and_a_moment_of_ones_own_stays()
    {
        await WriteEverything();
        Assert.Contains("agreement-" + Ana.Value, await people.Room.Keys(Pair));
        var own = await people.Room.Keys(Of(Ana), "with-");
        Assert.All(["note", "experiment", "agreement"], kind => Assert.Contains(own, key => key.Contains($"-{kind}", StringComparison.Ordinal)));

        await people.Stops(Ana, Id);
        await people.Later(days: 180);

        Assert.Empty(await people.Room.Keys(Pair));
        Assert.Empty(await people.Room.Keys(Of(Ana), "with-"));
        Assert.Single(await people.Room.Moments.Of(Ana, default));
    }

    [Fact]
    public async Task Things_to_try_come_back_as_they_were_kept_the_newest_first()
    {
        await people.AreTogether(Ana, Ben);
        var zone = DateTimeZoneProviders.Tzdb["Asia/Tokyo"];
        await Tries(Try(null, "both"), new(Said("one"), new LocalDate(2026, 12, 24), Remind: true), zone);
        people.Room.Clock.Advance(Duration.FromMinutes(1));
        await Tries(Try(Ana, "own"), new(Said("two"), null, Remind: false), zone);

        var all = await people.Room.Experiments.Of(Ana, Id, default);

        Assert.Equal(["own", "both"], all.Select(one => one.Address.Id.Value).ToArray());
        Assert.Equal((Ana, Said("one"), (LocalDate?)new LocalDate(2026, 12, 24), (Instant?)Instant.FromUtc(2026, 12, 24, 0, 0)), (all[1].Author, all[1].Words, all[1].Day, all[1].RemindAt));
        Assert.Equal(all[0], await people.Room.Experiments.Find(Try(Ana, "own"), default));
        Assert.Equal("both", Assert.Single(await people.Room.Experiments.Of(Ben, Id, default)).Address.Id.Value);
    }

    [Fact]
    public async Task A_reminder_waits_for_its_morning()
    {
        await people.AreTogether(Ana, Ben);
        var day = people.Now.InUtc().Date.PlusDays(3);
        await Tries(Try(Ana, "own"), new(Said("one"), day, Remind: true), DateTimeZone.Utc);

        await people.Later(days: 1);
        Assert.DoesNotContain(people.Room.Notices.Sent, notice => notice.Kind == ExperimentNotices.Reminder);
        await people.Later(days: 3);
        Assert.Equal(Ana, Assert.Single(people.Room.Notices.Sent, notice => notice.Kind == ExperimentNotices.Reminder).Whom);
    }

    [Fact]
    public async Task A_question_comes_back_as_it_was_sent_and_goes_when_it_is_taken_back()
    {
        await people.AreTogether(Ana, Ben);
        await Asks(Ana, "one");

        var question = (await people.Room.Questions.Find(Id, Ana, default)).Question!;
        Assert.Equal(new Question(Id, Ana, 1, Said("one"), people.Now, OpenedAt: null), question);
        Assert.Null((await people.Room.Questions.Find(Id, Ben, default)).Question);

        await people.Room.Questions.Decide(Id, Ana, (pair, found) => AskingAhead.Read(pair, found, Ben, people.Now), default);
        Assert.Equal(question with { Revision = 2, OpenedAt = people.Now }, (await people.Room.Questions.Find(Id, Ana, default)).Question);
    }

    [Fact]
    public async Task A_moment_is_copied_once_to_those_who_were_chosen_however_often_the_step_runs()
    {
        await people.AreTogether(Ana, Ben);
        await Remembers(Ana, "moment-1", "one", Id);
        await Remembers(Ana, "moment-2", "two");
        Assert.Empty(await people.Room.Moments.In(Id, default));

        await people.Settles();
        await people.Room.ShareMoment.Run(Ana.Value, "moment-1", default);

        Assert.Equal(Said("one"), Assert.Single(await people.Room.Moments.In(Id, default)).Words);
        Assert.Equal(["moment-2", "moment-1"], (await people.Room.Moments.Of(Ana, default)).Select(moment => moment.Id.Value).ToArray());
        Assert.Empty(await people.Room.Moments.Of(Ben, default));
    }

    private async Task WriteEverything()
    {
        await people.AreTogether(Ana, Ben);
        await Keeps(Ana, 1, Phase.Review, Canary);
        await KeepsOwn(Ana, 1, Canary);
        await Asks(Ana, Canary);
        await Tries(Try(null, "both"), new(Said(Canary), null, Remind: false), DateTimeZone.Utc);
        await Tries(Try(Ana, "own"), new(Said(Canary), null, Remind: false), DateTimeZone.Utc);
        await Remembers(Ana, "moment-1", Canary, Id);
        await Agrees(Ana, Canary);
        await people.Settles();
    }

    private static Confidential Said(string words) => Confidential.From(words)!;

    private static ExperimentAddress Try(PersonId? alone, string id) => new(Id, alone, new(id));

    private Task<NoteOutcome> Keeps(PersonId who, int session, Phase phase, string words) => Notes.DecideForBoth(
        Id, session, phase, who, (pair, found) => Noting.ForBoth(pair, found, new(Id, session, phase), who, "", Said(words), people.Now), default);

    private Task<NoteOutcome> KeepsOwn(PersonId who, int session, string words) => Notes.DecideOwn(
        who, Id, session, Phase.Apply, found => Noting.Own(found, new(Id, session, Phase.Apply), who, "", Said(words), people.Now), default);

    private Task<QuestionOutcome> Asks(PersonId who, string words) =>
        people.Room.Questions.Decide(Id, who, (pair, found) => AskingAhead.Ask(pair, found, who, "", Said(words), people.Now), default);

    private Task<ExperimentOutcome> Tries(ExperimentAddress address, ExperimentDraft draft, DateTimeZone zone) =>
        people.Room.Experiments.Decide(address, (pair, found) => Trying.Save(pair, found, address, Ana, "", draft, people.Now, zone), default);

    /// <summary>Both what they note and what of it they show; what follows from it has tests of its own.</summary>
    private async Task Agrees(PersonId who, string words)
    {
        var sheet = Sheet.Blank(Id, who) with { Answers = Sheet.Blank(Id, who).Answers.SetItem(0, new(Said(words), true)) };
        await people.Room.Agreements.DecideOwn(who, Id, found => Agreeing.Save(found, sheet, 0) with { Consequences = [] }, default);
        await people.Room.Agreements.DecideShown(Id, who, (pair, found) => Agreeing.Show(pair, found, sheet) with { Consequences = [] }, default);
    }

    private Task<MomentOutcome> Remembers(PersonId who, string id, string words, params ImmutableArray<RelationshipId> with) =>
        people.Room.Moments.Decide(who, new(id), found => Remembering.Keep(found, new(id), who, Said(words), with, people.Now), default);
}
