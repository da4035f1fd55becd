using System.Net;
using System.Text;
using MentorBot.Domain;
using MentorBot.Domain.Directory;
using MentorBot.Domain.MyData;
using MentorBot.Hosting;
using MentorBot.Storage.Rows;
using MentorBot.Testing.Rows;
using MentorBot.Testing.Towns;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace MentorBot.Tests.Hosting;

/// <summary>The link to what somebody takes along, over real HTTP.</summary>
public sealed class TakeEndpointTests : IAsyncLifetime
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseProxy = false });
    private static readonly PersonId Ana = new("ana");
    private static readonly byte[] File = Encoding.UTF8.GetBytes("what Ana wrote");

    private DirectoryInfo folder = null!;
    private WebApplication app = null!;
    private Uri link = null!;

    public async Task InitializeAsync()
    {
        folder = Directory.CreateTempSubdirectory("take-");
        app = BotHost.Build(
            TestTown.Settings($"Data:Folder={folder.FullName}") with { Urls = ["http://127.0.0.1:0"] }, SystemClock.Instance, worksInBackground: false,
            builder => builder.Services.AddSingleton<IRowStore>(new MemoryRowStore()));
        await app.StartAsync();

        var downloads = app.Services.GetRequiredService<IDownloads>();
        await downloads.Decide(Ana, found => Downloading.Ask(found, Ana, 0), default);
        var parts = await downloads.Fill(Ana, 1, File, default);
        await downloads.Decide(Ana, found => Downloading.Made(found, 1, parts!.Value, SystemClock.Instance.GetCurrentInstant()), default);
        link = app.Services.GetRequiredService<MentorBot.Flows.MyData.ITakeAddress>().Of((await downloads.NewLink(Ana, 1, default))!);
    }

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Opening_the_link_uses_nothing_up_and_pressing_the_button_takes_the_file_once()
    {
        for (var scan = 0; scan < 3; scan++)
        {
            await Send(HttpMethod.Head, link);
            Assert.Contains("<form method=\"post\"><button>", await (await Send(HttpMethod.Get, link)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        var taken = await Send(HttpMethod.Post, link);
        Assert.Equal("application/zip", taken.Content.Headers.ContentType?.ToString());
        Assert.Equal("attachment", taken.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal(File, await taken.Content.ReadAsByteArrayAsync());

        var again = await Send(HttpMethod.Post, link);
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        Assert.Contains("<b>my data</b>", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_tries_another_link_learns_nothing_and_takes_nothing()
    {
        var other = new Uri(link, "/take/" + new string('0', 64));

        Assert.Equal(await (await Send(HttpMethod.Get, link)).Content.ReadAsStringAsync(), await (await Send(HttpMethod.Get, other)).Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await Send(HttpMethod.Post, other)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Send(HttpMethod.Post, link)).StatusCode);
    }

    [Fact]
    public async Task Its_page_is_kept_nowhere_framed_nowhere_and_sends_its_form_here_alone()
    {
        var page = await Send(HttpMethod.Get, link);

        Assert.Equal("no-store", page.Headers.CacheControl?.ToString());
        Assert.Equal(["no-referrer"], page.Headers.GetValues("Referrer-Policy"));
        Assert.Contains("form-action 'self'; frame-ancestors 'none'", Assert.Single(page.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nl", "Bestand downloaden")]
    [InlineData("en", "Download the file")]
    public async Task Its_page_speaks_the_readers_language(string language, string button)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, link) { Headers = { AcceptLanguage = { new(language) } } };

        Assert.Contains(button, await (await Http.SendAsync(request)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>Without a public address, a web page elsewhere may have made a name lead here.</summary>
    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task By_another_name_than_this_machines_there_is_nothing(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), link) { Headers = { Host = "elsewhere.example.org" } };
        var answer = await Http.SendAsync(request);

        Assert.Equal((HttpStatusCode.NotFound, ""), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        Assert.Equal(HttpStatusCode.OK, (await Send(HttpMethod.Post, link)).StatusCode);
    }

    private static async Task<HttpResponseMessage> Send(HttpMethod method, Uri address)
    {
        using var request = new HttpRequestMessage(method, address);
        return await Http.SendAsync(request);
    }
}
