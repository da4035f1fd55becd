using System.Text.Json;
using Azure;
using Azure.Identity;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Kiota.Abstractions;

namespace MentorBot.Adapters.Graph;

/// <summary>Turns what can go wrong with a question into one of two: it was refused, or nobody knows. The service's own words go no further: they quote addresses.</summary>
internal static class GraphCall
{
    private const int LongestCode = 60;

    /// <exception cref="GraphRefusedException">It will be answered alike until somebody changes something.</exception>
    /// <exception cref="GraphOutageException">It may be answered otherwise soon.</exception>
    public static async Task<T> Ask<T>(Func<Task<T>> ask, CancellationToken cancellationToken)
    {
        try
        {
            return await ask();
        }
        catch (ODataError error)
        {
            throw Of(error.ResponseStatusCode, error.Error?.Code);
        }
        catch (ApiException error)
        {
            throw Of(error.ResponseStatusCode, null);
        }
        catch (Exception outage) when (
            outage is HttpRequestException or IOException or JsonException or RequestFailedException or AuthenticationFailedException
            || (outage is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new GraphOutageException($"Microsoft Graph could not be asked ({outage.GetType().Name}).");
        }
    }

    private static Exception Of(int status, string? code)
    {
        var plain = new string([.. (code ?? "").Where(char.IsAsciiLetterOrDigit).Take(LongestCode)]);
        return status is >= 400 and < 500 and not (401 or 408 or 429)
            ? new GraphRefusedException(status, plain)
            : new GraphOutageException(status == 401
                ? $"Microsoft Graph took the bot's token for none ({plain}): look at the app registration and its tenant."
                : $"Microsoft Graph answered {status} ({plain}).");
    }
}
