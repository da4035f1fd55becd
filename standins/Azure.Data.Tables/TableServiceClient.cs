using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

/// <summary>The tables of a storage account.</summary>
public class TableServiceClient
{
    private const string Scope = "https://storage.azure.com/.default";

    private readonly TableRequests requests;

    /// <param name="connectionString">With a key or a shared access signature.</param>
    /// <exception cref="FormatException">It is no connection string of a storage account.</exception>
    public TableServiceClient(string connectionString, TableClientOptions? options = null)
    {
        var account = AccountConnection.Parse(connectionString);
        requests = new(account.Endpoint, Pipeline(options ?? new(), account.Authentication));
    }

    /// <param name="endpoint">Such as https://account.table.core.windows.net. Tokens travel over https only.</param>
    public TableServiceClient(Uri endpoint, TokenCredential tokenCredential, TableClientOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(tokenCredential);
        if (endpoint.Scheme != Uri.UriSchemeHttps)
            throw new ArgumentException("Cannot use TokenCredential without HTTPS.", nameof(endpoint));
        requests = new(endpoint, Pipeline(options ?? new(), new BearerTokenAuthenticationPolicy(tokenCredential, Scope)));
    }

    public virtual TableClient GetTableClient(string tableName)
    {
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        return new(requests, tableName);
    }

    private static HttpPipeline Pipeline(TableClientOptions options, HttpPipelinePolicy authentication) => HttpPipelineBuilder.Build(
        new HttpPipelineOptions(options) { PerRetryPolicies = { authentication }, RequestFailedDetailsParser = new ErrorDetails() });
}
