using System.Text.RegularExpressions;
using Azure.Core;
using Azure.Identity;
using MentorBot.Adapters.KeyVault;
using NodaTime;

namespace MentorBot.Adapters.Identity;

/// <summary>Tries whether the bot gets its tokens, for each service by itself. Says codes, and nothing that an answer quotes.</summary>
public sealed partial class SignIns(TokenCredential credential, BotTokens teams, AppIdentity app)
{
    private const string Storage = "https://storage.azure.com/.default";

    /// <param name="audience">Such as https://api.botframework.com.</param>
    public Task<SignIn> ForTeams(string audience, CancellationToken cancellationToken) => Try(teams.Get, $"{audience}/.default", cancellationToken);

    public Task<SignIn> ForStorage(CancellationToken cancellationToken) => Try(credential.GetTokenAsync, Storage, cancellationToken);

    /// <param name="key">Such as https://vault.vault.azure.net/keys/name.</param>
    public Task<SignIn> ForVault(Uri key, CancellationToken cancellationToken) => Try(credential.GetTokenAsync, VaultKey.ScopeOf(key), cancellationToken);

    public Task<SignIn> ForGraph(Uri root, CancellationToken cancellationToken) => Try(credential.GetTokenAsync, new Uri(root, "/.default").AbsoluteUri, cancellationToken);

    private async Task<SignIn> Try(Func<TokenRequestContext, CancellationToken, ValueTask<AccessToken>> get, string scope, CancellationToken cancellationToken)
    {
        try
        {
            return new SignIn.Good(Instant.FromDateTimeOffset((await get(new([scope]), cancellationToken)).ExpiresOn));
        }
        catch (Exception none) when (!cancellationToken.IsCancellationRequested)
        {
            return Of(none);
        }
    }

    private SignIn Of(Exception none)
    {
        var said = new List<Exception>();
        for (var one = none; one is not null; one = one.InnerException)
            said.Add(one);
        if (said.Select(one => Reason().Match(one.Message)).FirstOrDefault(match => match.Success) is { } reason)
            return new SignIn.Refused(reason.Groups["number"].Value);
        if (said.Any(one => one is HttpRequestException or OperationCanceledException) && app is not AppIdentity.Managed)
            return new SignIn.OutOfReach();
        return app switch
        {
            AppIdentity.Managed => new SignIn.NoManagedIdentity(),
            AppIdentity.WithCertificate => new SignIn.NoCertificate(),
            _ when none is AuthenticationFailedException => new SignIn.Refused(null),
            _ => new SignIn.OutOfReach(),
        };
    }

    [GeneratedRegex(@"AADSTS(?<number>\d+)")]
    private static partial Regex Reason();
}
