using MentorBot.Domain;
using MentorBot.Domain.Evaluations;
using MentorBot.Domain.MyData;
using MentorBot.Storage.Evaluations;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;
using NodaTime;
using static MentorBot.Storage.Tests.Evaluations.EvaluationRoom;
using static MentorBot.Storage.Tests.StorageRoom;

namespace MentorBot.Storage.Tests.Evaluations;

/// <summary>What people write when they look back waits under their own key, and is shown five at a time.</summary>
public sealed class EvaluationRowsTests : IDisposable
{
    private readonly EvaluationRoom room = new();

    public void Dispose() => room.Dispose();

    [Fact]
    public async Task What_waits_reads_as_it_was_written_with_what_was_left_out_left_out()
    {
        var words = LookBack.Of(null, Confidential.From("3:-:\n¶ é🙂"), null, Confidential.From("\ud83d half"), Confidential.From("-"), null);
        var waiting = new Waiting(Ana, About(1), 3, room.Room.Clock.Now, room.Room.Clock.Now + Duration.FromDays(1), words);
        await room.Rows.Decide(Ana, About(1), (_, _) => new(new LookBackOutcome.Waits(waiting), true, waiting, []), default);

        Assert.Equal(waiting, await room.Rows.Find(Ana, About(1), default));
        Assert.Null(await room.Rows.Find(Ana, About(2), default));
        Assert.Null(await room.Rows.Find(Ben, About(1), default));
    }

    [Fact]
    public async Task However_much_somebody_wrote_what_waits_is_of_one_length()
    {
        await room.Send(1, text: "a");
        await room.Send(2, text: new string('€', LookBack.Longest - 2));
        var lengths = (await room.Room.Rows.Prefix(Where, "waiting-", default)).Select(row => row.Bytes("words").Length).ToList();
        Assert.Equal(2, lengths.Count);
        Assert.Single(lengths.Distinct());
    }

    [Fact]
    public async Task Four_wait_however_often_they_send_and_the_fifth_person_makes_it_enough_on_the_next_morning()
    {
        await room.Send([1, 2, 3, 4, 4, 3]);
        await room.Send(1, about: 7);
        await room.Days(4);
        Assert.Empty(await room.Shown());

        await room.Send(5);
        await room.Settles();
        Assert.Empty(await room.Shown());
        await room.Days(4);
        Assert.Equal(["of 1 1", "of 2 1", "of 3 1", "of 4 1", "of 5 1"], await room.Shown());
        Assert.Equal(["of 1 6", "of 2 6", "of 3 6", "of 4 6", "of 5 6"], await room.Shown(5));
        Assert.Equal(["noor", "person1", "person2", "person3", "person4", "person5"], room.Told);
        Assert.Equal(["pair7"], (await room.Rows.Of(Person(1), default)).Select(one => one.About.Value));
    }

    [Fact]
    public async Task The_fifth_can_take_theirs_back_until_the_morning()
    {
        await room.Send([1, 2, 3, 4, 5]);
        Assert.Equal(new LookBackOutcome.Nothing(true), await room.TakeBack(5));
        await room.Days(4);
        Assert.Empty(await room.Shown());
        Assert.Empty(room.Told);
    }

    [Fact]
    public async Task Ten_are_two_fives_and_who_is_one_too_many_waits()
    {
        await room.Send(Enumerable.Range(1, 11));
        await room.Days(4);
        Assert.Equal([2, 1], (await room.Rows.Released(default)).Select(one => one.Number));
        Assert.All(await room.Rows.Released(default), one => Assert.All(one.Answers, answers => Assert.Equal(5, answers.Length)));
        Assert.Single(await room.Room.Rows.Prefix(Where, "waiting-", default));
    }

    [Fact]
    public async Task After_it_was_shown_nothing_is_left_that_says_who_wrote_or_when()
    {
        await room.Send([1, 2, 3, 4, 5]);
        await room.Days(4);

        // What was shown, and that it is looked again on the next morning.
        var keys = await room.Keys();
        Assert.Equal(2, keys.Length);
        Assert.Matches("^outbox-evaluations.morning\\|[-0-9]{10}\\|$", keys[0]);
        Assert.Matches("^released-[-0-9]{10}-1$", keys[1]);
        var row = await room.Room.Rows.Get(Where, keys[1], default);
        Assert.Equal(
            ["answers1", "answers2", "answers3", "answers4", "answers5", "answers6", "eraseAt", "number", "on", "schema"],
            row!.Properties.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(LocalTime.Midnight, row.Moment("eraseAt").InUtc().TimeOfDay);
        Assert.Single(row.Properties.Values.OfType<byte[]>().Select(bytes => bytes.Length).Distinct());

        // With each of them: that they may read. Neither what nor when.
        var mark = await room.Room.Rows.Prefix(Of(Person(1)), "", default);
        Assert.Equal(["lookback", "member-pair0", "profile", "with-pair0-lookback"], mark.Select(one => one.Key));
        Assert.All(mark.Where(one => one.Key.Contains("lookback", StringComparison.Ordinal)), one => Assert.Empty(one.Properties));
    }

    [Fact]
    public async Task How_many_answered_a_question_does_not_show_from_outside()
    {
        await room.Send([1, 2, 3, 4]);
        var one = LookBack.Of(Confidential.From("only this"), null, null, null, null, null);
        var waiting = new Waiting(Person(5), About(0), 1, room.Room.Clock.Now, room.Room.Clock.Now + Duration.FromDays(9), one);
        await room.Rows.Decide(Person(5), About(0), (_, _) => new(new LookBackOutcome.Waits(waiting), true, waiting, []), default);
        await room.Days(4);

        Assert.Equal((5, 4), ((await room.Shown()).Length, (await room.Shown(1)).Length));
        var row = Assert.Single(await room.Room.Rows.Prefix(Where, "released-", default));
        Assert.Single(row.Properties.Values.OfType<byte[]>().Select(bytes => bytes.Length).Distinct());
    }

    [Fact]
    public async Task A_question_that_all_five_left_out_is_shown_without_answers()
    {
        for (var person = 1; person <= 5; person++)
        {
            var waiting = new Waiting(Person(person), About(0), 1, room.Room.Clock.Now, room.Room.Clock.Now + Duration.FromDays(9), LookBack.Of(null, Confidential.From("x"), null, null, null, null));
            await room.Rows.Decide(waiting.Person, About(0), (_, zone) => new(new LookBackOutcome.Waits(waiting), true, waiting, [LookingBack.Morning(zone, room.Room.Clock.Now)]), default);
        }

        await room.Days(4);
        Assert.Equal([0, 5, 0, 0, 0, 0], Assert.Single(await room.Rows.Released(default)).Answers.Select(answers => answers.Length));
    }

    [Fact]
    public async Task Who_wrote_may_read_and_nobody_else()
    {
        await room.Send([1, 2, 3, 4, 5]);
        Assert.False(await room.Rows.MayRead(Person(1), default));
        await room.Days(4);
        await room.Send(6);

        Assert.True(await room.Rows.MayRead(Person(1), default));
        Assert.True(await room.Rows.IsShown(Person(1), About(0), default));
        Assert.False(await room.Rows.IsShown(Person(1), About(1), default));
        Assert.False(await room.Rows.MayRead(Person(6), default));
    }

    [Fact]
    public async Task What_was_not_shown_in_time_is_erased_and_so_in_time_is_what_was()
    {
        await room.Send([1, 2, 3, 4, 5]);
        await room.Send(1, about: 3);
        await room.Days(4);
        await room.Days(170);
        Assert.Single(await room.Rows.Of(Person(1), default));
        Assert.Equal(5, (await room.Shown()).Length);

        await room.Days(12);
        await room.Days(4);
        Assert.Empty(await room.Keys());
    }

    [Fact]
    public async Task Forgotten_what_waits_is_unreadable_at_once_and_then_gone_and_does_not_count()
    {
        await room.Send([1, 2, 3, 4, 5]);
        await room.Room.KeysOf.Erase(Owner.Person(Contoso, Person(3)), default);
        await Assert.ThrowsAsync<SealBrokenException>(() => room.Rows.Find(Person(3), About(0), default));
        await room.Days(4);
        Assert.Empty(await room.Shown());

        await room.Rows.Forget(Person(3), default);
        Assert.DoesNotContain(await room.Keys(), key => key.Contains("person3", StringComparison.Ordinal));
        await room.Send(6);
        await room.Days(4);
        Assert.Equal(["of 1 1", "of 2 1", "of 4 1", "of 5 1", "of 6 1"], await room.Shown());
    }

    [Fact]
    public async Task Who_is_forgotten_after_it_was_shown_leaves_mixed_answers_and_no_mark()
    {
        await room.Send([1, 2, 3, 4, 5]);
        room.Room.Clock.Advance(Duration.FromDays(4));
        await room.Morning.Run(Contoso.Value, "", default);
        await room.Room.KeysOf.Erase(Owner.Person(Contoso, Person(1)), default);
        await room.Room.Records.Erase(Of(Person(1)), "", default);
        await room.Settles();

        Assert.Equal(5, (await room.Shown()).Length);
        Assert.Empty(await room.Room.Keys(Of(Person(1))));
    }

    [Fact]
    public async Task Ones_own_that_waits_is_told_to_oneself_word_for_word()
    {
        await room.Send(1);
        var own = new OwnLookBackData(room.Rows, room.Room.Relationships);
        var section = Assert.Single(await own.Of(Person(1), default).ToListAsync());
        Assert.Equal((OwnKind.LookingBack, About(0)), (section.Kind, section.With));
        Assert.Equal(Words("of 1").Texts, section.Words.Select(text => (Confidential?)text.Words));
        Assert.Empty(await own.Of(Person(2), default).ToListAsync());
    }
}
