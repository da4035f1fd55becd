using Newtonsoft.Json.Linq;

namespace MentorBot.Tests.Cards;

/// <summary>Cards that break no rule; each test breaks one.</summary>
internal static class SampleCards
{
    public static JObject Chat() => JObject.Parse(
        """
        {
          "type": "AdaptiveCard",
          "version": "1.5",
          "fallbackText": "You have a new match",
          "lang": "en",
          "msteams": {
            "width": "Full",
            "entities": [ { "type": "mention", "text": "<at>Ada</at>", "mentioned": { "id": "29:1", "name": "Ada" } } ]
          },
          "body": [
            { "type": "TextBlock", "text": "A match for <at>Ada</at>", "style": "heading", "size": "large", "weight": "bolder", "wrap": true },
            {
              "type": "Container",
              "id": "more",
              "isVisible": false,
              "style": "emphasis",
              "items": [
                { "type": "FactSet", "facts": [ { "title": "Topic", "value": "Leading" } ] },
                {
                  "type": "ColumnSet",
                  "columns": [ { "width": "auto", "items": [ { "type": "TextBlock", "text": "Left" } ] }, { "type": "Column", "width": 2, "items": [] } ]
                }
              ]
            },
            {
              "type": "Chart.HorizontalBar",
              "title": "Answers",
              "data": [ { "x": "Trust", "y": 4.2, "color": "good" } ],
              "fallback": { "type": "TextBlock", "text": "Trust 4.2" }
            },
            {
              "type": "Input.ChoiceSet",
              "id": "person",
              "label": "Who",
              "style": "compact",
              "isMultiSelect": false,
              "choices": [],
              "choices.data": { "type": "Data.Query", "dataset": "graph.microsoft.com/users" }
            },
            {
              "type": "ActionSet",
              "actions": [
                {
                  "type": "Action.Execute",
                  "title": "Accept",
                  "verb": "matches.accept.v1",
                  "data": { "match": "m1" },
                  "fallback": { "type": "Action.Submit", "title": "Accept", "data": { "match": "m1" } }
                }
              ]
            }
          ],
          "actions": [
            { "type": "Action.Submit", "title": "Say why not", "data": { "match": "m1", "msteams": { "type": "task/fetch" } } },
            { "type": "Action.ToggleVisibility", "title": "More", "targetElements": [ "more", { "elementId": "less", "isVisible": false } ] }
          ]
        }
        """);

    public static JObject Form() => JObject.Parse(
        """
        {
          "type": "AdaptiveCard",
          "version": "1.5",
          "body": [
            {
              "type": "Input.Text",
              "id": "reason",
              "label": "Your reason",
              "placeholder": "In your words",
              "isMultiline": true,
              "isRequired": true,
              "maxLength": 500,
              "errorMessage": "Say it in up to 500 characters",
              "value": ""
            },
            { "type": "Input.Toggle", "id": "share", "label": "Sharing", "title": "Share it", "valueOn": "True", "valueOff": "False" },
            { "type": "Input.Date", "id": "day", "label": "From", "min": "2026-01-01", "errorMessage": "Choose a day of this year" }
          ],
          "actions": [ { "type": "Action.Submit", "title": "Send", "data": { "action": "matches.decline.v1" } } ]
        }
        """);

    public static JToken At(this JObject card, string path) => card.SelectToken(path, errorWhenNoMatch: true)!;
}
