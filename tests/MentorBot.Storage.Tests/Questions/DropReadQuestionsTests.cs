using MentorBot.Domain;
using MentorBot.Domain.Questions;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Sessions;
using MentorBot.Storage.Questions;
using MentorBot.Storage.Tests.Requests;
using NodaTime;
using static MentorBot.Storage.Tests.StorageRoom;

namespace MentorBot.Storage.Tests.Questions;

/// <summary>What somebody asked ahead, after the two have talked.</summary>
public sealed class DropReadQuestionsTests : IDisposable
{
    private static readonly RelationshipId Id = new(MatchingRoom.Match.Value);

    private readonly MatchingRoom people = new();

    public void Dispose() => people.Dispose();

    [Fact]
    public async Task What_was_read_is_gone_and_stands_on_no_card_and_what_was_not_waits()
    {
        await people.AreTogether(Ana, Ben);
        await Asks(Ana);
        await Asks(Ben);
        await Decide(Ana, (pair, found) => AskingAhead.Read(pair, found, Ben, people.Now));

        await Talk();

        Assert.Null(await Find(Ana));
        Assert.NotNull(await Find(Ben));
        Assert.Equal([Ben], (await Now()).Questions.AsEnumerable());
    }

    [Fact]
    public async Task What_is_asked_after_the_conversation_stays_however_often_the_step_runs()
    {
        await people.AreTogether(Ana, Ben);
        await Talk();
        people.Room.Clock.Advance(Duration.FromDays(1));
        await Asks(Ana);
        await Decide(Ana, (pair, found) => AskingAhead.Read(pair, found, Ben, people.Now));

        for (var time = 0; time < 3; time++)
            await new DropReadQuestions(people.Room.Questions, people.Room.Meetings).Run(Id.Value, Id.Value, default);

        Assert.NotNull(await Find(Ana));
        Assert.Equal([Ana], (await Now()).Questions.AsEnumerable());
    }

    [Fact]
    public async Task What_was_asked_before_the_conversation_and_opened_after_it_waits_for_the_next_one()
    {
        await people.AreTogether(Ana, Ben);
        await Asks(Ana);
        await Talk();
        people.Room.Clock.Advance(Duration.FromHours(1));
        await Decide(Ana, (pair, found) => AskingAhead.Read(pair, found, Ben, people.Now));

        await new DropReadQuestions(people.Room.Questions, people.Room.Meetings).Run(Id.Value, Id.Value, default);

        Assert.NotNull(await Find(Ana));
    }

    private async Task Talk()
    {
        people.Room.Clock.Advance(Duration.FromHours(1));
        await people.Room.Meetings.Decide(Id, two => Conducting.Begin(two, Ana, people.Now), default);
        people.Room.Clock.Advance(Duration.FromMinutes(30));
        await people.Room.Meetings.Decide(Id, two => Conducting.WeMet(two, Ana, two.Meetings.Session!.Number, null, people.Now), default);
        await people.Settles();
    }

    private async Task Asks(PersonId author)
    {
        await Decide(author, (pair, found) => AskingAhead.Ask(pair, found, author, "", Confidential.From("canary question"), people.Now));
        await people.Room.Meetings.Decide(Id, two => Conducting.Questioned(two, author, isThere: true), default);
    }

    private Task<QuestionOutcome> Decide(PersonId author, Func<Relationship?, Question?, Decision<Question, QuestionOutcome>> decide) =>
        people.Room.Questions.Decide(Id, author, decide, default);

    private async Task<Question?> Find(PersonId author) => (await people.Room.Questions.Find(Id, author, default)).Question;

    private async Task<Meetings> Now() => (await people.Room.Meetings.Find(Id, default))!.Meetings;
}
