using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using MentorBot.Adapters.Network;
using MentorBot.Storage.Sealing;

namespace MentorBot.Adapters.KeyVault;

/// <summary>
/// The key wrapper of the cloud: an RSA key in an Azure Key Vault, which wraps and unwraps inside the vault (RSA-OAEP-256, REST
/// version 7.4) and notes each time who asked. What it wraps names the key's version, so that older ones still open.
/// </summary>
/// <remarks>
/// Wrapping names no version, which means the current one; the answer tells which. What is unwrapped always goes to this key of this
/// vault, whatever a row says: a forged row cannot send the bot's token or a key elsewhere.
/// </remarks>
public sealed class VaultKey : IKeyWrapper
{
    private const int KeySize = 32;
    private const int MostOfVersion = 64;
    private const string ApiVersion = "?api-version=7.4";
    private const string Later = "It is tried again later.";
    private const string Role = "Key Vault Crypto Service Encryption User";

    private readonly string key;
    private readonly HttpPipeline pipeline;
    private readonly VaultPatience patience;

    /// <param name="key">Such as https://vault.vault.azure.net/keys/name, without a version.</param>
    /// <param name="credential">As whom the vault is asked.</param>
    public VaultKey(Uri key, TokenCredential credential, ServiceNetwork network)
        : this(key, credential, network, VaultPatience.Usual)
    {
    }

    internal VaultKey(Uri key, TokenCredential credential, ServiceNetwork network, VaultPatience patience)
    {
        this.key = key.GetLeftPart(UriPartial.Path).TrimEnd('/');
        this.patience = patience;
        var options = new Options { Transport = network.Transport() };
        options.Retry.Mode = RetryMode.Exponential;
        options.Retry.MaxRetries = 3;
        options.Retry.Delay = patience.BetweenTries;
        options.Retry.NetworkTimeout = patience.ATry;
        pipeline = HttpPipelineBuilder.Build(options, new BearerTokenAuthenticationPolicy(credential, ScopeOf(key)));
    }

    private static ReadOnlySpan<byte> BeforeValue => "{\"alg\":\"RSA-OAEP-256\",\"value\":\""u8;

    private static ReadOnlySpan<byte> AfterValue => "\"}"u8;

    public async Task<WrappedKey> Wrap(ReadOnlyMemory<byte> dataKey, CancellationToken cancellationToken)
    {
        if (dataKey.Length != KeySize)
            throw new ArgumentException($"A data key has {KeySize} bytes.", nameof(dataKey));

        using var response = await Send($"{key}/wrapkey", dataKey, cancellationToken);
        if (response.Status != (int)HttpStatusCode.OK)
            throw Refused("wrap", response);
        if (VaultAnswer.Read(response) is not { } answer || VersionOf(answer.Kid) is null)
            throw new MasterKeyUnavailableException($"The key vault did not answer as a key vault does when it was to wrap with {key}.");
        return new WrappedKey(answer.Kid, answer.Value);
    }

    public async Task<byte[]> Unwrap(WrappedKey wrapped, CancellationToken cancellationToken)
    {
        if (VersionOf(wrapped.MasterKeyId) is not { } version)
            throw new SealBrokenException($"A data key is said to be wrapped by another master key than {key}. Name in KeyVault:Key the one that belongs to this data.");

        using var response = await Send($"{key}/{version}/unwrapkey", wrapped.Bytes, cancellationToken);
        switch ((HttpStatusCode)response.Status)
        {
            case HttpStatusCode.OK:
                break;
            case HttpStatusCode.BadRequest:
                throw new SealBrokenException($"A data key wrapped by {key}/{version} was changed since.");
            case HttpStatusCode.NotFound when await IsThere(cancellationToken):
                throw new SealBrokenException($"A data key is said to be wrapped by {key}/{version}, a version that there is not.");
            default:
                throw Refused("unwrap", response);
        }

        if (VaultAnswer.Read(response) is not { } answer)
            throw new MasterKeyUnavailableException($"The key vault did not answer as a key vault does when it was to unwrap with {key}/{version}.");
        if (answer.Value.Length == KeySize)
            return answer.Value;
        CryptographicOperations.ZeroMemory(answer.Value);
        throw new SealBrokenException($"What {key}/{version} unwrapped is no data key.");
    }

    /// <summary>
    /// Whether the key itself is there. No version of a key can be deleted by itself: where the key is there, the version never was;
    /// where it is not, somebody deleted it, and can bring it back, so that nothing may be taken for lost.
    /// </summary>
    private async Task<bool> IsThere(CancellationToken cancellationToken)
    {
        using var response = await Send(key, null, cancellationToken);
        return response.Status switch
        {
            (int)HttpStatusCode.OK => true,
            (int)HttpStatusCode.NotFound => false,
            _ => throw Refused("look at", response),
        };
    }

    private async Task<Response> Send(string address, ReadOnlyMemory<byte>? value, CancellationToken cancellationToken)
    {
        var body = value is { } some ? Body(some.Span) : null;
        using var within = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        within.CancelAfter(patience.Altogether);
        try
        {
            using var request = pipeline.CreateRequest();
            request.Method = body is null ? RequestMethod.Get : RequestMethod.Post;
            request.Uri.Reset(new Uri(address + ApiVersion));
            request.Headers.Add("Accept", "application/json");
            if (body is not null)
            {
                request.Headers.Add("Content-Type", "application/json");
                request.Content = RequestContent.Create(body);
            }

            return await pipeline.SendRequestAsync(request, within.Token);
        }
        catch (AuthenticationFailedException nobody)
        {
            throw new MasterKeyUnavailableException($"The bot could not sign in to the key vault with {key}.", nobody) { Advice = "Look at the settings that begin with MicrosoftApp, and at its identity." };
        }
        catch (Exception outage) when (outage is RequestFailedException or AggregateException or IOException
            || (outage is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new MasterKeyUnavailableException($"The key vault with {key} could not be reached.", outage) { Advice = Later };
        }
        finally
        {
            CryptographicOperations.ZeroMemory(body);
        }
    }

    private MasterKeyUnavailableException Refused(string what, Response response)
    {
        var said = $"The key vault would not {what} with {key} ({VaultAnswer.Reason(response)}).";
        return (HttpStatusCode)response.Status switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden =>
                new(said) { Advice = $"Give the bot's identity the role \"{Role}\" on this key, let it through the vault's firewall, and see that the key is enabled." },
            HttpStatusCode.NotFound => new(said) { Advice = "There is no such key: make it, an RSA key that may wrap and unwrap, or recover the one that was deleted." },
            HttpStatusCode.BadRequest => new(said) { Advice = "It must be an RSA key that may wrap and unwrap." },
            _ => new(said) { Advice = Later },
        };
    }

    /// <summary>The version that an id of this key names; null for every other id.</summary>
    private string? VersionOf(string keyId) =>
        keyId.Length > key.Length + 1 && keyId.StartsWith(key, StringComparison.OrdinalIgnoreCase) && keyId[key.Length] == '/'
        && keyId[(key.Length + 1)..] is { Length: <= MostOfVersion } version && version.All(char.IsAsciiLetterOrDigit) ? version : null;

    private static byte[] Body(ReadOnlySpan<byte> value)
    {
        var body = new byte[BeforeValue.Length + Base64Url.GetEncodedLength(value.Length) + AfterValue.Length];
        BeforeValue.CopyTo(body);
        Base64Url.EncodeToUtf8(value, body.AsSpan(BeforeValue.Length));
        AfterValue.CopyTo(body.AsSpan(body.Length - AfterValue.Length));
        return body;
    }

    /// <summary>What a token must be for: in every cloud the host of all its vaults, without the name of the one.</summary>
    internal static string ScopeOf(Uri key)
    {
        var host = key is { HostNameType: UriHostNameType.Dns } && key.Host.Count(letter => letter == '.') > 1 ? key.Host[(key.Host.IndexOf('.', StringComparison.Ordinal) + 1)..] : key.Host;
        return $"https://{host}/.default";
    }

    private sealed class Options : ClientOptions;
}
