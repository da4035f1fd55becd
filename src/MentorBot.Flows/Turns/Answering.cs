using System.Net;
using MentorBot.Domain.Directory;
using MentorBot.Flows.Cards;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;

namespace MentorBot.Flows.Turns;

/// <summary>
/// Brings an <see cref="Answer"/> to whoever asked, in the way that fits what they did: typed, pressed a card, opened or sent
/// a form. The preview of every message is one fixed sentence.
/// </summary>
internal static class Answering
{
    private const string CardResponse = "application/vnd.microsoft.card.adaptive";
    private const string MessageResponse = "application/vnd.microsoft.activity.message";
    private const string SearchResponse = "application/vnd.microsoft.search.searchResponse";

    /// <summary>To something typed, or to a press from a client that knows only Action.Submit.</summary>
    public static async Task InChat(ITurnContext context, Answer answer, CancellationToken cancellationToken)
    {
        switch (answer)
        {
            case Answer.Becomes becomes when context.Activity.ReplyToId is { Length: > 0 } pressed && context.Activity.Value is not null:
                await Replace(context, pressed, becomes, cancellationToken);
                break;
            case Answer.Becomes becomes:
                await Post(context, becomes.Card, cancellationToken);
                break;
            case Answer.Says says:
                await context.SendActivityAsync(Message.Of(says.Sentence), cancellationToken);
                break;
            case Answer.Opens:
                throw new InvalidOperationException("A form opens from a button only: post a card that has one.");
            default:
                await BesideForm(context, answer, cancellationToken);
                break;
        }
    }

    /// <summary>
    /// Next to the answer of a card's press. What the answer shows is only the presser's view of it, which is gone when they
    /// come back; so the card itself is replaced, too.
    /// </summary>
    public static async Task BesideCard(ITurnContext context, Answer answer, CancellationToken cancellationToken)
    {
        if (answer is Answer.Becomes becomes && context.Activity.ReplyToId is { Length: > 0 } pressed)
            await Replace(context, pressed, becomes, cancellationToken);
        else if (answer is Answer.Posts posts)
            await BesideForm(context, posts, cancellationToken);
    }

    /// <summary>Next to the answer of a form: what comes into the chat.</summary>
    public static async Task BesideForm(ITurnContext context, Answer answer, CancellationToken cancellationToken)
    {
        switch (answer)
        {
            case Answer.Becomes becomes:
                await Post(context, becomes.Card, cancellationToken);
                break;
            case Answer.Posts posts:
                foreach (var card in posts.Cards)
                    await Post(context, card, cancellationToken);
                break;
        }
    }

    /// <summary>The answer to a card's press.</summary>
    public static InvokeResponse Card(Answer answer) => answer switch
    {
        Answer.Becomes becomes => Inside(CardResponse, CardAttachment.Json(becomes.Card)),
        Answer.Posts => Inside(MessageResponse, TurnText.Below),
        Answer.Says says => Inside(MessageResponse, says.Sentence),
        _ => Inside(MessageResponse, TurnText.OldCard),
    };

    /// <summary>The answer to a form that was opened or sent.</summary>
    public static InvokeResponse Form(Answer answer) => Ok(answer switch
    {
        Answer.Opens opens => new TaskModuleResponse
        {
            Task = new TaskModuleContinueResponse
            {
                Value = new TaskModuleTaskInfo { Title = opens.Form.Title, Height = "large", Width = "medium", Card = CardAttachment.From(opens.Form.Card) },
            },
        },
        Answer.Says says => new TaskModuleResponse { Task = new TaskModuleMessageResponse { Value = says.Sentence } },
        _ => new TaskModuleResponse(),
    });

    /// <summary>The answer to a list that asks who there is to choose.</summary>
    public static InvokeResponse Search(IEnumerable<Person> people) => Inside(SearchResponse, new JObject
    {
        ["results"] = new JArray(people.Select(person => new JObject { ["title"] = PeoplePicker.TitleOf(person), ["value"] = person.Id.Value })),
    });

    private static InvokeResponse Inside(string type, object value) =>
        Ok(new AdaptiveCardInvokeResponse { StatusCode = (int)HttpStatusCode.OK, Type = type, Value = value });

    private static InvokeResponse Ok(object body) => new() { Status = (int)HttpStatusCode.OK, Body = body };

    private static Task<ResourceResponse> Post(ITurnContext context, AdaptiveCards.AdaptiveCard card, CancellationToken cancellationToken) =>
        context.SendActivityAsync(Message.Of(card), cancellationToken);

    private static Task<ResourceResponse> Replace(ITurnContext context, string pressed, Answer.Becomes becomes, CancellationToken cancellationToken)
    {
        var message = Message.Of(becomes.Card);
        message.Id = pressed;
        return context.UpdateActivityAsync(message, cancellationToken);
    }
}
