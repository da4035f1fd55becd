using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using MentorBot.Domain.Programme;

namespace MentorBot.Hosting;

/// <summary>The pages of the folder of that name, each in the language of whoever reads it; nothing in them runs in a browser.</summary>
public sealed partial class Pages(MentoringProgramme programme)
{
    private static readonly string Style = Read("style.css");

    private static readonly string Policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>Each has a folder in Pages. The first is for whoever reads none of them.</summary>
    private static readonly string[] Languages = ["en", "nl"];

    private readonly ConcurrentDictionary<(string Page, string Language), byte[]> rendered = new();

    public Task Answer(HttpContext context, string page)
    {
        var language = LanguageOf(context.Request);
        var body = rendered.GetOrAdd((page, language), one => Encoding.UTF8.GetBytes(Render(one.Page, one.Language)));
        var response = context.Response;
        response.Headers.ContentSecurityPolicy = Policy;
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

    private string Render(string page, string language)
    {
        var body = Read($"{language}.{page}.html");
        var words = new Dictionary<string, string>
        {
            ["language"] = language,
            ["organisation"] = WebUtility.HtmlEncode(programme.Organisation),
            ["contact"] = WebUtility.HtmlEncode(programme.Contact),
            ["contacts"] = WebUtility.HtmlEncode(programme.Contacts),
            ["safeguarding"] = WebUtility.HtmlEncode(programme.Safeguarding),
            ["days"] = programme.ErasureDays.ToString(CultureInfo.InvariantCulture),
            ["title"] = Heading().Match(body).Groups[1].Value,
            ["style"] = Style,
        };

        // Places are filled once over the whole, so that braces in somebody's words stay what they are.
        var parts = Part().Replace(Read("layout.html"), part => part.Groups[1].Value == "body" ? body : Read($"{language}.{part.Groups[1].Value}.html"));
        return Place().Replace(parts, place => words[place.Groups[1].Value]);
    }

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(Pages).Assembly.GetManifestResourceStream($"MentorBot.Pages.{name}")!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    [GeneratedRegex("<h1>(.*)</h1>")]
    private static partial Regex Heading();

    [GeneratedRegex(@"\[\[(\w+)\]\]\n")]
    private static partial Regex Part();

    [GeneratedRegex(@"\{\{(\w+)\}\}")]
    private static partial Regex Place();
}
