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
public sealed class MentorBotHandler(Routes routes, TurnReader turns, Conversations conversations, TypedText typed, IProfiles profiles, ErrorReply errors)
    : TeamsActivityHandler
{
    /// <summary>
    /// The words are this person's from here on, also in the error reply. Not awaited: what an asynchronous method sets as the
    /// culture ends with that method. (The SDK sets the culture alone; words go by the UI culture.)
    /// </summary>
    public override Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        Reader.Speak(Reader.CultureOf(turnContext.Activity.Locale));
        return base.OnTurnAsync(turnContext, cancellationToken);
    }

    protected override async Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
    {
        var answer = await turns.Read(turnContext, cancellationToken) switch
        {
            Arrival.Refused refused => new Answer.Says(refused.Sentence),
            Arrival.Welcome { Turn: var turn } when turnContext.Activity.Value is JObject data => await Handle(turn, routes.Presses, data, cancellationToken),
            Arrival.Welcome { Turn: var turn } => await conversations.Follow(turn, await typed.Answer(turn, turnContext.Activity, cancellationToken), null, cancellationToken),
            _ => new Answer.Says(TurnText.OldCard),
        };
        await Answering.InChat(turnContext, answer, cancellationToken);
    }

    /// <summary>
    /// The base class answers an exception with 501 and an empty body, and an ill-formed press with 400; Teams shows neither.
    /// So everything is answered here, inside 200.
    /// </summary>
    protected override async Task<InvokeResponse> OnInvokeActivityAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
    {
        var activity = turnContext.Activity;
        try
        {
            return activity.Name switch
            {
                "adaptiveCard/action" => await OnPress(turnContext, cancellationToken),
                "task/fetch" => await OnForm(turnContext, routes.Forms, cancellationToken),
                "task/submit" => await OnForm(turnContext, routes.Submissions, cancellationToken),
                _ => Answering.Card(new Answer.Says(TurnText.OldCard)),
            };
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            var isForm = activity.Name?.StartsWith("task/", StringComparison.Ordinal) == true;
            var sentence = errors.Explain(problem, isForm ? ErrorPlace.Form : ErrorPlace.Chat);
            return isForm ? Answering.Form(new Answer.Says(sentence)) : Answering.Card(new Answer.Says(sentence));
        }
    }

    protected override async Task OnInstallationUpdateAddAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        await Welcome(turnContext, cancellationToken);

    protected override async Task OnInstallationUpdateRemoveAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        if (await turns.Read(turnContext, cancellationToken) is Arrival.Welcome { Turn: var turn })
            await profiles.Change(turn.Actor.Person, profile => profile with { Reach = null, Welcomed = false }, cancellationToken);
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

    private async Task<InvokeResponse> OnPress(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
    {
        var data = ((turnContext.Activity.Value as JObject)?["action"] as JObject)?["data"] as JObject ?? [];
        var answer = await Handle(turnContext, routes.Presses, data, cancellationToken);
        await Answering.BesideCard(turnContext, answer, cancellationToken);
        return Answering.Card(answer);
    }

    private async Task<InvokeResponse> OnForm(ITurnContext<IInvokeActivity> turnContext, IReadOnlyDictionary<string, Handle> handlers, CancellationToken cancellationToken)
    {
        var data = (turnContext.Activity.Value as JObject)?["data"] as JObject ?? [];
        var answer = await Handle(turnContext, handlers, data, cancellationToken);
        await Answering.BesideForm(turnContext, answer, cancellationToken);
        return Answering.Form(answer);
    }

    private async Task<Answer> Handle(ITurnContext turnContext, IReadOnlyDictionary<string, Handle> handlers, JObject data, CancellationToken cancellationToken) =>
        await turns.Read(turnContext, cancellationToken) switch
        {
            Arrival.Welcome { Turn: var turn } => await Handle(turn, handlers, data, cancellationToken),
            Arrival.Refused refused => new Answer.Says(refused.Sentence),
            _ => new Answer.Says(TurnText.OldCard),
        };

    private async Task<Answer> Handle(Turn turn, IReadOnlyDictionary<string, Handle> handlers, JObject data, CancellationToken cancellationToken)
    {
        var id = ActionId(data);
        return handlers.TryGetValue(id, out var handle)
            ? await conversations.Follow(turn, await handle(turn, new Submission(data), cancellationToken), id, cancellationToken)
            : new Answer.Says(TurnText.OldCard);
    }

    private static string ActionId(JObject data) => data["action"] is JValue { Value: string id } ? id : "";
}
