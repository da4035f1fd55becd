using MentorBot.Domain;
using MentorBot.Domain.Agreements;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Wishes;
using MentorBot.Storage.Agreements;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Relationships;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;
using MentorBot.Storage.Tests.Requests;
using static MentorBot.Storage.Tests.Requests.MatchingRoom;
using static MentorBot.Storage.Tests.StorageRoom;

namespace MentorBot.Storage.Tests.Agreements;

/// <summary>What is noted lies with its author; what is shown, and nothing else, lies beside the pair.</summary>
public sealed class AgreementRowsTests : IDisposable
{
    private static readonly RelationshipId Id = new(Match.Value);
    private static readonly Rhythm Monthly = new(HowOften.EveryMonth, 30, WayOfMeeting.SameRoom, 3);

    private readonly MatchingRoom people = new();
    private readonly DataKeys keys;
    private readonly AgreementRows agreements;

    public AgreementRowsTests()
    {
        var room = people.Room;
        keys = new(room.Rounds, room.Decisions, room.Wrapper, room.Clock);
        var sealer = new Sealer(keys);
        var records = new RecordRows(room.Rounds, room.Decisions, room.Clock);
        agreements = new(records, new BesidePair(room.Rounds, records, sealer, Programme, room.Clock), sealer, Programme);
    }

    public void Dispose()
    {
        keys.Dispose();
        people.Dispose();
    }

    [Fact]
    public async Task What_was_noted_comes_back_and_nobody_elses_key_opens_it()
    {
        await people.AreTogether(Ana, Ben);
        var sheet = await Saves(Ben, ("shown", true), ("canary alone", false));

        Assert.True((await agreements.Own(Ben, Id, default)).SaysTheSameAs(sheet));
        Assert.Equal(0, (await agreements.Own(Ana, Id, default)).Revision);
        await keys.Erase(Owner.Person(Contoso, Ben), default);
        await Assert.ThrowsAsync<SealBrokenException>(() => agreements.Own(Ben, Id, default));
    }

    [Fact]
    public async Task Only_what_is_shown_lies_beside_the_pair_and_under_its_key()
    {
        await people.AreTogether(Ana, Ben);
        await Saves(Ben, ("shown", true), ("canary alone", false));

        var row = (await people.Room.Rows.Get(PartitionOf.Relationship(Contoso, Id.Value), "agreement-" + Ben.Value, default))!;
        Assert.Equal(["words1"], row.Properties.Keys.Where(key => key.StartsWith("words", StringComparison.Ordinal)));
        var shown = await agreements.Shown(Id, Ben, default);
        Assert.Equal((Confidential.From("shown"), null), (shown.Words[0], shown.Words[1]));
        await keys.Erase(Owner.Relationship(Contoso, Id.Value), default);
        await Assert.ThrowsAsync<SealBrokenException>(() => agreements.Shown(Id, Ben, default));
    }

    [Fact]
    public async Task What_is_not_shown_any_more_goes_from_beside_the_pair_and_stays_with_its_author()
    {
        await people.AreTogether(Ana, Ben);
        await Saves(Ben, ("shown", true));
        await Saves(Ben, ("shown", false));

        Assert.False((await agreements.Shown(Id, Ben, default)).ShowsAnything);
        Assert.Equal(Confidential.From("shown"), (await agreements.Own(Ben, Id, default)).Answers[0].Words);
    }

    [Fact]
    public async Task What_both_say_about_how_long_is_read_without_opening_words()
    {
        await people.AreTogether(Ana, Ben);
        var pair = (await people.Room.Relationships.Find(Id, default))!;
        await Saves(Ben, Monthly, ("one", true));
        Assert.Null(await agreements.MinutesOf(pair, default));
        await Saves(Ana, Monthly with { HowOften = null }, ("two", true));

        Assert.Equal(30, await agreements.MinutesOf(pair, default));
    }

    [Fact]
    public async Task What_is_said_to_both_comes_back()
    {
        await people.AreTogether(Ana, Ben);
        await Saves(Ben, ("one", true));
        await agreements.DecideShown(Id, Ben, (pair, shown) => Agreeing.Say(pair, shown, new(true, 1, 4)), default);

        var found = await agreements.Shown(Id, Ben, default);

        Assert.Equal(new Stance(true, 1, 4), found.Stance);
        Assert.Equal(Confidential.From("one"), found.Words[0]);
    }

    private Task<Sheet> Saves(PersonId who, params (string Words, bool IsShown)[] answers) => Saves(who, Rhythm.Open, answers);

    /// <summary>Saved, and the step after it taken.</summary>
    private async Task<Sheet> Saves(PersonId who, Rhythm rhythm, params (string Words, bool IsShown)[] answers)
    {
        var before = await agreements.Own(who, Id, default);
        var next = Sheet.Blank(Id, who) with { Rhythm = rhythm };
        for (var question = 0; question < answers.Length; question++)
            next = next with { Answers = next.Answers.SetItem(question, new(Confidential.From(answers[question].Words), answers[question].IsShown)) };
        if (rhythm != Rhythm.Open)
            next = next with { Answers = next.Answers.SetItem(Sheet.OnMeeting, new(null, true)) };

        await agreements.DecideOwn(who, Id, current => Agreeing.Save(current, next, before.Revision), default);
        await new ShowSheet(agreements, people.Room.Meetings).Run(who.Value, Id.Value, default);
        return next;
    }
}
