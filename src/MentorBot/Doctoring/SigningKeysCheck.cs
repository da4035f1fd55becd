using System.Text.Json;
using MentorBot.Adapters.Network;

namespace MentorBot.Doctoring;

/// <summary>Whether the keys can be had that Teams signs with: without them nothing that Teams sends is believed.</summary>
internal sealed class SigningKeysCheck(Uri metadata, ServiceNetwork network) : ICheck
{
    public string What => "Teams' signing keys";

    public async Task<Diagnosis> Look(CancellationToken cancellationToken)
    {
        if (await Read(metadata, "jwks_uri", cancellationToken) is not { ValueKind: JsonValueKind.String } where || !Uri.TryCreate(where.GetString(), UriKind.Absolute, out var keys))
            return NotThere(metadata);
        return await Read(keys, "keys", cancellationToken) is { ValueKind: JsonValueKind.Array } found && found.GetArrayLength() > 0
            ? new Diagnosis.Fine($"{found.GetArrayLength()} from {keys.Host}.")
            : NotThere(keys);
    }

    private static Diagnosis.Failed NotThere(Uri address) => new(
        $"{address} gave none.",
        $"Let this machine reach {address.Host} over https; in a national cloud, see that ToBotFromChannelOpenIdMetadataUrl is that cloud's.");

    private async Task<JsonElement?> Read(Uri address, string property, CancellationToken cancellationToken)
    {
        using var answer = await Get.From(address, network, cancellationToken);
        if (answer is not { IsSuccessStatusCode: true })
            return null;
        try
        {
            using var json = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(cancellationToken));
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty(property, out var value) ? value.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
