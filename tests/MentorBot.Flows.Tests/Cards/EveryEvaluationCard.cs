using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.Evaluations;
using MentorBot.Domain.Relationships;
using MentorBot.Flows.Evaluations;
using MentorBot.Flows.Tests.Relationships;
using NodaTime;
using static MentorBot.Flows.Tests.FlowRoom;

namespace MentorBot.Flows.Tests.Cards;

/// <summary>What people see when they look back, by name.</summary>
internal static class EveryEvaluationCard
{
    private const string Written = "To *hear* how others do it.\nAnd I did.";

    public static readonly (string, string) Answer = (EvaluationActions.Answer(2), Written);

    public static FlowRoom Room() => Between.Room(Between.Ended(Ana, Ending.Finished));

    /// <summary>So many people, of whom each answered all questions.</summary>
    public static Released Shown(int people, string written = Written) => new(
        new LocalDate(2026, 3, 2),
        1,
        FlowRoom.Start + Duration.FromDays(180),
        [.. Enumerable.Range(1, LookBack.Questions).Select(question => Enumerable.Range(1, people).Select(person => Confidential.From($"{written} {question} {person}")!).ToImmutableArray())]);

    public static async Task Add(SortedDictionary<string, ShownCard> cards)
    {
        using var room = Room();
        (string, string)[] filled = [.. Between.Ids, Answer, (EvaluationActions.Seen, "0")];
        cards["form-looking-back"] = ShownCard.Of(await room.Open(Ana, EvaluationActions.Write, Between.Ids));
        cards["form-looking-back-too-long"] = EveryCard.Only(await room.Submit(Ana, EvaluationActions.Send, [.. Between.Ids, (EvaluationActions.Answer(1), new string('a', LookBack.Longest + 1))]));
        cards["form-looking-back-preview"] = EveryCard.Only(await room.Submit(Ana, EvaluationActions.Preview, filled));
        cards["form-looking-back-preview-of-nothing"] = EveryCard.Only(await room.Submit(Ana, EvaluationActions.Preview, [.. Between.Ids, (EvaluationActions.Seen, "0")]));
        cards["form-looking-back-change"] = EveryCard.Only(await room.Submit(Ana, EvaluationActions.Change, filled));
        cards["looking-back-sent"] = EveryCard.Only(await room.Submit(Ana, EvaluationActions.Send, filled));
        cards["form-looking-back-again"] = ShownCard.Of(await room.Open(Ana, EvaluationActions.Write, Between.Ids));
        cards["form-looking-back-changed-meanwhile"] = EveryCard.Only(await room.Submit(Ana, EvaluationActions.Send, [.. Between.Ids, (EvaluationActions.Answer(0), "Nothing."), (EvaluationActions.Seen, "0")]));
        cards["looking-back-taken-back"] = EveryCard.Only(await room.Press(Ana, EvaluationActions.TakeBack, Between.Ids));
        cards["looking-back-nothing-waits"] = EveryCard.Only(await room.Press(Ana, EvaluationActions.TakeBack, Between.Ids));

        room.Evaluations.Shows(Ana, Between.Id);
        cards["form-looking-back-nothing-to-read"] = ShownCard.Of(await room.Open(Ana, EvaluationActions.Read));
        room.Evaluations.All.Add(Shown(5));
        cards["form-looking-back-shown"] = ShownCard.Of(await room.Open(Ana, EvaluationActions.Write, Between.Ids));
        cards["looking-back-shown"] = EveryCard.Only(await room.Press(Ana, EvaluationActions.TakeBack, Between.Ids));
        cards["form-looking-back-read"] = ShownCard.Of(await room.Open(Ana, EvaluationActions.Read));
        cards["form-looking-back-read-end"] = EveryCard.Only(await room.Submit(Ana, EvaluationActions.ReadNext, (EvaluationActions.After, "28")));
        cards["looking-back-new-answers"] = ShownCard.Of(LookBackCards.NewAnswers(Shown(5), ReaderOf(Noor)));
    }
}
