using System.Collections.Immutable;
using MentorBot.Adapters.Embedded;
using MentorBot.Domain;
using MentorBot.Domain.Directory;
using Microsoft.Extensions.Logging;
using Microsoft.Graph.Models;
using NodaTime;
using Person = MentorBot.Domain.Directory.Person;

namespace MentorBot.Adapters.Graph;

/// <summary>The tenant's own directory. Whoever has an account here that is open, and is no guest, works here.</summary>
/// <remarks>
/// It declares no links to somebody's daily work but the reporting line. What was asked is good for a quarter of an hour, that somebody
/// is not there for five minutes. An outage is an exception: never nobody, never somebody without a manager.
/// </remarks>
public sealed partial class GraphDirectory(GraphService graph, IClock clock, ILogger<GraphDirectory> logger) : IDirectory
{
    /// <summary>No reporting line is longer.</summary>
    public const int LongestLine = 30;

    private const int MostKept = 20_000;

    /// <summary>Of those whose names fit, so many are looked at a time, and so many times.</summary>
    private const int PageSize = 100;
    private const int MostPages = 5;

    private const int LongestMail = 254;

    private static readonly Duration Good = Duration.FromMinutes(15);
    private static readonly Duration GoodForNobody = Duration.FromMinutes(5);

    private readonly ExpiringCache<PersonId, Person?> people = new(clock, MostKept, person => person is null ? GoodForNobody : Good);
    private readonly ExpiringCache<PersonId, PersonId?> managers = new(clock, MostKept, _ => Good);
    private readonly ExpiringCache<string, PersonId?> mails = new(clock, MostKept, person => person is null ? GoodForNobody : Good);
    private readonly SaidThisHour said = new(clock);

    public Task<Person?> Find(PersonId id, CancellationToken cancellationToken) =>
        GraphId.IsOne(id) ? people.Get(id, () => Load(id), cancellationToken) : Task.FromResult<Person?>(null);

    public async Task<Person?> FindByMail(string mail, CancellationToken cancellationToken)
    {
        if (mail.Length > LongestMail || !mail.Contains('@', StringComparison.Ordinal) || mail.Any(char.IsControl))
            return null;
        return await mails.Get(mail.ToLowerInvariant(), () => LoadByMail(mail), cancellationToken) is { } id ? await Find(id, cancellationToken) : null;
    }

    /// <summary>Graph sieves first, by how words of names begin, with what it takes for a word; what fits of that is found.</summary>
    public async Task<ImmutableArray<Person>> Search(string text, int most, CancellationToken cancellationToken)
    {
        var words = PlainName.WordsOf(text);
        if (words.IsEmpty || most <= 0)
            return [];

        var fitting = (await Named(GraphSearch.Of(text, words), words, most, cancellationToken))
            .DistinctBy(user => user.Id, StringComparer.Ordinal)
            .OrderBy(user => PlainName.Of(user.DisplayName!), StringComparer.Ordinal).ThenBy(user => user.Id, StringComparer.Ordinal)
            .Take(most);
        var found = await Task.WhenAll(fitting.Select(user => people.Get(new(user.Id!), () => Complete(user), cancellationToken)));
        return [.. found.OfType<Person>()];
    }

    /// <summary>One after the other: the whole line in one question is not for apps in every tenant.</summary>
    public async Task<ImmutableArray<PersonId>> LineAbove(PersonId id, CancellationToken cancellationToken)
    {
        var line = ImmutableArray.CreateBuilder<PersonId>();
        for (var at = (await Find(id, cancellationToken))?.Manager; at is { } manager && manager != id && !line.Contains(manager) && line.Count < LongestLine; at = await ManagerOf(manager, cancellationToken))
            line.Add(manager);
        return line.ToImmutable();
    }

    private async Task<Person?> Load(PersonId id)
    {
        var user = await Ask(() => graph.Client.Users[id.Value].GetAsync(request => request.QueryParameters.Select = GraphPerson.Fields));

        // An address in place of an id finds the same person there; here it is nobody's id.
        return user?.Id == id.Value && GraphPerson.IsHere(user) ? await Complete(user) : null;
    }

    private async Task<Person?> Complete(User user)
    {
        var id = new PersonId(user.Id!);
        var manager = ManagerOf(id, CancellationToken.None);
        var mailbox = await MailboxOf(id);
        if (mailbox is not null && GraphPerson.ZoneOf(mailbox) is null && said.IsNew("zone " + id.Value))
            LogUnknownZone(logger, id);
        return GraphPerson.Of(user, await manager, mailbox);
    }

    private Task<PersonId?> ManagerOf(PersonId id, CancellationToken cancellationToken) => GraphId.IsOne(id)
        ? managers.Get(id, async () => await Ask(() => graph.Client.Users[id.Value].Manager.GetAsync(request => request.QueryParameters.Select = ["id"])) is { Id: { Length: > 0 } manager } ? new PersonId(manager) : null, cancellationToken)
        : Task.FromResult<PersonId?>(null);

    /// <summary>Null without a mailbox, or without leave to look at its settings: that is no reason to know nothing of somebody.</summary>
    private async Task<MailboxSettings?> MailboxOf(PersonId id)
    {
        try
        {
            return await GraphCall.Ask(() => graph.Client.Users[id.Value].MailboxSettings.GetAsync(), CancellationToken.None);
        }
        catch (GraphRefusedException refused)
        {
            if (refused.IsForbidden && said.IsNew("mailbox " + id.Value))
                LogNoSettings(logger, id, refused.Code);
            return null;
        }
        catch (GraphOutageException outage)
        {
            throw new DirectoryUnavailableException(outage.Message);
        }
    }

    private async Task<PersonId?> LoadByMail(string mail)
    {
        var quoted = mail.Replace("'", "''", StringComparison.Ordinal);
        var found = await Ask(() => graph.Client.Users.GetAsync(request =>
        {
            request.QueryParameters.Select = GraphPerson.Fields;
            request.QueryParameters.Filter = $"mail eq '{quoted}' or userPrincipalName eq '{quoted}'";
        }));
        return found?.Value?.Where(GraphPerson.IsHere).ToList() is [var one] ? new PersonId(one.Id!) : null;
    }

    private async Task<List<User>> Named(string search, ImmutableArray<string> words, int most, CancellationToken cancellationToken)
    {
        var fitting = new List<User>();
        var page = await Ask(() => graph.Client.Users.GetAsync(
            request =>
            {
                request.QueryParameters.Select = GraphPerson.Fields;
                request.QueryParameters.Search = search;
                request.QueryParameters.Filter = "accountEnabled eq true";
                request.QueryParameters.Orderby = ["displayName"];
                request.QueryParameters.Count = true;
                request.QueryParameters.Top = PageSize;
                request.Headers.Add("ConsistencyLevel", "eventual");
            },
            cancellationToken), cancellationToken);
        for (var pages = 1; page is not null; pages++)
        {
            fitting.AddRange((page.Value ?? []).Where(user => GraphPerson.IsHere(user) && PlainName.Fits(PlainName.Of(user.DisplayName ?? ""), words)));
            if (page.OdataNextLink is not { Length: > 0 } next || fitting.Count >= most || pages == MostPages)
                break;
            page = await Ask(() => graph.Client.Users.WithUrl(next).GetAsync(request => request.Headers.Add("ConsistencyLevel", "eventual"), cancellationToken), cancellationToken);
        }

        return fitting;
    }

    /// <summary>Null for what is not there.</summary>
    private async Task<T?> Ask<T>(Func<Task<T?>> ask, CancellationToken cancellationToken = default)
        where T : class
    {
        try
        {
            return await GraphCall.Ask(ask, cancellationToken);
        }
        catch (GraphRefusedException refused) when (refused.IsNotFound)
        {
            return null;
        }
        catch (GraphRefusedException refused)
        {
            if (refused.IsForbidden && said.IsNew("directory"))
                LogForbidden(logger, refused.Code);
            throw new DirectoryUnavailableException(refused.Message);
        }
        catch (GraphOutageException outage)
        {
            throw new DirectoryUnavailableException(outage.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The directory may not be read ({Code}): grant the bot's app the application permission User.Read.All in Microsoft Graph, and consent to it.")]
    private static partial void LogForbidden(ILogger logger, string code);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Zone, hours and language of {Person} are the usual ones, as the settings of their mailbox may not be read ({Code}): grant the bot's app MailboxSettings.Read in Microsoft Graph, or the role \"Application MailboxSettings.Read\" in Exchange with this mailbox in its scope.")]
    private static partial void LogNoSettings(ILogger logger, PersonId person, string code);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The zone that the mailbox of {Person} names is not known here; UTC is taken for it. They can choose one in Outlook's settings.")]
    private static partial void LogUnknownZone(ILogger logger, PersonId person);
}
