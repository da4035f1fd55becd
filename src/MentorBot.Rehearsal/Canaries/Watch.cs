using System.Globalization;
using Newtonsoft.Json.Linq;

namespace MentorBot.Rehearsal;

/// <summary>Looks for what people typed wherever none of it may be: in messages and their headers, in the log, in files.</summary>
internal sealed class Watch(Canaries canaries, Action<string> problem)
{
    private readonly HashSet<string> told = new(StringComparer.Ordinal);
    private IRehearsedBot? read;
    private int linesRead;

    public void OverMessage(string what, string body, IEnumerable<string> headers)
    {
        var strings = ConnectorServer.ObjectIn(body)?.Descendants().OfType<JValue>().Select(value => value.ToString(CultureInfo.InvariantCulture)) ?? [];
        foreach (var canary in strings.Append(body).SelectMany(canaries.FindIn).Select(leak => leak.Canary).Distinct())
            problem($"{what} carries words that {canary.Author} typed: “{canary.Text}”");
        foreach (var canary in headers.SelectMany(canaries.FindIn).Select(leak => leak.Canary).Distinct())
            problem($"{what} carries in its address or headers words that {canary.Author} typed: “{canary.Text}”");
    }

    /// <summary>Over what this bot has logged since the last look.</summary>
    public void OverLog(IRehearsedBot bot)
    {
        if (read != bot)
            (read, linesRead) = (bot, 0);
        var lines = bot.LogLines.ToList();
        foreach (var line in lines.Skip(linesRead))
            foreach (var canary in canaries.FindIn(line).Select(leak => leak.Canary).Distinct())
                problem($"A log line has words that {canary.Author} typed, “{canary.Text}”: {line}");
        linesRead = lines.Count;
    }

    /// <summary>Over the files; what was found once is told once.</summary>
    public void OverFolder(FolderReport report)
    {
        foreach (var file in report.Files)
            foreach (var leak in file.Leaks)
            {
                var found = $"The file {file.Name} has at byte {leak.Offset}, as {leak.Encoding}, words that {leak.Canary.Author} typed: “{leak.Canary.Text}”";
                if (told.Add(found))
                    problem(found);
            }
    }
}
