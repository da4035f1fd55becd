using MentorBot.Domain;
using MentorBot.Domain.Profiles;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace MentorBot.Flows.Turns;

/// <summary>
/// Where every activity comes in. It finds out who did what, hands it to the flow that registered it, and answers in the way
/// that fits. It decides nothing itself. docs/life-of-a-press.md tells the way of one press.
/// </summary>
public sealed class MentorBotHandler(
    Routes routes, TurnReader turns, Conversations conversations, TypedText typed, PeopleSearch people, IProfiles profiles, ErrorReply errors, TimeProvider time)
    : TeamsActivityHandler
{
    private const string Search = "application/search";

    /// <summary>
    /// Refusals come in the language of the client. Not awaited: what an asynchronous method sets as the culture ends with that
    /// method. (The SDK sets the culture alone; words go by the UI culture.)
    /// </summary>
    public override Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        Reader.Speak(Reader.CultureOf(turnContext.Activity.Locale));
        return turnContext.Activity.Type == ActivityTypes.Invoke ? base.OnTurnAsync(turnContext, cancellationToken) : InTime(turnContext, cancellationToken);
    }

    /// <summary>An invoke looks after its time by itself, for it is answered even when the time is up.</summary>
    private async Task InTime(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        using var budget = new TurnBudget(time, cancellationToken);
        await budget.Within(token => base.OnTurnAsync(turnContext, token));
    }

    protected override async Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
    {
        var arrival = await turns.Read(turnContext, cancellationToken);
        Speak(arrival);
        var answer = arrival is Arrival.Welcome { Turn: var turn } && turnContext.Activity.Value is null
            ? await conversations.Follow(turn, await typed.Answer(turn, turnContext.Activity, cancellationToken), null, cancellationToken)
            : await Handle(arrival, routes.Presses, turnContext.Activity.Value as JObject, cancellationToken);
        await Answering.InChat(turnContext, answer, cancellationToken);
    }

    /// <summary>
    /// The base class answers an exception with 501 and an empty body, and an ill-formed press with 400; Teams shows neither.
    /// So everything is answered here, inside 200.
    /// </summary>
    protected override async Task<InvokeResponse> OnInvokeActivityAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
    {
        var activity = turnContext.Activity;
        using var budget = new TurnBudget(time, cancellationToken);
        try
        {
            return activity.Name switch
            {
                "adaptiveCard/action" => await OnPress(turnContext, budget, cancellationToken),
                "task/fetch" => await budget.Within(token => OnForm(turnContext, routes.Forms, token)),
                "task/submit" => await budget.Within(token => OnForm(turnContext, routes.Submissions, token)),
                Search => await budget.Within(token => OnSearch(turnContext, token)),
                _ => Answering.Card(new Answer.Says(TurnText.OldCard)),
            };
        }
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
        {
            // A list has no place for a sentence: nobody is found, and a name can be typed.
            if (activity.Name == Search)
            {
                errors.NoteSearch(problem);
                return Answering.Search([]);
            }

            var isForm = activity.Name?.StartsWith("task/", StringComparison.Ordinal) == true;
            var sentence = errors.Explain(problem, isForm ? ErrorPlace.Form : ErrorPlace.Chat);
            return isForm ? Answering.Form(new Answer.Says(sentence)) : Answering.Card(new Answer.Says(sentence));
        }
    }

    protected override async Task OnInstallationUpdateAddAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        await Welcome(turnContext, cancellationToken);

    protected override async Task OnInstallationUpdateRemoveAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        // Whether the directory still knows them does not matter for being left alone.
        if (turnContext.Activity.From?.AadObjectId is { Length: > 0 and <= PersonId.Longest } id && await profiles.Find(new(id), cancellationToken) is { } known)
            await profiles.Change(known.Person, profile => profile with { Reach = null, Welcomed = false }, cancellationToken);
    }

    protected override async Task OnMembersAddedAsync(
        IList<ChannelAccount> membersAdded, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        if (membersAdded.Any(member => member.Id == turnContext.Activity.Recipient?.Id))
            await Welcome(turnContext, cancellationToken);
    }

    private async Task Welcome(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        if (await turns.Read(turnContext, cancellationToken) is Arrival.Welcome { Turn: var turn })
            await profiles.Welcome(turn.Actor.Person, cancellationToken);
    }

    private async Task<InvokeResponse> OnPress(ITurnContext<IInvokeActivity> turnContext, TurnBudget budget, CancellationToken cancellationToken)
    {
        var arrival = await budget.Within(token => turns.Read(turnContext, token));
        Speak(arrival);
        var data = ((turnContext.Activity.Value as JObject)?["action"] as JObject)?["data"] as JObject;
        var answer = await budget.Within(token => Handle(arrival, routes.Presses, data, token));
        try
        {
            await budget.Within(token => Answering.BesideCard(turnContext, answer, token));
        }
        catch (Exception problem) when (answer is Answer.Becomes && !cancellationToken.IsCancellationRequested)
        {
            // It is decided, and the answer shows it; a press on the card that stayed as it was will, too.
            errors.Note(problem);
        }

        return Answering.Card(answer);
    }

    private async Task<InvokeResponse> OnForm(ITurnContext<IInvokeActivity> turnContext, IReadOnlyDictionary<string, Handle> handlers, CancellationToken cancellationToken)
    {
        var arrival = await turns.Read(turnContext, cancellationToken);
        Speak(arrival);
        var data = (turnContext.Activity.Value as JObject)?["data"] as JObject;
        var answer = await Handle(arrival, handlers, data, cancellationToken);
        await Answering.BesideForm(turnContext, answer, cancellationToken);
        return Answering.Form(answer);
    }

    private async Task<InvokeResponse> OnSearch(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
    {
        var arrival = await turns.Read(turnContext, cancellationToken);
        return Answering.Search(await people.Find(arrival, turnContext.Activity.Value as JObject, cancellationToken));
    }

    private async Task<Answer> Handle(Arrival arrival, IReadOnlyDictionary<string, Handle> handlers, JObject? data, CancellationToken cancellationToken)
    {
        var id = data?["action"] is JValue { Value: string known } ? known : "";
        return arrival switch
        {
            Arrival.Refused refused => new Answer.Says(refused.Sentence),
            Arrival.Welcome { Turn: var turn } when handlers.TryGetValue(id, out var handle) =>
                await conversations.Follow(turn, await handle(turn, new Submission(data!), cancellationToken), id, cancellationToken),
            _ => new Answer.Says(TurnText.OldCard),
        };
    }

    /// <summary>Theirs from here on: the client's language, or the last one known where it names none.</summary>
    private static void Speak(Arrival arrival)
    {
        if (arrival is Arrival.Welcome { Turn.Reader.Culture: var culture })
            Reader.Speak(culture);
    }
}
