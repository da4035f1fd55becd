using MentorBot.Adapters.Network;

namespace MentorBot.Doctoring;

/// <summary>Asks an address once, as the bot would reach it.</summary>
internal static class Get
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    /// <returns>Null where nobody answers.</returns>
    public static async Task<HttpResponseMessage?> From(Uri address, ServiceNetwork network, CancellationToken cancellationToken)
    {
        using var client = new HttpClient(network.Handler, disposeHandler: false) { Timeout = Longest };
        try
        {
            return await client.GetAsync(address, cancellationToken);
        }
        catch (Exception nobody) when (nobody is HttpRequestException or IOException || (nobody is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }
}
