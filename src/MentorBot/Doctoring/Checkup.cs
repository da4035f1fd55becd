using MentorBot.Adapters.Graph;
using MentorBot.Adapters.Identity;
using MentorBot.Adapters.Network;
using MentorBot.Domain;
using MentorBot.Domain.Directory;
using MentorBot.Hosting;
using MentorBot.Settings;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Due;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;
using Microsoft.Bot.Connector.Authentication;
using NodaTime;

namespace MentorBot.Doctoring;

/// <summary>All checks of a bot as it is configured, each before those that need it; and what they say, line by line.</summary>
internal static class Checkup
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <param name="bot">The services of the bot, built and not started.</param>
    public static IReadOnlyList<ICheck> Of(BotSettings settings, IServiceProvider bot)
    {
        var services = settings.Services;
        var (clock, network) = (bot.GetRequiredService<IClock>(), bot.GetRequiredService<ServiceNetwork>());
        var checks = new List<ICheck> { new SettingsCheck(settings) };
        if (services.App is { } app)
        {
            var keys = services.TeamsIssuer?.MetadataUrl ?? AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl;
            var signIns = ActivatorUtilities.CreateInstance<SignIns>(bot, app);
            checks.Add(new ClockCheck(app is AppIdentity.Managed ? new(keys) : services.Authority, clock, network));
            checks.AddRange(Tokens(services, app, signIns));
            checks.Add(new SigningKeysCheck(new(keys), network));
        }

        // The key file first: without it the rows of this folder are not even opened.
        var master = services.MasterKey is null ? (ICheck)new KeyFileCheck(settings.DataFolder) : new VaultKeyCheck(bot.GetRequiredService<IKeyWrapper>);
        if (services.MasterKey is null)
            checks.Add(master);
        var rows = services.Storage is null
            ? (ICheck)new FolderCheck(settings.DataFolder, bot.GetRequiredService<IRowStore>, bot.GetRequiredService<Decisions>)
            : new TablesCheck(services.Storage, bot.GetRequiredService<IRowStore>, bot.GetRequiredService<Decisions>);
        checks.Add(rows);
        if (services.Storage is not null)
            checks.Add(new QueueCheck(services.Storage, bot.GetRequiredService<IWorkQueue>, clock));
        if (services.MasterKey is not null)
            checks.Add(master);

        // Where there are no rows yet, none are made to look into.
        if (!AdapterServices.HasNoRowsYet(settings))
            checks.Add(new DataKeyCheck(bot.GetRequiredService<IRowWalk>, bot.GetRequiredService<IKeyWrapper>, rows.What, master.What));

        checks.AddRange(People(settings, bot, clock));
        if (services.PublicAddress is { } address)
            checks.Add(new PublicAddressCheck(address, network));
        return checks;
    }

    /// <returns>Whether nothing failed.</returns>
    public static async Task<bool> Run(IEnumerable<ICheck> checks, TextWriter output)
    {
        var failed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var check in checks)
        {
            if (check.Needs.FirstOrDefault(failed.Contains) is { } missing)
            {
                failed.Add(check.What);
                await output.WriteLineAsync($"skipped {check.What}: it needs \"{missing}\".");
                continue;
            }

            var (line, advice) = await Look(check) switch
            {
                Diagnosis.Fine(var seen) => ($"ok   {check.What}: {seen}", null),
                Diagnosis.Doubtful(var happened, var what) => ($"warn {check.What}: {happened}", what),
                Diagnosis.Failed(var happened, var what) => ($"FAIL {check.What}: {happened}", what),
                _ => throw new InvalidOperationException(),
            };
            if (line.StartsWith("FAIL", StringComparison.Ordinal))
                failed.Add(check.What);
            await output.WriteLineAsync(line);
            if (advice is not null)
                await output.WriteLineAsync($"       → {advice}");
        }

        return failed.Count == 0;
    }

    private static async Task<Diagnosis> Look(ICheck check)
    {
        using var limit = new CancellationTokenSource(Longest);
        try
        {
            return await check.Look(limit.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return new Diagnosis.Failed($"there was no answer within {Longest.TotalSeconds} seconds.", "See whether this machine reaches the service, and try again.");
        }
        catch (OutageException outage)
        {
            return new Diagnosis.Failed(outage.Happened, outage.Advice ?? "Try again later.");
        }
        catch (Exception cannot) when (cannot is CannotStartException or InvalidDataException)
        {
            return new Diagnosis.Failed(cannot.Message, "Until then the bot does not start.");
        }
        catch (Exception unforeseen)
        {
            // Its message may quote what a service said.
            return new Diagnosis.Failed($"it broke off ({unforeseen.GetType().Name}).", "Start the bot and read its log; if that says nothing either, tell whoever looks after MentorBot.");
        }
    }

    private static IEnumerable<ICheck> Tokens(ServiceSettings services, AppIdentity app, SignIns signIns)
    {
        yield return new TokenCheck(TokenCheck.Teams, app, stop => signIns.ForTeams(services.TeamsAudience ?? AuthenticationConstants.ToChannelFromBotOAuthScope, stop));
        if (services.Storage is Adapters.AzureStorage.StorageAccount.ByIdentity)
            yield return new TokenCheck(TokenCheck.Storage, app, signIns.ForStorage);
        if (services.MasterKey is { } key)
            yield return new TokenCheck(TokenCheck.Vault, app, stop => signIns.ForVault(key, stop));
        if (services.DirectoryInGraph || services.CalendarsInGraph)
            yield return new TokenCheck(TokenCheck.Graph, app, stop => signIns.ForGraph(services.Graph, stop));
    }

    private static IEnumerable<ICheck> People(BotSettings settings, IServiceProvider bot, IClock clock)
    {
        var (services, programme) = (settings.Services, settings.Programme);
        PersonId[] people = [.. programme.Coordinators, .. programme.Deputies];
        var directory = bot.GetRequiredService<IDirectory>();
        if (services.DirectoryInGraph)
        {
            var permissions = ActivatorUtilities.CreateInstance<GraphPermissions>(bot);
            yield return new PermissionCheck(PermissionCheck.People, people, permissions.ReadPeople);
            yield return new CoordinatorsCheck(people, directory, inGraph: true);
            yield return new PermissionCheck(PermissionCheck.Mailbox, people, permissions.ReadMailbox);
        }
        else
        {
            yield return new CoordinatorsCheck(people, directory, inGraph: false);
        }

        if (!services.CalendarsInGraph)
            yield break;
        var calendars = ActivatorUtilities.CreateInstance<GraphPermissions>(bot);
        yield return new PermissionCheck(PermissionCheck.ReadCalendar, people, async (person, stop) =>
            await directory.Find(person, stop) is { } found ? await calendars.ReadCalendar(found, clock.GetCurrentInstant(), stop) : new GraphTrial.NobodyThere());
        yield return new PermissionCheck(PermissionCheck.WriteCalendar, people, calendars.WriteCalendar);
    }
}
