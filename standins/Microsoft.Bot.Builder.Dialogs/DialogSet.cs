using System.Globalization;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Dialogs that can begin one another.</summary>
public class DialogSet
{
    private readonly IStatePropertyAccessor<DialogState> _dialogState;
    private readonly Dictionary<string, Dialog> _dialogs = [];

    public DialogSet(IStatePropertyAccessor<DialogState> dialogState)
        => _dialogState = dialogState ?? throw new ArgumentNullException(nameof(dialogState));

    /// <summary>Adds a dialog; a second one of the same id is renamed, by a number from 2 on.</summary>
    public DialogSet Add(Dialog dialog)
    {
        ArgumentNullException.ThrowIfNull(dialog);

        if (_dialogs.TryGetValue(dialog.Id, out var known))
        {
            if (known == dialog)
                return this;

            var number = 2;
            while (_dialogs.ContainsKey(dialog.Id + number.ToString(CultureInfo.InvariantCulture)))
                number++;
            dialog.Id += number.ToString(CultureInfo.InvariantCulture);
        }

        _dialogs[dialog.Id] = dialog;
        return this;
    }

    public Dialog Find(string dialogId)
    {
        if (string.IsNullOrWhiteSpace(dialogId))
            throw new ArgumentNullException(nameof(dialogId));

        return _dialogs.GetValueOrDefault(dialogId);
    }

    public async Task<DialogContext> CreateContextAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);

        var state = await _dialogState.GetAsync(turnContext, () => new DialogState(), cancellationToken);
        return new DialogContext(this, turnContext, state);
    }
}
