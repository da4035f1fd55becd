using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>The answer to an activity that asked for its replies in the HTTP response.</summary>
public class ExpectedReplies
{
    public ExpectedReplies()
    {
    }

    public ExpectedReplies(IList<Activity> activities = default) => Activities = activities;

    [JsonProperty("activities")]
    public IList<Activity> Activities { get; set; }
}
