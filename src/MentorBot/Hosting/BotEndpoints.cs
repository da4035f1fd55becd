using System.Net;
using MentorBot.Flows.Turns;
using MentorBot.Storage.Rows;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;

namespace MentorBot.Hosting;

/// <summary>What the bot serves.</summary>
public static partial class BotEndpoints
{
    /// <summary>Where the channel posts activities.</summary>
    public const string Messages = "/api/messages";

    internal static readonly string[] Asking = [HttpMethods.Get, HttpMethods.Head];

    public static void MapBot(this WebApplication app) => app.MapPost(
        Messages,
        async (HttpContext context) =>
        {
            // With an app id a token says who it is, and from where is no matter.
            var isAnybody = context.RequestServices.GetRequiredService<TeamsRegistration>().IsNone;
            if (isAnybody && WhyNot(context.Request) is { } reason)
            {
                LogRefused(Logger(context, "MentorBot.Requests"), reason);
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return;
            }

            if (!isAnybody && !GuardedAuthentication.MayBear(context.Request.Headers.Authorization))
            {
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                return;
            }

            var adapter = context.RequestServices.GetRequiredService<IBotFrameworkHttpAdapter>();
            var bot = context.RequestServices.GetRequiredService<IBot>();
            try
            {
                if (!await IncomingBody.IsSound(context.Request, context.RequestAborted))
                {
                    context.Response.StatusCode = StatusCodes.Status400BadRequest;
                    return;
                }

                await adapter.ProcessAsync(context.Request, context.Response, bot, context.RequestAborted);
            }
            catch (UnauthorizedAccessException)
            {
                // The adapter turns a refusal into 401 by itself, but not on every path.
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            }
            catch (BadHttpRequestException refused)
            {
                // Too large, or broken off: the sender's doing, and no error of ours.
                context.Response.StatusCode = refused.StatusCode;
            }
        });

    /// <summary>
    /// Whoever is on this machine may be anybody here. A web page in a browser on this machine may not: it sends an Origin, or a
    /// content type that needs no leave, or comes by another host's name. Null for who may.
    /// </summary>
    private static string? WhyNot(HttpRequest request) =>
        !IsByThisMachinesName(request.Host.Host) ? "it came under another name than this machine's, and no bot is registered in MicrosoftAppId"
        : request.Headers.ContainsKey("Origin") ? "it came from a web page, with an Origin"
        : request.HasJsonContentType() ? null : "its content type is not that of JSON";

    /// <summary>Not by the name of another host that somebody has made lead here.</summary>
    internal static bool IsByThisMachinesName(string host) =>
        host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    /// <summary>200 while the bot runs, whatever is the matter with what it needs: restarting it would mend none of that.</summary>
    public static void MapAlive(this WebApplication app) => app.MapMethods("/alive", Asking, () => { });

    /// <summary>200 while the bot runs and its rows can be read, else 503; no detail to whoever asks.</summary>
    public static void MapHealth(this WebApplication app) => app.MapMethods(
        "/healthz",
        Asking,
        async (HttpContext context) =>
        {
            try
            {
                await context.RequestServices.GetRequiredService<IRowStore>().Get(new(Table.Due, "health"), "health", context.RequestAborted);
            }
            catch (RowStoreUnavailableException unavailable)
            {
                LogUnhealthy(Logger(context, "MentorBot.Health"), unavailable);
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            }
        });

    private static ILogger Logger(HttpContext context, string category) => context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(category);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A request was refused: {Reason}.")]
    private static partial void LogRefused(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The rows cannot be read.")]
    private static partial void LogUnhealthy(ILogger logger, Exception problem);
}
