namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>The dialogs of one turn: the top of the stack is active.</summary>
public class DialogContext
{
    public DialogContext(DialogSet dialogs, ITurnContext turnContext, DialogState state)
    {
        Dialogs = dialogs ?? throw new ArgumentNullException(nameof(dialogs));
        Context = turnContext ?? throw new ArgumentNullException(nameof(turnContext));
        ArgumentNullException.ThrowIfNull(state);
        Stack = state.DialogStack;
    }

    public DialogSet Dialogs { get; private set; }

    public ITurnContext Context { get; private set; }

    public List<DialogInstance> Stack { get; private set; }

    public DialogInstance ActiveDialog => Stack.Count > 0 ? Stack[0] : null;

    public Task<DialogTurnResult> BeginDialogAsync(string dialogId, object options = null, CancellationToken cancellationToken = default)
    {
        ThrowIfToken(options, nameof(options));
        if (string.IsNullOrEmpty(dialogId))
            throw new ArgumentNullException(nameof(dialogId));

        var dialog = Known(dialogId);
        Stack.Insert(0, new DialogInstance { Id = dialogId, State = new Dictionary<string, object>() });
        return dialog.BeginDialogAsync(this, options, cancellationToken);
    }

    /// <summary>Hands the turn to the active dialog; where none is, the status is <see cref="DialogTurnStatus.Empty"/>.</summary>
    public Task<DialogTurnResult> ContinueDialogAsync(CancellationToken cancellationToken = default)
        => ActiveDialog is { } active
            ? Known(active.Id).ContinueDialogAsync(this, cancellationToken)
            : Task.FromResult(new DialogTurnResult(DialogTurnStatus.Empty));

    /// <summary>Ends the active dialog and gives the result to the one that began it, or to the caller.</summary>
    public async Task<DialogTurnResult> EndDialogAsync(object result = null, CancellationToken cancellationToken = default)
    {
        ThrowIfToken(result, nameof(result));

        await EndActiveDialogAsync(DialogReason.EndCalled, cancellationToken);
        return ActiveDialog is { } resumed
            ? await Known(resumed.Id).ResumeDialogAsync(this, DialogReason.EndCalled, result, cancellationToken)
            : new DialogTurnResult(DialogTurnStatus.Complete, result);
    }

    public async Task<DialogTurnResult> CancelAllDialogsAsync(CancellationToken cancellationToken = default)
    {
        if (Stack.Count == 0)
            return new DialogTurnResult(DialogTurnStatus.Empty);

        while (Stack.Count > 0)
            await EndActiveDialogAsync(DialogReason.CancelCalled, cancellationToken);

        return new DialogTurnResult(DialogTurnStatus.Cancelled);
    }

    public Dialog FindDialog(string dialogId) => Dialogs.Find(dialogId);

    private Dialog Known(string dialogId)
        => FindDialog(dialogId) ?? throw new InvalidOperationException($"The dialog '{dialogId}' is not in the set.");

    // A dialog that was taken out of the set since is not told: it leaves the stack all the same.
    private async Task EndActiveDialogAsync(DialogReason reason, CancellationToken cancellationToken)
    {
        if (ActiveDialog is not { } active)
            return;

        if (FindDialog(active.Id) is { } dialog)
            await dialog.EndDialogAsync(Context, active, reason, cancellationToken);

        Stack.RemoveAt(0);
    }

    // Easily passed one place too early, where any object is taken.
    private static void ThrowIfToken(object argument, string name)
    {
        if (argument is CancellationToken)
            throw new ArgumentException("This is a cancellation token in the place of a value.", name);
    }
}
