using Azure.Core.Pipeline;

namespace Azure.Storage.Queues;

/// <summary>What a connection string says of an account's queues.</summary>
/// <param name="Queues">Where they are, without a query.</param>
/// <param name="Signature">A shared access signature, without its question mark; or empty.</param>
internal sealed record QueueAccount(Uri Queues, string Signature, HttpPipelinePolicy? Authentication)
{
    private const string Development =
        "AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;QueueEndpoint=http://127.0.0.1:10001/devstoreaccount1";

    /// <exception cref="FormatException">It names no account, or no way in.</exception>
    public static QueueAccount Parse(string connectionString)
    {
        var settings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in connectionString.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var pair = part.Split('=', 2);
            if (pair.Length != 2 || !settings.TryAdd(pair[0], pair[1]))
                throw new FormatException("Settings must be of the form \"name=value\", each once.");
        }

        if (settings.TryGetValue("UseDevelopmentStorage", out var development) && bool.TryParse(development, out var isOn) && isOn)
            return Parse(Development);

        var (name, key) = (settings.GetValueOrDefault("AccountName"), settings.GetValueOrDefault("AccountKey"));
        var signature = settings.GetValueOrDefault("SharedAccessSignature");
        var endpoint = settings.GetValueOrDefault("QueueEndpoint") ?? (name is null ? null
            : $"{settings.GetValueOrDefault("DefaultEndpointsProtocol", "https")}://{name}.queue.{settings.GetValueOrDefault("EndpointSuffix", "core.windows.net")}");
        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var queues))
            throw new FormatException("The connection string names no account and no QueueEndpoint.");

        if (signature is not null)
            return new(queues, signature.TrimStart('?'), null);
        if (name is null || key is null)
            throw new FormatException("The connection string has neither an account's key nor a shared access signature.");
        return new(queues, "", new SharedKeyPolicy(name, Convert.FromBase64String(key)));
    }
}
