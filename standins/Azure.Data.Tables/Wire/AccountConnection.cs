using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Wire;

/// <summary>What a connection string says of an account's tables: where they are, and how to be let in.</summary>
internal sealed record AccountConnection(Uri Endpoint, HttpPipelinePolicy Authentication)
{
    private const string EverybodysAccount = "devstoreaccount1";
    private const string EverybodysKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    public static AccountConnection Parse(string connectionString)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionString);
        var settings = Settings(connectionString);
        string? Setting(string name) => settings.GetValueOrDefault(name);
        if (Setting("UseDevelopmentStorage") == "true")
            return new(new($"http://127.0.0.1:10002/{EverybodysAccount}"), new SharedKeyPolicy(EverybodysAccount, EverybodysKey));

        var (account, key, signature) = (Setting("AccountName"), Setting("AccountKey"), Setting("SharedAccessSignature"));
        if (Address(Setting("TableEndpoint"), account, Setting("DefaultEndpointsProtocol"), Setting("EndpointSuffix")) is { } endpoint)
        {
            if (account is not null && key is not null)
                return new(endpoint, new SharedKeyPolicy(account, key));
            if (signature is not null)
                return new(endpoint, new SharedAccessSignaturePolicy(signature));
        }

        throw new FormatException("No valid combination of account information found.");
    }

    private static Uri? Address(string? explicitly, string? account, string? protocol, string? suffix) => explicitly is not null
        ? Uri.TryCreate(explicitly, UriKind.Absolute, out var endpoint) ? endpoint : null
        : account is null ? null : new($"{protocol ?? "https"}://{account}.table.{suffix ?? "core.windows.net"}");

    private static Dictionary<string, string> Settings(string connectionString)
    {
        var settings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var setting in connectionString.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            // Keys end in "=".
            if (setting.Split('=', 2) is not [{ Length: > 0 } name, var value] || !settings.TryAdd(name, value))
                throw new FormatException("Connection string parsing error: it consists of name=value, joined by semicolons.");
        }

        return settings;
    }
}
