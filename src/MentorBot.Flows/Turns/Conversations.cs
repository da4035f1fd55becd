using MentorBot.Domain.Profiles;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;

namespace MentorBot.Flows.Turns;

/// <summary>
/// Conversations of several steps, as Bot Framework dialogs. The profile says which one is open, so that for most turns there is
/// no state to read; a dialog answers by <see cref="Answered"/>, for a press must be answered with what it asked for.
/// </summary>
public sealed class Conversations
{
    private readonly IProfiles profiles;
    private readonly ConversationState state;
    private readonly DialogSet dialogs;

    public Conversations(Routes routes, IProfiles profiles, ConversationState state)
    {
        this.profiles = profiles;
        this.state = state;
        dialogs = new DialogSet(state.CreateProperty<DialogState>(nameof(DialogState)));
        foreach (var dialog in routes.Dialogs)
            dialogs.Add(dialog);
    }

    /// <summary>
    /// After a handler has answered: begins the conversation that the answer asks for, or tells the open one of a press that is
    /// its own (its id begins with the dialog's), so that it moves on or ends.
    /// </summary>
    /// <param name="pressed">The id of the button; null when something was typed.</param>
    public async Task<Answer> Follow(Turn turn, Answer answer, string? pressed, CancellationToken cancellationToken)
    {
        if (answer is Answer.Begins begins)
            return await Begin(turn, begins, cancellationToken);
        if (pressed is null || turn.Profile.OpenDialog is not { } open || !pressed.StartsWith(open + '.', StringComparison.Ordinal))
            return answer;

        turn.Context.TurnState.Set(new Pressed(pressed));
        return await Continue(turn, cancellationToken) ?? answer;
    }

    /// <summary>Lets the open conversation have what was typed; null when none is open, or when it was not meant for it.</summary>
    public async Task<Answer?> Continue(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Profile.OpenDialog is null)
            return null;
        var context = await dialogs.CreateContextAsync(turn.Context, cancellationToken);
        turn.Context.TurnState.Set(turn);
        var result = await context.ContinueDialogAsync(cancellationToken);
        if (result.Status is DialogTurnStatus.Waiting)
            await state.SaveChangesAsync(turn.Context, false, cancellationToken);
        else
            await End(turn, cancellationToken);
        return turn.Context.TurnState.Get<Answer>();
    }

    /// <summary>Drops the conversation that is open, if any. Nothing that was decided depends on it; its state is left to run out.</summary>
    public Task End(Turn turn, CancellationToken cancellationToken) => Remember(turn, null, cancellationToken);

    /// <summary>How a dialog answers.</summary>
    public static void Answered(DialogContext context, Answer answer) => context.Context.TurnState.Set(answer);

    /// <summary>The conversation begins in the place of any other that was open.</summary>
    private async Task<Answer> Begin(Turn turn, Answer.Begins begins, CancellationToken cancellationToken)
    {
        var context = await dialogs.CreateContextAsync(turn.Context, cancellationToken);
        await context.CancelAllDialogsAsync(cancellationToken);
        turn.Context.TurnState.Set(turn);
        await context.BeginDialogAsync(begins.Dialog, begins.With, cancellationToken);
        await state.SaveChangesAsync(turn.Context, false, cancellationToken);
        await Remember(turn, begins.Dialog, cancellationToken);
        return turn.Context.TurnState.Get<Answer>();
    }

    private async Task Remember(Turn turn, string? dialogId, CancellationToken cancellationToken)
    {
        if (turn.Profile.OpenDialog != dialogId)
            await profiles.Change(turn.Actor.Person, profile => profile with { OpenDialog = dialogId }, cancellationToken);
    }
}
