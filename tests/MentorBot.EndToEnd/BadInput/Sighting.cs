using MentorBot.Rehearsal;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;
using Newtonsoft.Json.Linq;
using NodaTime;

namespace MentorBot.EndToEnd.BadInput;

public enum Kind
{
    Press,
    FormOpener,
    Submission,
}

/// <summary>How everything stood at one moment of a story.</summary>
/// <param name="Keys">What opens the data keys that are among the rows.</param>
public sealed record Moment(Instant Now, IReadOnlyList<(Partition Partition, Row Row)> Rows, IKeyWrapper Keys);

/// <summary>An input of a form, and something that it takes.</summary>
public sealed record Field(string Id, string Type, bool IsRequired, int? Longest, string Value);

/// <summary>A button that somebody had before their eyes, with what it carries.</summary>
/// <param name="Data">What the button carries, inputs apart.</param>
/// <param name="Card">The activity of the card in the chat; null in a form.</param>
/// <param name="Then">When it was first seen.</param>
public sealed record Sighting(Resident Who, Kind Kind, string Action, string Title, JObject Data, IReadOnlyList<Field> Fields, string? Card, Moment Then)
{
    public required PlayedTown In { get; init; }

    /// <summary>What it carries to say which thing is meant.</summary>
    public IEnumerable<string> Ids => Data.Properties().Select(property => property.Name).Where(name => name is not ("action" or "msteams"));

    /// <summary>A press as it should be.</summary>
    public JObject Valid
    {
        get
        {
            var data = (JObject)Data.DeepClone();
            foreach (var input in Fields.Where(input => input.Value.Length > 0))
                data[input.Id] = input.Value;
            return data;
        }
    }

    public JObject Activity(JToken? data, Resident? by = null)
    {
        var activity = (by ?? Who).Blank("invoke");
        activity["name"] = Kind switch { Kind.Press => "adaptiveCard/action", Kind.FormOpener => "task/fetch", _ => "task/submit" };
        var value = new JObject();
        if (data is not null)
            value["data"] = data;
        activity["value"] = Kind == Kind.Press ? new JObject { ["action"] = new JObject(value.Properties()) { ["type"] = "Action.Execute", ["verb"] = Action } } : value;
        if (Card is not null)
            activity["replyToId"] = Card;
        return activity;
    }

    /// <summary>The same from a client that knows no Action.Execute.</summary>
    public JObject Message(JToken? data, Resident? by = null)
    {
        var activity = (by ?? Who).Blank("message");
        activity["value"] = data;
        activity["replyToId"] = Card;
        return activity;
    }

    /// <summary>The press from every client that there is.</summary>
    public IEnumerable<JObject> Activities(JToken? data, Resident? by = null) =>
        Kind == Kind.Press ? [Activity(data?.DeepClone(), by), Message(data?.DeepClone(), by)] : [Activity(data?.DeepClone(), by)];

    public override string ToString() => $"{Who.Name.Split(' ')[0]}'s [ {Title} ] ({Action})";
}
