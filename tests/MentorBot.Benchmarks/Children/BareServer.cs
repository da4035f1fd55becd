using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace MentorBot.Benchmarks.Children;

/// <summary>What everything is measured by: a minimal API that parses the same activity and answers as much JSON.</summary>
public static class BareServer
{
    /// <param name="calling">Where it makes one call of its own for each request, as a turn does that replies; null for none.</param>
    public static WebApplication Build(int answerLength, string? calling)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore().AddLogging();
        var app = builder.Build();
        app.UseRouting();

        var answer = new BareAnswer(200, new string('x', answerLength));
        if (calling is null)
        {
            app.MapPost("/api/messages", (JsonElement activity) => activity.GetProperty("type").GetString() is null ? null : answer);
            return app;
        }

        var http = new HttpClient();
        var connector = new Uri(calling);
        app.MapPost("/api/messages", async (JsonElement activity, HttpContext context) =>
        {
            using var reply = await http.PostAsJsonAsync(connector, activity, context.RequestAborted);
            await reply.Content.ReadFromJsonAsync<JsonElement>(context.RequestAborted);
            return answer;
        });
        return app;
    }

    private sealed record BareAnswer(int StatusCode, string Value);
}
