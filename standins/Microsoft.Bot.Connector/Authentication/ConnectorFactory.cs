namespace Microsoft.Bot.Connector.Authentication;

public abstract class ConnectorFactory
{
    /// <param name="serviceUrl">Where the channel listens; whoever creates the factory answers for that it may be called.</param>
    /// <param name="audience">Whom the token is meant for; null for the channel.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public abstract Task<IConnectorClient> CreateAsync(string serviceUrl, string audience, CancellationToken cancellationToken);
}
