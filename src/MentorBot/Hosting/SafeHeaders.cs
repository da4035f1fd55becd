namespace MentorBot.Hosting;

/// <summary>With every answer: nothing here is to be guessed at, framed, kept or followed. A page says for itself what it may show.</summary>
public static class SafeHeaders
{
    /// <param name="isPublic">Whether browsers come from elsewhere, by https.</param>
    public static void UseSafeHeaders(this WebApplication app, bool isPublic) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        headers["Referrer-Policy"] = "no-referrer";
        if (isPublic)
            headers.StrictTransportSecurity = "max-age=31536000";
        return next(context);
    });
}
