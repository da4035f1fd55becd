using MentorBot.Domain.MyData;
using MentorBot.Flows.MyData;
using MentorBot.Settings;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using NodaTime;

namespace MentorBot.Hosting;

/// <summary>Serves what people take along: to whoever has the secret of the link, once. For everything else there is one and the same answer.</summary>
public sealed class TakeEndpoint(IServer server, BotSettings settings) : ITakeAddress
{
    private const string Take = "/take/";

    public Uri Of(string secret) => new((settings.Services.PublicAddress?.ToString() ?? server.Features.Get<IServerAddressesFeature>()!.Addresses.First()).TrimEnd('/') + Take + secret);

    internal static void Map(WebApplication app, bool isPublic) => app.MapGet(Take + "{secret}", async (string secret, HttpContext context) =>
    {
        var response = context.Response;
        var services = context.RequestServices;
        if ((!isPublic && !BotEndpoints.IsByThisMachinesName(context.Request.Host.Host))
            || await services.GetRequiredService<IDownloads>().Take(secret, services.GetRequiredService<IClock>().GetCurrentInstant(), context.RequestAborted) is not { } file)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        response.ContentType = "application/zip";
        response.Headers.ContentDisposition = "attachment; filename=\"my-mentoring.zip\"";
        response.ContentLength = file.Length;

        // What was taken is gone from here, so whoever broke off asks for it again.
        await response.Body.WriteAsync(file, context.RequestAborted);
    });
}
