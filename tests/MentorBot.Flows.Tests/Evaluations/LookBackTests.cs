using MentorBot.Domain;
using MentorBot.Domain.Evaluations;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Relationships;
using MentorBot.Flows.Evaluations;
using MentorBot.Flows.Tests.Cards;
using MentorBot.Flows.Tests.Matching;
using MentorBot.Flows.Tests.Relationships;
using MentorBot.Flows.Turns;
using static MentorBot.Flows.Tests.FlowRoom;

namespace MentorBot.Flows.Tests.Evaluations;

/// <summary>Chidi and Ana have finished, and look back, each alone.</summary>
public sealed class LookBackTests : IDisposable
{
    private static readonly (string, string)[] Filled = [.. Between.Ids, EveryEvaluationCard.Answer, (EvaluationActions.Seen, "0")];

    private readonly FlowRoom room = EveryEvaluationCard.Room();

    public static TheoryData<string> Everything =>
        [EvaluationActions.Preview, EvaluationActions.Change, EvaluationActions.Send, EvaluationActions.TakeBackHere];

    public void Dispose() => room.Dispose();

    [Theory]
    [MemberData(nameof(Everything))]
    public async Task Nobody_else_does_anything_and_nobody_does_before_the_end(string action)
    {
        Assert.Equal(Sentences.NotYours, await room.Submit(Noor, action, Filled));
        Assert.Equal(Sentences.OldCard, await room.Submit(Ana, action));
        room.Relationships[Between.Id] = Between.In(Between.Going());
        Assert.Equal(Sentences.OldCard, await room.Submit(Ana, action, Filled));
        room.Relationships[Between.Id] = Between.In(Between.Ended(Ana));
        Assert.Equal(Sentences.OldCard, await room.Submit(Ana, action, Filled));
        room.Relationships.Remove(Between.Id);
        Assert.Equal(Sentences.OldCard, await room.Submit(Ana, action, Filled));
        Assert.Empty(room.Evaluations.Waiting);
    }

    [Fact]
    public async Task What_is_sent_waits_until_what_the_two_kept_is_erased()
    {
        await room.Submit(Ana, EvaluationActions.Send, Filled);
        var waiting = Assert.Single(room.Evaluations.Waiting);
        Assert.Equal((Ana, Between.Id, FlowRoom.Start + NodaTime.Duration.FromDays(180)), (waiting.Person, waiting.About, waiting.EraseAt));
        Assert.DoesNotContain("hear", EveryCard.Only(await room.Submit(Ana, EvaluationActions.Send, Filled)).Json.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_other_of_the_two_sees_nothing_of_it()
    {
        await room.Submit(Ana, EvaluationActions.Send, Filled);
        Assert.DoesNotContain("hear", ShownCard.Of(await room.Open(Asked.Chidi, EvaluationActions.Write, Between.Ids)).Json.ToString(), StringComparison.Ordinal);
        Assert.Equal(Sentences.NotYours, await Reads(Asked.Chidi));
    }

    [Fact]
    public async Task All_empty_keeps_nothing_and_takes_back_what_waited()
    {
        Assert.Equal(new Answer.Says("Nothing written, nothing kept."), await room.Submit(Ana, EvaluationActions.Send, [.. Between.Ids, (EvaluationActions.Seen, "0")]));
        await room.Submit(Ana, EvaluationActions.Send, Filled);
        Assert.Equal(new Answer.Says("Nothing written, nothing kept."), await room.Submit(Ana, EvaluationActions.Send, [.. Between.Ids, (EvaluationActions.Seen, "1")]));
        Assert.Empty(room.Evaluations.Waiting);
    }

    [Theory]
    [InlineData(EvaluationActions.Send)]
    [InlineData(EvaluationActions.Preview)]
    public async Task Too_long_comes_back_with_what_was_typed_and_nothing_is_sent(string action)
    {
        var tooLong = new string('é', LookBack.Longest + 1);
        var form = EveryCard.Only(await room.Submit(Ana, action, [.. Filled, (EvaluationActions.Answer(5), tooLong)]));
        Assert.Contains(tooLong, form.Json.ToString(), StringComparison.Ordinal);
        Assert.Contains("Please keep this under ", form.Json.ToString(), StringComparison.Ordinal);
        Assert.Empty(room.Evaluations.Waiting);
    }

    [Fact]
    public async Task Reading_it_once_more_keeps_nothing_and_carries_all_of_it_on()
    {
        var preview = EveryCard.Only(await room.Submit(Ana, EvaluationActions.Preview, Filled));
        Assert.Empty(room.Evaluations.Waiting);
        var fields = preview.Json.SelectTokens("$..[?(@.type == 'Input.Text')]").Select(input => ((string)input["id"]!, (string?)input["value"] ?? "")).ToArray();
        Assert.Equal(LookBack.Questions, fields.Length);
        await room.Submit(Ana, EvaluationActions.Send, [.. Between.Ids, .. fields, (EvaluationActions.Seen, "0")]);
        Assert.Equal(Confidential.From(EveryEvaluationCard.Answer.Item2), Assert.Single(room.Evaluations.Waiting).Words.Texts[2]);
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public async Task Once_it_was_shown_nothing_can_be_sent_or_taken_back(string action)
    {
        await room.Submit(Ana, EvaluationActions.Send, Filled);
        room.Evaluations.Shows(Ana, Between.Id);
        Assert.Contains("it can no longer be taken back", EveryCard.Only(await room.Submit(Ana, action, Filled)).Json.ToString(), StringComparison.Ordinal);
        Assert.Empty(room.Evaluations.Waiting);
    }

    [Fact]
    public async Task What_waits_can_be_taken_back_also_after_the_relationship_was_erased_early()
    {
        await room.Submit(Ana, EvaluationActions.Send, Filled);
        room.Relationships.Remove(Between.Id);
        Assert.IsType<Answer.Becomes>(await room.Press(Ana, EvaluationActions.TakeBack, Between.Ids));
        Assert.Empty(room.Evaluations.Waiting);
    }

    [Fact]
    public async Task Who_wrote_and_who_looks_after_the_programme_read_it_and_nobody_else_and_nothing_is_noted()
    {
        room.Evaluations.All.Add(EveryEvaluationCard.Shown(5));
        room.Evaluations.Shows(Ana, Between.Id);
        foreach (var reader in new[] { Ana, Noor, Sam })
            Assert.IsType<Answer.Opens>(await Reads(reader));
        Assert.Equal(Sentences.NotYours, await Reads(Asked.Chidi));
        Assert.Equal(Sentences.NotYours, await Reads(Jun));
        Assert.Empty(room.Openings);
    }

    [Fact]
    public async Task Page_by_page_each_answer_is_read_once_under_its_question()
    {
        room.Evaluations.All.AddRange([EveryEvaluationCard.Shown(5, new string('w', 900)), EveryEvaluationCard.Shown(5, new string('v', 900))]);
        room.Evaluations.Shows(Ana, Between.Id);
        var read = new List<string>();
        for (string? after = "0"; after is not null;)
        {
            var page = EveryCard.Only(await room.Submit(Ana, EvaluationActions.ReadNext, (EvaluationActions.After, after)));
            Assert.InRange(page.Json.ToString(Newtonsoft.Json.Formatting.None).Length, 1, 20 * 1024);
            read.AddRange(page.Json.SelectTokens("$..inlines[0].text").Select(text => (string)text!));
            after = (string?)page.Json.SelectToken($"$..data.{EvaluationActions.After}");
        }

        Assert.Equal(2 * 5 * LookBack.Questions, read.Distinct().Count());
        Assert.Equal(2 * 5 * LookBack.Questions, read.Count);
        Assert.Equal(read.Select(text => text[^3]), read.Select(text => text[^3]).Order());
    }

    [Fact]
    public async Task Answers_that_are_erased_by_now_are_told_to_nobody()
    {
        var notice = new Notice(EvaluationNotices.Result, Programme.Tenant.Value, "2026-03-02-1", "", Ana, null);
        Assert.Null(await room.Routes.Notices[EvaluationNotices.Result](notice, ReaderOf(Ana), CancellationToken.None));
        room.Evaluations.All.Add(EveryEvaluationCard.Shown(5));
        Assert.Equal(CardLife.Once, (await room.Routes.Notices[EvaluationNotices.Result](notice, ReaderOf(Ana), CancellationToken.None))!.Life);
    }

    private Task<Answer> Reads(PersonId who) => room.Routes.Forms[EvaluationActions.Read](room.TurnOf(who), Of([]), CancellationToken.None);
}
