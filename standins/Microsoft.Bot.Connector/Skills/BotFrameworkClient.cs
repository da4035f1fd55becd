namespace Microsoft.Bot.Builder.Skills;

/// <summary>Calls other bots. Here for the signature of <c>CreateBotFrameworkClient</c>.</summary>
public abstract class BotFrameworkClient : IDisposable
{
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
    }
}
