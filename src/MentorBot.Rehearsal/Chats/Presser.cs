using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace MentorBot.Rehearsal;

/// <summary>What becomes of a press: the activity that leaves, and what its answer puts before the person's eyes.</summary>
internal sealed class Presser(Town town, Resident person, Envelopes envelopes, ChatLog chat)
{
    private const string CardAnswer = "application/vnd.microsoft.card.adaptive";
    private const string LineAnswer = "application/vnd.microsoft.activity.message";

    private (JObject Activity, Func<JObject, CancellationToken, Task<Seen>> Send)? last;

    public Task<Seen> Press(SeenCard card, CardButton button, Action<JObject>? forge, CancellationToken cancellationToken)
    {
        person.Touches();
        person.Notes($"presses [ {button.Title} ]");
        var data = card.Draft.Merged(button);
        switch (button)
        {
            case { Type: CardButton.Execute }:
                return Send(InReply(envelopes.Executed(button, data), card), (activity, token) => Execute(card.Entry, activity, token), forge, cancellationToken);
            case { OpensForm: true }:
                return Send(InReply(envelopes.Task("task/fetch", data), card), Ask, forge, cancellationToken);
            case { Type: CardButton.Submit }:
                var message = InReply(envelopes.Submitted(button, data), card);
                if (((string?)button.Json.SelectToken("data.msteams.displayText") ?? (string?)message["text"]) is { } said)
                    chat.Add((string)message["id"]!, said);
                return Send(message, Tell, forge, cancellationToken);
            case { Type: CardButton.Toggle }:
                throw new RehearsalException($"[ {button.Title} ] only folds and unfolds: use Unfold.\n{card.Drawn}");
            default:
                throw new RehearsalException($"[ {button.Title} ] ({button.Type}) sends nothing to the bot.\n{card.Drawn}");
        }
    }

    public Task<Seen> Submit(SeenForm form, CardButton button, Action<JObject>? forge, CancellationToken cancellationToken)
    {
        if (button.Type != CardButton.Submit)
            throw new RehearsalException($"[ {button.Title} ] is {button.Type}; in a form only Action.Submit reaches the bot.\n{form.Drawn}");

        person.Touches();
        person.Notes($"presses [ {button.Title} ] in the form “{form.Title}”");
        return Send(envelopes.Task("task/submit", form.Draft.Merged(button)), Ask, forge, cancellationToken);
    }

    public Task<Seen> PressAgain(CancellationToken cancellationToken)
    {
        var (activity, send) = last ?? throw new RehearsalException($"{person.Name} has pressed nothing yet.");
        person.Touches();
        person.Notes("presses the same once more");
        return send(envelopes.Again(activity), cancellationToken);
    }

    public SeenNothing Unanswered(JObject activity, BotAnswer answer)
    {
        var how = answer switch
        {
            { Status: 0 } => "not at all",
            { Status: not 200 } => $"with HTTP {answer.Status}",
            { Body: null } => "with an empty body",
            _ => $"with {answer.Body.ToString(Formatting.None)}",
        };
        town.Problem($"Unanswered: {person.Name} sees nothing, because the bot answered {activity["name"]} {how}.");
        return new SeenNothing(person);
    }

    private static JObject InReply(JObject activity, SeenCard card)
    {
        activity["replyToId"] = card.Entry.Id;
        return activity;
    }

    private Task<Seen> Send(JObject activity, Func<JObject, CancellationToken, Task<Seen>> send, Action<JObject>? forge, CancellationToken cancellationToken)
    {
        forge?.Invoke(activity);
        last = (activity, send);
        return send(activity, cancellationToken);
    }

    /// <summary>A message with a value: what is newest afterwards is what one sees.</summary>
    private async Task<Seen> Tell(JObject activity, CancellationToken cancellationToken)
    {
        await person.Sends(activity, cancellationToken);
        if (chat.News.LastOrDefault(entry => !entry.IsDeleted) is not { } newest)
            return new SeenNothing(person);
        chat.IsSeen(newest);
        return new SeenCard(person, newest);
    }

    private async Task<Seen> Execute(ChatEntry pressed, JObject activity, CancellationToken cancellationToken)
    {
        var answer = await person.Sends(activity, cancellationToken);
        ChatEntry entry;
        switch ((answer.Status, (int?)answer.Body?["statusCode"], (string?)answer.Body?["type"], answer.Body?["value"]))
        {
            case (200, 200, CardAnswer, JObject card) when (string?)card["type"] == "AdaptiveCard":
                entry = chat.Replace(pressed.Id, null, card) ?? chat.Add(null, card);
                break;
            case (200, 200, LineAnswer, JValue { Type: JTokenType.String } line):
                entry = chat.Add((string?)line, null, how: "reads");
                break;
            default:
                return Unanswered(activity, answer);
        }

        chat.IsSeen(entry);
        return new SeenCard(person, entry);
    }

    /// <summary><c>task/fetch</c> and <c>task/submit</c>, whose answers may show words that were typed.</summary>
    private async Task<Seen> Ask(JObject activity, CancellationToken cancellationToken)
    {
        var answer = await person.Sends(activity, cancellationToken);
        var task = answer.Body?["task"];
        switch ((answer.Status, (string?)(task as JObject)?["type"], (task as JObject)?["value"]))
        {
            case (200, "continue", JObject value) when value.SelectToken("card.content") is JObject card && (string?)card["type"] == "AdaptiveCard":
                var form = new SeenForm(person, (string?)value["title"] ?? "", card);
                town.Canaries.Shown(form.Draft.View.Texts.Append(form.Title));
                town.Shows(form);
                town.Transcript.Add($"{person.Name} sees a form", form.Drawn.Split('\n'));
                return form;
            case (200, "message", JValue { Type: JTokenType.String } line):
                var message = new SeenMessage(person, (string?)line ?? "");
                town.Transcript.Add($"{person.Name} reads, where the form was", message.Drawn.Split('\n'));
                return message;
            case (200, null, _) when activity["name"]?.ToString() == "task/submit" && answer.Body is null or { Count: 0 }:
                person.Notes("sees the form close");
                return new SeenNothing(person);
            default:
                return Unanswered(activity, answer);
        }
    }
}
