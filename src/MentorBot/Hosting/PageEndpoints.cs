using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using MentorBot.Domain.Programme;

namespace MentorBot.Hosting;

/// <summary>
/// The pages that the Teams package points at: what this is, privacy, terms. For everybody who finds them, by whatever name they
/// reached the bot; the same words for all, and nothing that runs in a browser.
/// </summary>
public static partial class PageEndpoints
{
    public const string About = "/";
    public const string Privacy = "/privacy";
    public const string Terms = "/terms";

    private static readonly (string Path, string Page)[] Pages = [(About, "about"), (Privacy, "privacy"), (Terms, "terms")];

    /// <summary>Each has a folder in Pages. The first is for whoever reads none of them.</summary>
    private static readonly string[] Languages = ["en", "nl"];

    public static void MapPages(this WebApplication app, MentoringProgramme programme)
    {
        var style = Read("style.css");
        var policy = $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        foreach (var (path, page) in Pages)
        {
            var rendered = Languages.ToDictionary(language => language, language => Encoding.UTF8.GetBytes(Render(page, language, style, programme)));
            app.MapMethods(path, [HttpMethods.Get, HttpMethods.Head], context => Answer(context, policy, rendered));
        }
    }

    private static Task Answer(HttpContext context, string policy, Dictionary<string, byte[]> rendered)
    {
        var language = LanguageOf(context.Request);
        var (response, body) = (context.Response, rendered[language]);
        response.Headers.ContentSecurityPolicy = policy;
        response.Headers.CacheControl = "no-cache";
        response.Headers.Vary = "Accept-Language";
        response.Headers.ContentLanguage = language;
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = body.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }

    /// <summary>That of the link, else the one that the browser's owner likes best of those there are.</summary>
    private static string LanguageOf(HttpRequest request)
    {
        var liked = request.GetTypedHeaders().AcceptLanguage
            .Where(one => one.Quality is null or > 0)
            .OrderByDescending(one => one.Quality ?? 1)
            .Select(one => one.Value.ToString().Split('-')[0]);
        return liked.Prepend(request.Query["language"].ToString())
            .Select(one => Languages.FirstOrDefault(language => language.Equals(one, StringComparison.OrdinalIgnoreCase)))
            .FirstOrDefault(language => language is not null) ?? Languages[0];
    }

    private static string Render(string page, string language, string style, MentoringProgramme programme)
    {
        var body = Read($"{language}.{page}.html");
        var words = new Dictionary<string, string>
        {
            ["organisation"] = WebUtility.HtmlEncode(programme.Organisation),
            ["contact"] = WebUtility.HtmlEncode(programme.Contact),
            ["contacts"] = WebUtility.HtmlEncode(programme.Contacts),
            ["safeguarding"] = WebUtility.HtmlEncode(programme.Safeguarding),
            ["days"] = programme.ErasureDays.ToString(CultureInfo.InvariantCulture),
            ["title"] = Heading().Match(body).Groups[1].Value,
            ["style"] = style,
        };

        // Once over the whole, so that braces in somebody's words stay what they are.
        return Place().Replace(Read($"{language}.layout.html").Replace("{{body}}", body, StringComparison.Ordinal), place => words[place.Groups[1].Value]);
    }

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(PageEndpoints).Assembly.GetManifestResourceStream($"MentorBot.Pages.{name}")!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    [GeneratedRegex("<h1>(.*)</h1>")]
    private static partial Regex Heading();

    [GeneratedRegex(@"\{\{(\w+)\}\}")]
    private static partial Regex Place();
}
