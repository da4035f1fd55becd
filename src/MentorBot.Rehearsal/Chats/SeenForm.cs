using Newtonsoft.Json.Linq;

namespace MentorBot.Rehearsal;

/// <summary>A form that the bot opened: what Teams calls a dialog.</summary>
public sealed class SeenForm : SeenSheet
{
    internal SeenForm(Resident by, string title, JObject card)
        : base(by, new Draft(card, by)) => Title = title;

    public string Title { get; }

    /// <summary>As the bot sent it.</summary>
    public JObject Json => (JObject)Draft.Card.DeepClone();

    public override string Drawn => string.Join('\n', CardDrawing.Form(Title, Draft));

    internal override IEnumerable<string> Texts => base.Texts.Prepend(Title);

    /// <summary>Presses a button of the form.</summary>
    /// <param name="forge">What a hostile client would change in the activity before it leaves.</param>
    /// <returns>The next form, a line in its place, or <see cref="SeenNothing"/> when it closed.</returns>
    public Task<Seen> Submit(string title, Action<JObject>? forge = null, CancellationToken cancellationToken = default)
    {
        var button = Button(title);
        Check(button);
        return By.Submits(this, button, forge, cancellationToken);
    }

    /// <summary>Presses the only button that sends.</summary>
    public Task<Seen> Submit(CancellationToken cancellationToken = default)
    {
        var sending = Draft.View.Buttons.Where(button => button.Type is CardButton.Submit or CardButton.Execute).ToList();
        return sending is [var only]
            ? Submit(only.Title, null, cancellationToken)
            : throw new RehearsalException($"This form has {sending.Count} buttons that send; say which: {string.Join(" · ", sending.Select(button => button.Title))}\n{Drawn}");
    }

    /// <summary>Closes it with the cross: nothing is sent.</summary>
    public void Close() => By.Notes($"closes the form “{Title}”");
}
