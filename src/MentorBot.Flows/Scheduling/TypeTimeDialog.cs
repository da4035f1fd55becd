using System.Collections.Immutable;
using MentorBot.Domain.Scheduling;
using MentorBot.Domain.Sessions;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Sessions;
using MentorBot.Flows.Turns;
using Microsoft.Bot.Builder.Dialogs;
using Newtonsoft.Json.Linq;

namespace MentorBot.Flows.Scheduling;

/// <summary>
/// Somebody types a time. What they type is read and forgotten; what was understood stands on a card with its button, so that this
/// only knows what the time is for, and how often it was not understood.
/// </summary>
public sealed class TypeTimeDialog(BetweenTwo between, ChoosingTimes choosing) : Dialog(Name)
{
    /// <summary>Also what the ids of its buttons begin with: whatever is pressed there ends it.</summary>
    public const string Name = "scheduling";

    private const string Tries = "tries";

    /// <param name="options">What the time is for, a <see cref="Wanted"/>.</param>
    public override Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        var wanted = (Wanted)options!;
        foreach (var (name, value) in wanted.Data())
            dc.ActiveDialog.State[name] = value;
        dc.ActiveDialog.State[Tries] = Wanted.Text(0);
        var turn = dc.Context.TurnState.Get<Turn>();
        Conversations.Answered(dc, new Answer.Posts(Card.Line(SchedulingText.Prompt.With(turn.Reader.City))));
        return Task.FromResult(EndOfTurn);
    }

    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        var state = Kept(dc);
        if (dc.Context.TurnState.Get<Pressed>() is not null || Wanted.In(state) is not { } wanted)
            return await dc.EndDialogAsync(null, cancellationToken);

        var turn = dc.Context.TurnState.Get<Turn>();
        switch (TypedTime.Read(turn.Context.Activity.Text, turn.Now, turn.Reader.Zone, turn.Reader.Culture, Words()))
        {
            case TypedTimeReading.Understood understood:
                Conversations.Answered(dc, new Answer.Posts(TimeCards.Confirm(wanted, understood.Start, turn.Reader)));
                return EndOfTurn;
            case TypedTimeReading.TwoReadings two:
                Conversations.Answered(dc, new Answer.Posts(TimeCards.WhichOne(wanted, two.One, two.Other, turn.Reader)));
                return EndOfTurn;
            case TypedTimeReading.GoneBy:
                Conversations.Answered(dc, new Answer.Says(SchedulingText.GoneBy));
                return EndOfTurn;
            case var _ when state.Number(Tries) == 0:
                dc.ActiveDialog.State[Tries] = Wanted.Text(1);
                Conversations.Answered(dc, new Answer.Says(SchedulingText.NotUnderstood));
                return EndOfTurn;
            default:
                Conversations.Answered(dc, await between.With(turn, state, (together, name) => LeaveItThere(turn, together, name, wanted, cancellationToken), cancellationToken));
                return await dc.EndDialogAsync(null, cancellationToken);
        }
    }

    private async Task<Answer> LeaveItThere(Turn turn, Together together, string name, Wanted wanted, CancellationToken cancellationToken) => wanted.Holds(together)
        ? new Answer.Posts(await choosing.Card(together, name, wanted, turn.Reader, SchedulingText.LeaveItThere, cancellationToken))
        : await choosing.AsItIs(turn, together, name, wanted, cancellationToken);

    /// <summary>What the dialog keeps reads like what a button carries.</summary>
    private static Submission Kept(DialogContext dc) => new(JObject.FromObject(dc.ActiveDialog.State));

    private static TimeWords Words() => new(
        Several(SchedulingText.TypedToday),
        Several(SchedulingText.TypedTomorrow),
        Several(SchedulingText.TypedYesterday),
        Several(SchedulingText.TypedNext),
        Several(SchedulingText.TypedBeforeNoon),
        Several(SchedulingText.TypedAfterNoon),
        Several(SchedulingText.TypedHours),
        Several(SchedulingText.TypedDayEndings),
        Several(SchedulingText.TypedOf),
        Several(SchedulingText.TypedPassed));

    private static ImmutableArray<string> Several(string words) => [.. words.Split('|')];
}
