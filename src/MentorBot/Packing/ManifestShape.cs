using System.Text.RegularExpressions;

namespace MentorBot.Packing;

/// <summary>
/// What the manifest of MentorBot says: of schema 1.30 the fields in use, with their limits there. Whoever uses another one adds it
/// here, so that nothing is asked of people that the bot does not need.
/// </summary>
internal static partial class ManifestShape
{
    /// <summary>Of a command's title and description, and how many commands: language files allow less than the schema.</summary>
    private const int TitleOfCommand = 32;
    private const int DescriptionOfCommand = 128;
    private const int MostCommands = 10;

    private const int MostPath = 2048;

    public static Shape.Fields For(PackageDetails details) => new(
        ("$schema", new Shape.Exactly("\"https://developer.microsoft.com/json-schemas/teams/v1.30/MicrosoftTeams.schema.json\"")),
        ("manifestVersion", new Shape.Exactly("\"1.30\"")),
        ("version", Value(details.Version)),
        ("id", Value(details.AppId)),
        ("localizationInfo", new Shape.Fields(
            ("defaultLanguageTag", LanguageTag),
            ("additionalLanguages", new Shape.Every(
                new Shape.Fields(("languageTag", LanguageTag), ("file", new Shape.Text(MostPath))), Least: 0, Most: 100, Differs: "languageTag")))
        { Optional = ["additionalLanguages"] }),
        ("developer", new Shape.Fields(
            ("name", new Shape.Text(32)),
            ("websiteUrl", PageAt(details)),
            ("privacyUrl", PageAt(details)),
            ("termsOfUseUrl", PageAt(details)))),
        ("name", new Shape.Fields(
            ("short", new Shape.Text(30, Translatable: true)),
            ("full", new Shape.Text(100, Translatable: true)))),
        ("description", new Shape.Fields(
            ("short", new Shape.Text(80, Translatable: true)),
            ("full", new Shape.Text(4000, Translatable: true)))),
        ("icons", new Shape.Fields(
            ("color", Icon(192, Painting.Opaque)),
            ("outline", Icon(32, Painting.WhiteOnTransparent)),
            ("color32x32", Icon(32, Painting.OnTransparent)))
        { Optional = ["color32x32"] }),
        ("accentColor", new Shape.Text(7, Complaint: text => Colour().IsMatch(text) ? null : $"\"{text}\" is no colour such as #4464ee.")),
        ("defaultInstallScope", new Shape.Exactly("\"personal\"")),
        ("bots", new Shape.Every(Bot(details), Least: 1, Most: 1)),
        ("validDomains", new Shape.Every(Value(details.Domain), Least: 1, Most: 1)),
        ("webApplicationInfo", new Shape.Fields(
            ("id", Value(details.AppId)),
            ("resource", Value($"api://botid-{details.AppId}")))));

    private static Shape.Fields Bot(PackageDetails details) => new(
        ("botId", Value(details.AppId)),
        ("scopes", Personal),
        ("supportsFiles", new Shape.Exactly("false")),
        ("isNotificationOnly", new Shape.Exactly("false")),
        ("commandLists", new Shape.Every(
            new Shape.Fields(
                ("scopes", Personal),
                ("commands", new Shape.Every(
                    new Shape.Fields(
                        ("title", new Shape.Text(TitleOfCommand, Translatable: true)),
                        ("description", new Shape.Text(DescriptionOfCommand, Translatable: true))),
                    Least: 1,
                    MostCommands,
                    Differs: "title"))),
            Least: 1,
            Most: 1)));

    /// <summary>The bot talks with one person at a time.</summary>
    private static Shape.Every Personal => new(new Shape.Exactly("\"personal\""), Least: 1, Most: 1);

    private static Shape.Text LanguageTag => new(26, Complaint: text => Tag().IsMatch(text) ? null : $"\"{text}\" is no language tag such as nl or pt-BR.");

    private static Shape.Exactly Value(string text) => new($"\"{text}\"");

    private static Shape.Text PageAt(PackageDetails details) => new(MostPath, Complaint: text =>
        Uri.TryCreate(text, UriKind.Absolute, out var page) && page is { Scheme: "https", IsDefaultPort: true, UserInfo: "" } && page.Host.Equals(details.Domain, StringComparison.OrdinalIgnoreCase)
            ? null
            : $"\"{text}\" is no https address at {details.Domain}, where the bot serves its pages.");

    private static Shape.FileOf Icon(int size, Painting painting) => new((content, field, findings) =>
    {
        if (PngPicture.Read(content) is not { } picture)
            findings.Add(field, "is no PNG picture that is read here. Save it with 8 bits a channel, RGB or RGBA, not interlaced.");
        else if (picture.Width != size || picture.Height != size)
            findings.Add(field, $"must be {size} by {size} pixels, and is {picture.Width} by {picture.Height}.");
        else if (painting.Complaint(picture) is { } complaint)
            findings.Add(field, complaint);
    });

    [GeneratedRegex("^#[0-9a-fA-F]{6}\\z")]
    private static partial Regex Colour();

    [GeneratedRegex("^[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8}){0,2}\\z")]
    private static partial Regex Tag();
}
