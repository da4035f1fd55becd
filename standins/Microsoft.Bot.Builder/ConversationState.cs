namespace Microsoft.Bot.Builder;

public class ConversationState(IStorage storage) : BotState(storage, nameof(ConversationState))
{
    protected override string GetStorageKey(ITurnContext turnContext)
    {
        var channel = turnContext.Activity.ChannelId ?? throw new InvalidOperationException("The activity has no channel id.");
        var conversation = turnContext.Activity.Conversation?.Id ?? throw new InvalidOperationException("The activity has no conversation id.");
        return $"{channel}/conversations/{conversation}";
    }
}
