namespace MentorBot.Hosting;

/// <summary>
/// What the Teams package points at: what this is, privacy, terms. For everybody who finds them, by whatever name they reached the
/// bot, and the same words for all.
/// </summary>
public static class PageEndpoints
{
    public const string About = "/";
    public const string Privacy = "/privacy";
    public const string Terms = "/terms";

    public static void MapPages(this WebApplication app)
    {
        foreach (var (path, page) in new[] { (About, "about"), (Privacy, "privacy"), (Terms, "terms") })
            app.MapMethods(path, BotEndpoints.Asking, (HttpContext context, Pages pages) =>
            {
                context.Response.Headers.CacheControl = "no-cache";
                return pages.Answer(context, page);
            });
    }
}
