using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Connector;

public static class ConversationsExtensions
{
    public static async Task<ResourceResponse> SendToConversationAsync(
        this IConversations operations, string conversationId, Activity activity, CancellationToken cancellationToken = default)
    {
        using var answer = await operations.SendToConversationWithHttpMessagesAsync(conversationId, activity, null, cancellationToken);
        return answer.Body;
    }

    public static Task<ResourceResponse> SendToConversationAsync(
        this IConversations operations, Activity activity, CancellationToken cancellationToken = default)
        => operations.SendToConversationAsync(activity.Conversation.Id, activity, cancellationToken);

    public static async Task<ResourceResponse> ReplyToActivityAsync(
        this IConversations operations, string conversationId, string activityId, Activity activity, CancellationToken cancellationToken = default)
    {
        using var answer = await operations.ReplyToActivityWithHttpMessagesAsync(conversationId, activityId, activity, null, cancellationToken);
        return answer.Body;
    }

    /// <exception cref="ArgumentNullException">The activity replies to nothing.</exception>
    public static Task<ResourceResponse> ReplyToActivityAsync(
        this IConversations operations, Activity activity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activity.ReplyToId, nameof(activity));
        return operations.ReplyToActivityAsync(activity.Conversation.Id, activity.ReplyToId, activity, cancellationToken);
    }

    public static async Task<ResourceResponse> UpdateActivityAsync(
        this IConversations operations, string conversationId, string activityId, Activity activity, CancellationToken cancellationToken = default)
    {
        using var answer = await operations.UpdateActivityWithHttpMessagesAsync(conversationId, activityId, activity, null, cancellationToken);
        return answer.Body;
    }

    public static Task<ResourceResponse> UpdateActivityAsync(
        this IConversations operations, Activity activity, CancellationToken cancellationToken = default)
        => operations.UpdateActivityAsync(activity.Conversation.Id, activity.Id, activity, cancellationToken);

    public static async Task DeleteActivityAsync(
        this IConversations operations, string conversationId, string activityId, CancellationToken cancellationToken = default)
    {
        using var answer = await operations.DeleteActivityWithHttpMessagesAsync(conversationId, activityId, null, cancellationToken);
    }
}
