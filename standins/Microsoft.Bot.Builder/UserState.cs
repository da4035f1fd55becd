namespace Microsoft.Bot.Builder;

public class UserState(IStorage storage) : BotState(storage, nameof(UserState))
{
    protected override string GetStorageKey(ITurnContext turnContext)
    {
        var channel = turnContext.Activity.ChannelId ?? throw new InvalidOperationException("The activity has no channel id.");
        var user = turnContext.Activity.From?.Id ?? throw new InvalidOperationException("The activity comes from nobody.");
        return $"{channel}/users/{user}";
    }
}
