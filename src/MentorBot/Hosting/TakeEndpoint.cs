using MentorBot.Domain.MyData;
using MentorBot.Flows.MyData;
using MentorBot.Settings;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using NodaTime;

namespace MentorBot.Hosting;

/// <summary>
/// Serves what people take along: to whoever has the secret of the link, once. Opening the link shows a page with one button, the
/// same whatever the secret, so that a scanner of links neither uses it up nor learns anything; the button takes the file.
/// </summary>
public sealed class TakeEndpoint(IServer server, BotSettings settings) : ITakeAddress
{
    private const string Take = "/take/";

    public Uri Of(string secret) => new((settings.Services.PublicAddress?.ToString() ?? server.Features.Get<IServerAddressesFeature>()!.Addresses.First()).TrimEnd('/') + Take + secret);

    internal static void Map(WebApplication app, bool isPublic)
    {
        var link = app.MapGroup(Take + "{secret}").AddEndpointFilter((call, next) =>
            isPublic || BotEndpoints.IsByThisMachinesName(call.HttpContext.Request.Host.Host) ? next(call) : ValueTask.FromResult<object?>(Results.NotFound()));
        link.MapMethods("", BotEndpoints.Asking, (HttpContext context, Pages pages) => pages.Answer(context, "take"));
        link.MapPost("", Give);
    }

    private static async Task Give(string secret, HttpContext context, IDownloads downloads, IClock clock, Pages pages)
    {
        var response = context.Response;
        if (await downloads.Take(secret, clock.GetCurrentInstant(), context.RequestAborted) is not { } file)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            await pages.Answer(context, "taken");
            return;
        }

        response.ContentType = "application/zip";
        response.Headers.ContentDisposition = "attachment; filename=\"my-mentoring.zip\"";
        response.ContentLength = file.Length;

        // What was taken is gone from here, so whoever broke off asks for it again.
        await response.Body.WriteAsync(file, context.RequestAborted);
    }
}
