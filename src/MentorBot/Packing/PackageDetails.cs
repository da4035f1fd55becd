using System.Net;
using System.Text.RegularExpressions;

namespace MentorBot.Packing;

/// <summary>What differs between one installation's package and another's.</summary>
/// <param name="AppId">The bot's app id, which is also that of the Teams app.</param>
/// <param name="Domain">The public host name under which browsers reach the bot.</param>
/// <param name="Version">Of the package; Teams takes an update only with a higher one.</param>
public sealed partial record PackageDetails(string AppId, string Domain, string Version)
{
    /// <summary>Names that lead nowhere outside a network of one's own.</summary>
    private static readonly string[] PrivateNames = [".localhost", ".local", ".internal", ".lan", ".home.arpa"];

    /// <summary>By the first field of the manifest that each goes into.</summary>
    public IEnumerable<PackageProblem> Problems()
    {
        if (!AppIdShape().IsMatch(AppId) || Guid.Parse(AppId) == Guid.Empty)
            yield return new("id", $"--app-id \"{AppId}\" is no app id. Give that of the bot's registration or managed identity, such as 11111111-2222-3333-4444-555555555555.");
        if (!IsPublicHost(Domain))
            yield return new("validDomains[0]", $"--domain \"{Domain}\" is no public host name. Give it alone, without https:// and without a port or path, such as mentoring.example.org.");
        if (!VersionShape().IsMatch(Version))
            yield return new("version", $"--version \"{Version}\" is no version. Write three numbers, such as 1.0.3.");
    }

    private static bool IsPublicHost(string text) =>
        HostShape().IsMatch(text)
        && text.Length <= 253
        && !IPAddress.TryParse(text, out _)
        && !PrivateNames.Any(name => text.EndsWith(name, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"^[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}\z")]
    private static partial Regex AppIdShape();

    /// <summary>Two labels at least, and the last one is no number.</summary>
    [GeneratedRegex(@"^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HostShape();

    [GeneratedRegex(@"^(?:0|[1-9][0-9]{0,8})(?:\.(?:0|[1-9][0-9]{0,8})){2}\z")]
    private static partial Regex VersionShape();
}
