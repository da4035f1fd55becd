using AdaptiveCards;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Requests;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Requests;
using MentorBot.Flows.Turns;

namespace MentorBot.Flows.Console;

/// <summary>What a coordinator reads and picks about somebody who waits.</summary>
public sealed class WaitingForms(IDirectory directory)
{
    public const string Whom = "whom";

    public const string Without = "without";

    /// <summary>For somebody who may read it: the answer to the first question.</summary>
    public async Task<Form> Read(Request request, CancellationToken cancellationToken) => new(
        ConsoleText.WordsTitle.With(await directory.NameOf(request.Person, cancellationToken)),
        Card.Of(
            null,
            [Card.Written(FormText.Show(request.Form.Words) ?? ConsoleText.NothingWritten)],
            Card.Submit(TurnText.Close, ActionIds.CloseForm)));

    /// <summary>Somebody of one's own choice: beside those found, or in the place of one of them.</summary>
    /// <param name="wrong">What has to be put right, or that it cannot be, when the form comes back.</param>
    public async Task<Form> Suggest(Request request, Picked picked, string? wrong, CancellationToken cancellationToken)
    {
        var name = await directory.NameOf(request.Person, cancellationToken);
        var people = request.State is RequestState.Proposed proposed ? proposed.People : [];
        var instead = new List<(string, string)>();
        foreach (var one in people)
            instead.Add((one.Mentor.Value, await directory.NameOf(one.Mentor, cancellationToken)));

        return new(people.IsEmpty ? ConsoleText.SuggestTitle.With(name) : ConsoleText.SwapTitle.With(name), Card.Of(
            null,
            [
                wrong is null ? null : Card.Wrong(wrong),
                Card.Text(ConsoleText.SuggestIntro),
                .. people.IsEmpty ? Enumerable.Empty<AdaptiveElement>() : [Card.Choices(Without, ConsoleText.InPlaceOf, instead, []), Card.Small(ConsoleText.InPlaceOfHint)],
                .. PeoplePicker.Input(Whom, ConsoleText.SuggestWhom, null, picked),
            ],
            Card.Submit(ConsoleText.Suggest, ConsoleActions.Suggest, (RequestActions.Request, request.Id.Value), (RequestActions.Person, request.Person.Value)),
            Card.Submit(ConsoleText.NotNow, ActionIds.CloseForm)));
    }
}
