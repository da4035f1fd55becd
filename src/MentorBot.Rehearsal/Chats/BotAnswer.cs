using Newtonsoft.Json.Linq;

namespace MentorBot.Rehearsal;

/// <summary>How the bot answered an activity.</summary>
/// <param name="Status">The HTTP status; 0 when the connection failed or nothing came in time.</param>
/// <param name="Body">The body when it is a JSON object.</param>
public sealed record BotAnswer(int Status, JObject? Body)
{
    public bool IsSuccess => Status is >= 200 and <= 299;
}
