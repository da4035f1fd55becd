using System.Net;

namespace MentorBot.Adapters.Graph;

/// <summary>
/// Asks again after "too many" and after an outage, as long after as the answer says. Whatever goes through here may be repeated: what
/// is read, what is set, and new events, which carry a transaction id.
/// </summary>
internal sealed class PatientHandler(TimeProvider time, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private const int MostAttempts = 4;

    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(500);

    /// <summary>Who is told to wait longer gets that answer: the work is tried again later by whoever asked.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var wait = FirstWait * Math.Pow(2, attempt - 1);
            try
            {
                var response = await base.SendAsync(request, cancellationToken);
                if (attempt == MostAttempts || response.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout))
                    return response;
                wait = Asked(response) ?? wait;
                if (wait > LongestWait)
                    return response;
                response.Dispose();
            }
            catch (HttpRequestException) when (attempt < MostAttempts)
            {
                // Nobody knows whether it got there; it may be repeated.
            }

            await Task.Delay(wait, time, cancellationToken);
        }
    }

    private TimeSpan? Asked(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } wait } => wait,
        { Date: { } date } => date - time.GetUtcNow() is { Ticks: > 0 } wait ? wait : TimeSpan.Zero,
        _ => null,
    };
}
