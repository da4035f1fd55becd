using MentorBot.Domain;
using MentorBot.Domain.LearningStories;
using MentorBot.Domain.MyData;
using MentorBot.Domain.Relationships;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.LearningStories;
using MentorBot.Storage.Matching;
using MentorBot.Storage.MyData;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;
using MentorBot.Storage.Tests.Requests;
using NodaTime;
using static MentorBot.Storage.Tests.StorageRoom;

namespace MentorBot.Storage.Tests.LearningStories;

/// <summary>Ana mentored Ben, and they finished: the story beside the pair, and all that follows.</summary>
public sealed class StoryRowsTests : IDisposable
{
    private const string OfAna = "canary of Ana\n\ncanary second";
    private const string OfBen = "canary of Ben";

    private static readonly RelationshipId Id = new(MatchingRoom.Match.Value);
    private static readonly Partition Pair = PartitionOf.Relationship(Contoso, Id.Value);

    private readonly MatchingRoom people = new();

    private StorageRoom Room => people.Room;

    public void Dispose() => people.Dispose();

    [Fact]
    public async Task Everything_comes_back_as_it_was_written()
    {
        await Finish();
        var full = new LearningStory(
            Id, 7, StoryStage.Joined, people.Now + Duration.FromDays(2), 3, new(Ben, 4, Words(OfBen), true, false, [0], 3, 5), new(Ana, 2, Words(OfAna), true, true, [0, 1], 0, 4));
        await Room.Stories.Decide(Id, (_, _) => new(new StoryOutcome.Done(full), true, full, []), default);

        var back = await Story();
        Assert.Equal(full with { OfMentee = back.OfMentee, OfMentor = back.OfMentor }, back);
        foreach (var (one, other) in full.Sides.Zip(back.Sides))
        {
            Assert.Equal(one with { Chosen = other.Chosen }, other);
            Assert.Equal(one.Chosen.AsEnumerable(), other.Chosen.AsEnumerable());
        }
    }

    [Fact]
    public async Task What_each_wrote_is_locked_under_the_key_of_the_two()
    {
        await Finish();
        await Exchange();

        Assert.All(Room.Rows.All, row => Assert.True(Bytes.Of(row.Row).AsSpan().IndexOf("canary"u8) < 0));
        await Room.KeysOf.Erase(Owner.Relationship(Contoso, Id.Value), default);
        await Assert.ThrowsAsync<SealBrokenException>(() => Room.Stories.Find(Id, default));
    }

    [Fact]
    public async Task On_the_date_it_ends_by_itself_and_whoever_was_ready_hears()
    {
        await Finish();
        await Ready(Ben, OfBen);
        await people.Settles();
        Assert.Equal(["ana.lima 1", "ben.carter 1"], Told());

        await people.Later(days: 8);
        Assert.Equal(StoryStage.NoExchange, (await Story()).Stage);
        Assert.Equal(["ana.lima 1", "ana.lima 1", "ben.carter 1", "ben.carter 1", "ben.carter 2"], Told());
    }

    [Fact]
    public async Task With_an_offer_the_other_does_not_answer_both_stay_as_they_are()
    {
        await Finish();
        await Exchange();
        await Decide((pair, story) => Joining.Offer(pair, story, Ben, 0, [0], people.Now));

        await people.Later(days: 8);

        Assert.Equal((StoryStage.Separate, null), ((await Story()).Stage, (await Story()).Until));
        Assert.Equal(Words(OfAna), (await Story()).Of(Ana).Words);
    }

    [Fact]
    public async Task When_the_relationship_is_erased_so_is_the_story()
    {
        await Finish();
        await Exchange();
        await people.Later(days: 179);
        Assert.Equal(StoryStage.Exchanged, (await Story()).Stage);

        await people.Later(days: 2);
        Assert.Equal((null, null), await Room.Stories.Find(Id, default));
        Assert.Empty(await Room.Keys(Pair));
    }

    [Fact]
    public async Task Taken_along_is_ones_own_and_what_both_said_is_fine_and_nothing_else_of_the_other()
    {
        await Finish();
        await Ready(Ben, OfBen);
        Assert.Empty(await Sections(Ana));
        Assert.Equal(["Story: canary of Ben"], await Sections(Ben));
        await Ready(Ana, OfAna);
        await Decide((pair, story) => Joining.Offer(pair, story, Ben, 0, [0], people.Now));
        await Decide((pair, story) => Joining.Offer(pair, story, Ana, 0, [1], people.Now));
        await Decide((pair, story) => Joining.Fine(pair, story, Ana, 1));
        Assert.Equal(["Story: canary of Ben"], await Sections(Ben));

        await Decide((pair, story) => Joining.Fine(pair, story, Ben, 1));

        Assert.Equal(["Story: canary of Ben", "JointStory: canary of Ben | canary second"], await Sections(Ben));
        Assert.Equal([$"Story: {OfAna}", "JointStory: canary of Ben | canary second"], await Sections(Ana));
    }

    [Fact]
    public async Task Whoever_is_forgotten_leaves_at_once_what_the_other_has_not_seen_and_what_was_exchanged_goes_with_the_relationship()
    {
        await Finish();
        await Ready(Ben, OfBen);
        await Forgets(Ben);
        Assert.Null((await Story()).Of(Ben).Words);

        await Ready(Ana, OfAna);
        await people.Later(days: 15);
        Assert.Equal((null, null), await Room.Stories.Find(Id, default));
    }

    [Fact]
    public async Task What_was_exchanged_stays_for_the_other_until_the_notice_is_over()
    {
        await Finish();
        await Exchange();
        await Forgets(Ben);
        Assert.Equal(Words(OfBen), (await Story()).Of(Ben).Words);
        await people.Later(days: 13);
        Assert.Equal(Words(OfBen), (await Story()).Of(Ben).Words);

        await people.Later(days: 2);
        Assert.Equal((null, null), await Room.Stories.Find(Id, default));
    }

    private static Confidential Words(string words) => Confidential.From(words)!;

    private async Task Finish()
    {
        await people.AreTogether(Ben, Ana);
        await Room.Relationships.Decide(Id, found => Relating.Finish(found, Ben, Programme.ErasureDays, people.Now), default);
        await people.Settles();
    }

    private async Task Exchange()
    {
        await Ready(Ben, OfBen);
        await Ready(Ana, OfAna);
        await people.Settles();
    }

    private Task Ready(PersonId who, string words) => Decide((pair, story) => Writing.Ready(pair, story, who, story?.Of(who).Text ?? 0, Words(words), people.Now));

    private async Task Decide(Func<Relationship?, LearningStory?, Decision<LearningStory, StoryOutcome>> decide) =>
        Assert.IsType<StoryOutcome.Done>(await Room.Stories.Decide(Id, decide, default));

    private async Task<LearningStory> Story() => (await Room.Stories.Find(Id, default)).Story!;

    private async Task Forgets(PersonId who)
    {
        var forgetting = new ForgettingRows(Room.Records, Programme, Room.Clock);
        await forgetting.Begin(who, default);
        var step = new ForgetPerson(
            Room.Records, Room.KeysOf, forgetting, Room.Requests, Room.Offers, Room.Relationships, [], Room.Stories, Programme, Room.Clock);
        await step.Run(who.Value, "", default);
    }

    private async Task<string[]> Sections(PersonId who)
    {
        var sections = new List<string>();
        await foreach (var section in new OwnStoryData(Room.Stories, Room.Relationships).Of(who, default))
            sections.Add($"{section.Kind}: {string.Join(" | ", section.Words.Select(words => Plain(words.Words)))}");
        return [.. sections];
    }

#pragma warning disable RS0030 // The test reads what it wrote.
    private static string Plain(Confidential words) => words.Reveal();
#pragma warning restore RS0030

    private string[] Told() =>
        [.. Room.Notices.Sent.Where(notice => notice.Kind == StoryNotices.Card).Select(notice => $"{notice.Whom} {StoryNotices.In(notice.Subject).Card}").Order(StringComparer.Ordinal)];
}
