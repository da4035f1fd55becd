using System.Globalization;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace MentorBot.Flows.Tests;

/// <summary>A channel that keeps what it is sent.</summary>
internal sealed class ChatAdapter : BotAdapter
{
    public List<Activity> Sent { get; } = [];

    public List<Activity> Replaced { get; } = [];

    public override Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        Sent.AddRange(activities);
        return Task.FromResult(Array.ConvertAll(activities, _ => new ResourceResponse(Sent.Count.ToString(CultureInfo.InvariantCulture))));
    }

    public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        Replaced.Add(activity);
        return Task.FromResult(new ResourceResponse(activity.Id));
    }

    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken) =>
        throw new NotSupportedException("The bot deletes no message.");
}
