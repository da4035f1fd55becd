using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MentorBot.Testing.Graph;

/// <summary>What <see cref="LocalGraph"/> answers about people.</summary>
internal sealed partial class GraphPeople(LocalGraph graph)
{
    public GraphAnswer One(GraphQuestion question, string id)
    {
        if (!graph.Granted.Contains("User.Read.All"))
            return new GraphAnswer.Refused(403, "Authorization_RequestDenied");
        Selects(question);
        var user = Find(id);
        return user is null ? new GraphAnswer.Refused(404, "Request_ResourceNotFound") : new GraphAnswer.Good(200, user.Json(question.Options.GetValueOrDefault("$select")));
    }

    public GraphAnswer Manager(GraphQuestion question, string id)
    {
        if (!graph.Granted.Contains("User.Read.All"))
            return new GraphAnswer.Refused(403, "Authorization_RequestDenied");
        Selects(question);
        if (Find(id)?.Manager is not { } manager)
            return new GraphAnswer.Refused(404, "Request_ResourceNotFound");
        var json = graph.Users[manager].Json(question.Options.GetValueOrDefault("$select"));
        json["@odata.type"] = "#microsoft.graph.user";
        return new GraphAnswer.Good(200, json);
    }

    public GraphAnswer Mailbox(string id)
    {
        if (Find(id) is not { } user)
            return new GraphAnswer.Refused(404, "ErrorInvalidUser");
        if (!graph.Granted.Contains("MailboxSettings.Read") || !user.IsInScope)
            return new GraphAnswer.Refused(403, "ErrorAccessDenied");
        return user.Mailbox is { } mailbox ? new GraphAnswer.Good(200, mailbox.DeepClone().AsObject()) : new GraphAnswer.Refused(404, "MailboxNotEnabledForRESTAPI");
    }

    public GraphAnswer List(GraphQuestion question)
    {
        if (!graph.Granted.Contains("User.Read.All"))
            return new GraphAnswer.Refused(403, "Authorization_RequestDenied");
        Selects(question);
        IEnumerable<LocalUser> found = graph.Users.Values;
        if (question.Options.GetValueOrDefault("$filter") is { } filter)
        {
            if (Fits(filter) is not { } fits)
                return Wrong(question, $"nobody filters by {filter}");
            found = found.Where(fits);
        }

        if (question.Options.GetValueOrDefault("$search") is { } search)
        {
            if (question.Headers.GetValueOrDefault("ConsistencyLevel") != "eventual" || question.Options.GetValueOrDefault("$count") != "true")
                return Wrong(question, "a search needs ConsistencyLevel and $count");
            if (!Search().IsMatch(search))
                return Wrong(question, $"a search is not {search}");
            found = found.Where(user => search.Split(" OR ").Any(all => Word().Matches(all).All(word => IsNamed(user, word.Groups[1].Value))));
        }

        if (question.Options.GetValueOrDefault("$orderby") is { } order && order != "displayName")
            return Wrong(question, "only by displayName");
        var all = found.OrderBy(user => user.DisplayName, StringComparer.InvariantCultureIgnoreCase).ThenBy(user => user.Id, StringComparer.Ordinal).ToList();
        return Page(question, all);
    }

    private GraphAnswer.Good Page(GraphQuestion question, List<LocalUser> all)
    {
        var skip = int.Parse(question.Options.GetValueOrDefault("$skiptoken", "0"), CultureInfo.InvariantCulture);
        var take = Math.Min(graph.PageSize, int.Parse(question.Options.GetValueOrDefault("$top", "100"), CultureInfo.InvariantCulture));
        var body = new JsonObject { ["value"] = new JsonArray([.. all.Skip(skip).Take(take).Select(user => user.Json(question.Options.GetValueOrDefault("$select")))]) };
        if (skip + take < all.Count)
        {
            var options = question.Options.SetItem("$skiptoken", $"{skip + take}").Select(option => $"{option.Key}={Uri.EscapeDataString(option.Value)}");
            body["@odata.nextLink"] = $"{graph.Root}/users?{string.Join('&', options)}";
        }

        return new(200, body);
    }

    private LocalUser? Find(string id) => graph.Users.GetValueOrDefault(id) ?? graph.Users.Values.FirstOrDefault(user => Same(user.UserPrincipalName, id));

    private void Selects(GraphQuestion question)
    {
        if (!question.Options.ContainsKey("$select"))
            graph.Complain($"{question}: asks for more than it needs");
    }

    private GraphAnswer.Refused Wrong(GraphQuestion question, string why)
    {
        graph.Complain($"{question}: {why}");
        return new(400, "Request_BadRequest");
    }

    private static Func<LocalUser, bool>? Fits(string filter)
    {
        if (filter == "accountEnabled eq true")
            return user => user.AccountEnabled;
        if (ByAddress().Match(filter) is not { Success: true } match || match.Groups[1].Value != match.Groups[2].Value)
            return null;
        var mail = match.Groups[1].Value.Replace("''", "'", StringComparison.Ordinal);
        return user => Same(user.Mail, mail) || Same(user.UserPrincipalName, mail);
    }

    private static bool Same(string? one, string? other) => one is not null && string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    /// <summary>A word of the name begins with it; accents do not matter, what separates words is whatever is no letter or digit.</summary>
    private static bool IsNamed(LocalUser user, string word) => Regex.Split(Plain(user.DisplayName), @"[^\p{L}\p{Nd}]+").Any(part => part.StartsWith(Plain(word), StringComparison.Ordinal));

    private static string Plain(string text) => new string(
        [.. text.Normalize(NormalizationForm.FormKD).Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)]).ToLowerInvariant();

    [GeneratedRegex("""^\(?"displayName:[\p{L}\p{Nd}\p{Cs}]+"( AND "displayName:[\p{L}\p{Nd}\p{Cs}]+")*\)?( OR \("displayName:[\p{L}\p{Nd}\p{Cs}]+"( AND "displayName:[\p{L}\p{Nd}\p{Cs}]+")*\))?$""")]
    private static partial Regex Search();

    [GeneratedRegex("""
        "displayName:([^"]+)"
        """)]
    private static partial Regex Word();

    [GeneratedRegex("^mail eq '((?:[^']|'')*)' or userPrincipalName eq '((?:[^']|'')*)'$")]
    private static partial Regex ByAddress();
}
