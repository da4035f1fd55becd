using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

public class TurnContext : ITurnContext, IDisposable
{
    private bool _over;

    public TurnContext(BotAdapter adapter, Activity activity)
    {
        Adapter = adapter ?? throw new ArgumentNullException(nameof(adapter));
        Activity = activity ?? throw new ArgumentNullException(nameof(activity));
    }

    public BotAdapter Adapter { get; }

    public TurnContextStateCollection TurnState { get; } = [];

    public Activity Activity { get; }

    public bool Responded { get; private set; }

    /// <summary>What was sent while the replies are expected in the HTTP response.</summary>
    public List<Activity> BufferedReplyActivities { get; } = [];

    public Task<ResourceResponse> SendActivityAsync(string textReplyToSend, string speak = null, string inputHint = null, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_over, this);
        if (string.IsNullOrWhiteSpace(textReplyToSend))
            throw new ArgumentNullException(nameof(textReplyToSend));

        var activity = new Activity(ActivityTypes.Message) { Text = textReplyToSend };
        if (!string.IsNullOrEmpty(speak))
            activity.Speak = speak;
        if (!string.IsNullOrEmpty(inputHint))
            activity.InputHint = inputHint;

        return SendActivityAsync(activity, cancellationToken);
    }

    public async Task<ResourceResponse> SendActivityAsync(IActivity activity, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_over, this);
        ArgumentNullException.ThrowIfNull(activity);

        var responses = await SendActivitiesAsync([activity], cancellationToken);
        return responses is [var response, ..] ? response : new ResourceResponse();
    }

    public async Task<ResourceResponse[]> SendActivitiesAsync(IActivity[] activities, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_over, this);
        ArgumentNullException.ThrowIfNull(activities);
        if (activities.Length == 0)
            throw new ArgumentException("There is nothing to send.", nameof(activities));

        var reference = Activity.GetConversationReference();
        var outgoing = Array.ConvertAll(activities, activity => activity.ApplyConversationReference(reference));

        var responses = Activity.DeliveryMode == DeliveryModes.ExpectReplies
            ? Buffer(outgoing)
            : await Adapter.SendActivitiesAsync(this, outgoing, cancellationToken);

        for (var i = 0; i < responses.Length; i++)
        {
            outgoing[i].Id = responses[i].Id;
            Responded |= outgoing[i].Type != ActivityTypes.Trace;
        }

        return responses;
    }

    public Task<ResourceResponse> UpdateActivityAsync(IActivity activity, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_over, this);
        ArgumentNullException.ThrowIfNull(activity);

        var updated = activity.ApplyConversationReference(Activity.GetConversationReference());
        return Adapter.UpdateActivityAsync(this, updated, cancellationToken);
    }

    public Task DeleteActivityAsync(string activityId, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_over, this);
        if (string.IsNullOrWhiteSpace(activityId))
            throw new ArgumentNullException(nameof(activityId));

        var reference = Activity.GetConversationReference();
        reference.ActivityId = activityId;
        return Adapter.DeleteActivityAsync(this, reference, cancellationToken);
    }

    public Task DeleteActivityAsync(ConversationReference conversationReference, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_over, this);
        ArgumentNullException.ThrowIfNull(conversationReference);
        return Adapter.DeleteActivityAsync(this, conversationReference, cancellationToken);
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        _over = true;
        if (disposing)
            TurnState.Dispose();
    }

    private ResourceResponse[] Buffer(Activity[] outgoing)
    {
        foreach (var activity in outgoing)
        {
            BufferedReplyActivities.Add(activity);
            if (activity.Type == ActivityTypesEx.InvokeResponse)
                TurnState.Add(CloudAdapterBase.InvokeResponseKey, activity);
        }

        return Array.ConvertAll(outgoing, _ => new ResourceResponse());
    }
}
