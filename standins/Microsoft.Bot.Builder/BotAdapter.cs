using System.Globalization;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>Connects a bot with a channel.</summary>
public abstract class BotAdapter
{
    public const string BotIdentityKey = "BotIdentity";

    public const string OAuthScopeKey = "Microsoft.Bot.Builder.BotAdapter.OAuthScope";

    /// <summary>Takes what a turn throws; without one it goes on to the caller.</summary>
    public Func<ITurnContext, Exception, Task> OnTurnError { get; set; }

    public abstract Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken);

    public abstract Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken);

    public abstract Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken);

    public virtual Task ContinueConversationAsync(string botId, ConversationReference reference, BotCallbackHandler callback, CancellationToken cancellationToken)
        => throw new NotImplementedException();

    protected async Task RunPipelineAsync(ITurnContext turnContext, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);

        if (!string.IsNullOrEmpty(turnContext.Activity.Locale))
            SpeakAs(turnContext.Activity.Locale);

        try
        {
            await Call(callback, turnContext, cancellationToken);
        }
        catch (Exception failure) when (OnTurnError != null)
        {
            await OnTurnError(turnContext, failure);
        }
    }

    // Asynchronous like the official middleware: a culture that the bot sets, even before its first await, ends here and OnTurnError never sees it.
    private static async Task Call(BotCallbackHandler callback, ITurnContext turnContext, CancellationToken cancellationToken)
    {
        if (callback != null)
            await callback(turnContext, cancellationToken);
    }

    private static void SpeakAs(string locale)
    {
        try
        {
            // The culture of formats only; the one that picks resources stays as it is.
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(locale);
        }
        catch (CultureNotFoundException)
        {
            // The channel may say anything; the turn goes on in the culture it has.
        }
    }
}
