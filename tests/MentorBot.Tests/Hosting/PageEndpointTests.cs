using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using MentorBot.Hosting;
using MentorBot.Storage.Rows;
using MentorBot.Testing.Rows;
using MentorBot.Testing.Towns;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace MentorBot.Tests.Hosting;

/// <summary>The pages that the Teams package points at, over real HTTP.</summary>
public sealed class PageEndpointTests : IAsyncLifetime
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseProxy = false });

    private DirectoryInfo folder = null!;
    private WebApplication app = null!;

    public async Task InitializeAsync()
    {
        folder = Directory.CreateTempSubdirectory("pages-");
        var settings = TestTown.Settings(
            $"Data:Folder={folder.FullName}",
            "Programme:Organisation=<b>Contoso</b> & {{contact}}",
            "Programme:Contact=\"desk\" <script>",
            "Programme:Contacts=the <i>adviser</i>",
            "Programme:Safeguarding=room '7'",
            "Programme:ErasureDays=77");
        app = BotHost.Build(
            settings with { Urls = ["http://127.0.0.1:0"] }, SystemClock.Instance, worksInBackground: false,
            builder => builder.Services.AddSingleton<IRowStore>(new MemoryRowStore()));
        await app.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        folder.Delete(recursive: true);
    }

    public static TheoryData<string, string> EveryPage => new() { { "/", "en" }, { "/privacy", "en" }, { "/terms", "en" }, { "/", "nl" }, { "/privacy", "nl" }, { "/terms", "nl" } };

    [Theory]
    [MemberData(nameof(EveryPage))]
    public async Task A_page_is_served_with_headers_under_which_nothing_runs(string path, string language)
    {
        var (answer, page) = await Get(path, language);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal([language], answer.Content.Headers.ContentLanguage);
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("no-referrer", Header(answer, "Referrer-Policy"));
        Assert.Equal("Accept-Language", Header(answer, "Vary"));
        var style = Regex.Match(page, "<style>(.*)</style>", RegexOptions.Singleline).Groups[1].Value;
        Assert.Equal(
            $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
            Header(answer, "Content-Security-Policy"));
        Assert.DoesNotMatch("(?i)<script|<iframe|<img|<link|<form| style=| on[a-z]+=|https?://", page);
    }

    [Theory]
    [MemberData(nameof(EveryPage))]
    public async Task A_page_names_who_runs_the_bot_and_takes_every_word_of_theirs_as_text(string path, string language)
    {
        var (_, page) = await Get(path, language);

        Assert.Contains("&lt;b&gt;Contoso&lt;/b&gt; &amp; {{contact}}", page, StringComparison.Ordinal);
        Assert.Contains("&quot;desk&quot; &lt;script&gt;", page, StringComparison.Ordinal);
        Assert.Contains("the &lt;i&gt;adviser&lt;/i&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<i>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("!", Regex.Replace(page, "<!DOCTYPE html>|<style>.*</style>", "", RegexOptions.Singleline), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(EveryPage))]
    public async Task A_page_can_be_read_by_whoever_hears_it(string path, string language)
    {
        var (_, page) = await Get(path, language);

        Assert.StartsWith($"<!DOCTYPE html>\n<html lang=\"{language}\">", page, StringComparison.Ordinal);
        Assert.Contains("width=device-width", page, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(page, "<h1>"));
        Assert.Single(Regex.Matches(page, "<main>"));
        Assert.Matches("<title>[^<{]{10,} · MentorBot</title>", page);
        Assert.Matches("<nav aria-label=\"[^\"]+\">", page);
        foreach (var tag in new[] { "h1", "h2", "p", "ul", "li", "a", "b", "main", "header", "nav", "footer" })
            Assert.Equal(Regex.Count(page, $"<{tag}[ >]"), Regex.Count(page, $"</{tag}>"));
    }

    [Fact]
    public async Task The_pages_say_the_same_in_both_languages()
    {
        foreach (var path in new[] { "/", "/privacy", "/terms" })
        {
            var (english, dutch) = ((await Get(path, "en")).Page, (await Get(path, "nl")).Page);
            foreach (var tag in new[] { "<h2>", "<p>", "<li>", "<b" })
                Assert.Equal(Regex.Count(english, tag), Regex.Count(dutch, tag));
        }
    }

    [Theory]
    [InlineData("en")]
    [InlineData("nl")]
    public async Task The_privacy_page_says_when_things_are_erased_and_where_to_ask(string language)
    {
        var (_, page) = await Get("/privacy", language);

        Assert.Contains(" 77 ", page, StringComparison.Ordinal);
        Assert.Contains("room &#39;7&#39;", page, StringComparison.Ordinal);
        foreach (var word in new[] { "my data", "forget me", "quiet" })
            Assert.Matches($"<b[^>]*>{word}</b>", page);
    }

    [Theory]
    [InlineData("nl-BE, en;q=0.5", "nl")]
    [InlineData("fr, nl;q=0.3, en;q=0.2", "nl")]
    [InlineData("en;q=0.2, nl;q=0", "en")]
    [InlineData("fr", "en")]
    [InlineData("*", "en")]
    [InlineData("q=;;;,,@@", "en")]
    [InlineData(null, "en")]
    public async Task The_language_is_the_readers(string? accepted, string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, At("/privacy"));
        if (accepted is not null)
            request.Headers.TryAddWithoutValidation("Accept-Language", accepted);

        Assert.Equal([language], (await Http.SendAsync(request)).Content.Headers.ContentLanguage);
    }

    [Theory]
    [InlineData("?language=nl", "nl")]
    [InlineData("?language=NL", "nl")]
    [InlineData("?language=../secret", "en")]
    [InlineData("?language=", "en")]
    public async Task A_link_can_name_the_language(string query, string language) =>
        Assert.Equal([language], (await Http.GetAsync(At("/terms" + query))).Content.Headers.ContentLanguage);

    [Theory]
    [InlineData("/")]
    [InlineData("/privacy")]
    [InlineData("/terms")]
    public async Task HEAD_has_the_headers_alone_and_other_methods_are_refused(string path)
    {
        var (whole, page) = await Get(path, "en");
        var head = await Send(HttpMethod.Head, path);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(Encoding.UTF8.GetByteCount(page), head.Content.Headers.ContentLength);
        Assert.Equal(Header(whole, "Content-Security-Policy"), Header(head, "Content-Security-Policy"));
        Assert.Equal("", await head.Content.ReadAsStringAsync());

        foreach (var method in new[] { HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete, HttpMethod.Options })
        {
            var refused = await Send(method, path);
            Assert.Equal(HttpStatusCode.MethodNotAllowed, refused.StatusCode);
            Assert.Equal("", await refused.Content.ReadAsStringAsync());
        }
    }

    [Theory]
    [InlineData("/privacy/x")]
    [InlineData("/Pages/en/privacy.html")]
    [InlineData("/style.css")]
    [InlineData("/favicon.ico")]
    [InlineData("/%2e%2e/appsettings.json")]
    public async Task For_anything_else_there_is_404_without_a_word(string path)
    {
        var answer = await Http.GetAsync(At(path));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("", await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Browsers reach it by the public name, which is not that of this machine.</summary>
    [Fact]
    public async Task A_page_is_served_by_whatever_name_it_was_reached()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, At("/privacy")) { Headers = { Host = "mentoring.example.org" } };

        Assert.Equal(HttpStatusCode.OK, (await Http.SendAsync(request)).StatusCode);
    }

    private static string Header(HttpResponseMessage answer, string name) => Assert.Single(answer.Headers.GetValues(name));

    private async Task<(HttpResponseMessage Answer, string Page)> Get(string path, string language)
    {
        var answer = await Http.GetAsync(At($"{path}?language={language}"));
        return (answer, await answer.Content.ReadAsStringAsync());
    }

    private async Task<HttpResponseMessage> Send(HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, At(path));
        return await Http.SendAsync(request);
    }

    private Uri At(string path) => new(app.Urls.Single() + path);
}
