using System.Collections.Immutable;

namespace MentorBot.Rehearsal;

/// <summary>Something with inputs and buttons: a card in the chat or a form. What is filled in stays in this one client until it is sent.</summary>
public abstract class SeenSheet : Seen
{
    private protected SeenSheet(Resident by, Draft draft)
        : base(by) => Draft = draft;

    /// <summary>The titles of the visible buttons, from top to bottom.</summary>
    public IReadOnlyList<string> Titles => [.. Draft.View.Buttons.Select(button => button.Title)];

    /// <summary>The labels of the visible inputs, from top to bottom.</summary>
    public IReadOnlyList<string> Labels => [.. VisibleInputs.Select(input => input.Label)];

    internal Draft Draft { get; }

    internal override IEnumerable<string> Texts => Draft.View.Texts.Concat(VisibleInputs.Select(input => Draft.ValueOf(input) ?? ""));

    private IEnumerable<CardField> VisibleInputs => Draft.View.Fields.Where(input => !input.IsFolded);

    /// <summary>What stands in an input now, as it would travel: for choices their values, not their titles.</summary>
    public string ValueOf(string label) => Draft.ValueOf(Field(label)) ?? "";

    /// <summary>The titles of an input's choices.</summary>
    public IReadOnlyList<string> ChoicesOf(string label) => [.. Draft.ChoicesOf(Field(label)).Select(choice => choice.Title)];

    /// <summary>The error messages that the client shows on pressing this, instead of sending; empty when it would go.</summary>
    public IReadOnlyList<string> ErrorsOn(string title) => [.. Draft.Errors(Button(title)).Select(error => error.Message)];

    /// <summary>Types into a choice input that looks things up, and gets back what there is to choose.</summary>
    public async Task<IReadOnlyList<string>> Searches(string label, string text, CancellationToken cancellationToken = default)
    {
        var field = Field(label);
        var dataset = field.Dataset ?? throw new RehearsalException($"“{field.Label}” looks nothing up: all its choices are on the card.\n{Drawn}");
        if (By.Client == Client.Old)
            throw new RehearsalException($"The client that {By.Name} uses cannot search: “{field.Label}” has no choices but those on the card.\n{Drawn}");
        var choices = dataset == CardField.People
            ? By.Colleagues.Where(person => CardWords.Contains(person.Title, text)).ToImmutableArray()
            : [.. await By.Searches(dataset, text, cancellationToken)];
        Draft.Offer(field, choices);
        return [.. choices.Select(choice => choice.Title)];
    }

    internal bool LooksUp(string label) => Field(label).Dataset is not null;

    internal void Enter(string label, IReadOnlyList<string> values)
    {
        var field = Field(label);
        if (field.IsText)
            By.Types(values);
        if (Draft.Fill(field, values) is { } refusal)
            throw new RehearsalException($"“{field.Label}” cannot be filled with “{string.Join("”, “", values)}”: {refusal}.\n{Drawn}");
        if (field.IsChoice || field.IsToggle)
            By.Touches(Math.Max(1, values.Count));
        By.Notes($"fills in “{field.Label}”: {(values.Count == 0 ? "nothing" : string.Join(" · ", values))}");
    }

    internal void Force(string label, string? value)
    {
        var field = Field(label, foldedToo: true);
        if (field.IsText && value is not null)
            By.Types([value]);
        Draft.Force(field, value);
        By.Notes($"forces into “{field.Label}”: {value ?? "nothing at all"}");
    }

    internal void Toggle(string title)
    {
        var button = Button(title);
        if (button.Type != CardButton.Toggle)
            throw new RehearsalException($"[ {button.Title} ] folds nothing; press it instead.\n{Drawn}");
        Draft.Toggle(button);
        By.Touches();
        By.Notes($"unfolds “{button.Title}”");
    }

    /// <summary>The visible button of that title, enabled.</summary>
    internal CardButton Button(string title)
    {
        var named = Draft.View.Buttons.Where(button => string.Equals(CardWords.Squeeze(button.Title), CardWords.Squeeze(title), StringComparison.OrdinalIgnoreCase)).ToList();
        return named switch
        {
            [{ IsEnabled: true } one] => one,
            [] => throw new RehearsalException($"{By.Name} finds no button “{title}” here; the buttons are: {Listed(Titles)}\n{Drawn}"),
            [_] => throw new RehearsalException($"The button “{title}” is switched off here.\n{Drawn}"),
            _ => throw new RehearsalException($"{named.Count} buttons are called “{title}” here; nobody could tell them apart.\n{Drawn}"),
        };
    }

    /// <summary>Fails as a client does, by saying so, when an input is in error.</summary>
    internal void Check(CardButton button)
    {
        var errors = Draft.Errors(button).ToList();
        if (errors.Count > 0)
            throw new RehearsalException($"[ {button.Title} ] sends nothing, because of {string.Join("; ", errors.Select(error => $"“{error.Field.Label}”{(error.Field.IsFolded ? " (folded away!)" : "")}: {error.Message}"))}\n{Drawn}");
    }

    private CardField Field(string label, bool foldedToo = false)
    {
        var all = Draft.View.Fields;
        var exact = all.Where(field => string.Equals(CardWords.Squeeze(field.Label), CardWords.Squeeze(label), StringComparison.OrdinalIgnoreCase)).ToList();
        var named = exact.Count > 0 ? exact : [.. all.Where(field => CardWords.Contains(field.Label, label))];
        return named switch
        {
            [{ IsFolded: true }] when !foldedToo => throw new RehearsalException($"“{named[0].Label}” is folded away; unfold it first.\n{Drawn}"),
            [var one] => one,
            [] => throw new RehearsalException($"{By.Name} finds no input “{label}” here; the inputs are: {Listed(Labels)}\n{Drawn}"),
            _ => throw new RehearsalException($"“{label}” could be any of: {Listed(named.Select(field => field.Label))}\n{Drawn}"),
        };
    }

    private static string Listed(IEnumerable<string> names) => string.Join(" · ", names) is { Length: > 0 } list ? list : "none";
}
