using System.Net;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace MentorBot.Adapters.Network;

/// <summary>
/// Calls to a service, tried again where that is safe: what was refused for now, and what never arrived. A POST whose answer was
/// lost may have been done, so it is not repeated here: whoever called knows whether it may double. Waits are short; where the
/// service wants a longer one, the caller gets its answer with the Retry-After.
/// </summary>
public sealed class ResilientHandler : DelegatingHandler
{
    private const int MostRepeats = 3;

    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    /// <summary>For all tries together, until the last answer begins.</summary>
    private static readonly TimeSpan LongestInAll = TimeSpan.FromMinutes(1);

    private static readonly ResiliencePropertyKey<HttpRequestMessage> Request = new("request");

    private readonly TimeProvider time;
    private readonly bool mayRepeatAll;
    private readonly ResiliencePipeline<HttpResponseMessage> pipeline;

    /// <param name="mayRepeatAll">That nothing doubles when it is sent twice, not even a POST.</param>
    public ResilientHandler(TimeProvider time, HttpMessageHandler inner, bool mayRepeatAll = false)
        : base(inner)
    {
        this.time = time;
        this.mayRepeatAll = mayRepeatAll;
        pipeline = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }
            .AddTimeout(LongestInAll)
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = MostRepeats,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = FirstWait,
                MaxDelay = LongestWait,
                ShouldHandle = tried => ValueTask.FromResult(MayRepeat(tried.Context.Properties.GetValue(Request, null!), tried.Outcome)),
                DelayGenerator = tried => ValueTask.FromResult(Asked(tried.Outcome.Result)),
                OnRetry = tried =>
                {
                    tried.Outcome.Result?.Dispose();
                    return ValueTask.CompletedTask;
                },
            })
            .Build();
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // So that it can be sent twice.
        if (request.Content is { } content)
            await content.LoadIntoBufferAsync(cancellationToken);

        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(Request, request);
        try
        {
            return await pipeline.ExecuteAsync(static async (tried, all) => await all.Once(all.Message, tried.CancellationToken), context, (Message: request, Once: (SendOnce)base.SendAsync));
        }
        catch (TimeoutRejectedException tooLong)
        {
            // As a client says it whose own time is up.
            throw new TaskCanceledException("The service did not answer in time.", new TimeoutException(tooLong.Message, tooLong));
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private delegate Task<HttpResponseMessage> SendOnce(HttpRequestMessage request, CancellationToken cancellationToken);

    private bool MayRepeat(HttpRequestMessage request, Outcome<HttpResponseMessage> outcome)
    {
        if (outcome.Exception is { } problem)
            return NeverArrived(problem) || (problem is HttpRequestException or IOException && IsIdempotent(request));
        if (outcome.Result is not { } answer || Asked(answer) > LongestWait)
            return false;
        return answer.StatusCode switch
        {
            HttpStatusCode.TooManyRequests => true,

            // Somebody else was at it in the same moment; but a condition of one's own does not come true by waiting.
            HttpStatusCode.PreconditionFailed => request.Headers.IfMatch.Count == 0,
            HttpStatusCode.ServiceUnavailable => answer.Headers.RetryAfter is not null || IsIdempotent(request),
            HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout => IsIdempotent(request),
            _ => false,
        };
    }

    private static bool NeverArrived(Exception problem) => problem is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError };

    private bool IsIdempotent(HttpRequestMessage request) => mayRepeatAll || request.Method.Method is "GET" or "HEAD" or "PUT" or "DELETE";

    /// <summary>How long the service wants to be left alone; null where it does not say.</summary>
    private TimeSpan? Asked(HttpResponseMessage? answer) => answer?.Headers.RetryAfter switch
    {
        { Delta: { } wait } => wait,
        { Date: { } until } => until > time.GetUtcNow() ? until - time.GetUtcNow() : TimeSpan.Zero,
        _ => null,
    };
}
