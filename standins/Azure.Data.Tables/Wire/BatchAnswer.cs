using System.Globalization;
using System.Text.RegularExpressions;

namespace Azure.Data.Tables.Wire;

/// <summary>The answer to a transaction: one HTTP response an action, or a single one that says which action was refused and why.</summary>
internal static partial class BatchAnswer
{
    /// <exception cref="FormatException">It is no such answer.</exception>
    public static IReadOnlyList<Response> Read(Response response)
    {
        var text = response.Content.ToString().ReplaceLineEndings("\n");
        if (ChangeSet().Match(text) is not { Success: true } changeSet)
            throw new FormatException("The answer to a transaction holds no change set.");

        var parts = text[(changeSet.Index + changeSet.Length)..].Split($"--{changeSet.Groups[1].Value}");
        return [.. parts[1..].TakeWhile(part => !part.StartsWith("--", StringComparison.Ordinal)).Select(part => Part(response, part))];
    }

    private static PartResponse Part(Response response, string part)
    {
        if (StatusLine().Match(part) is not { Success: true } status)
            throw new FormatException("A part of the answer to a transaction is no HTTP response.");

        var (headers, body) = part[(status.Index + status.Length)..].Split("\n\n", 2) switch
        {
            [var above, var below] => (above, below),
            [var above] => (above, ""),
            _ => ("", ""),
        };
        return new(
            int.Parse(status.Groups[1].Value, CultureInfo.InvariantCulture), status.Groups[2].Value.Trim(), response.ClientRequestId, body.Trim('\n'),
            [.. headers.Split('\n').Select(header => header.Split(':', 2)).Where(header => header.Length == 2).Select(header => new Core.HttpHeader(header[0].Trim(), header[1].Trim()))]);
    }

    [GeneratedRegex(@"^Content-Type:\s*multipart/mixed;\s*boundary=""?([^\s"";]+)""?\s*$", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex ChangeSet();

    [GeneratedRegex(@"^HTTP/1\.1 ([1-5][0-9]{2})(.*)\n?", RegexOptions.Multiline)]
    private static partial Regex StatusLine();
}
