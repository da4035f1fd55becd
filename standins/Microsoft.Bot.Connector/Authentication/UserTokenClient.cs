namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Sign-in through the channel's token service: nothing here signs anybody in, so this is the type alone.</summary>
public abstract class UserTokenClient : IDisposable
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
