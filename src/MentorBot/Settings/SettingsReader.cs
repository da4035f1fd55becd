using System.Collections.Immutable;
using MentorBot.Adapters.Embedded;
using MentorBot.Domain;
using MentorBot.Domain.Programme;

namespace MentorBot.Settings;

/// <summary>Reads and checks the settings at start: everything that is wrong is said at once, each with the name of its setting.</summary>
public sealed class SettingsReader
{
    private const int MostThemes = 10;

    /// <summary>The button says "a week".</summary>
    private const int DaysOfAHold = 7;

    private const string People = "Directory:People";
    private const string DefaultDataFolder = ".mentorbot";

    private readonly IConfiguration configuration;
    private readonly string callersFolder;
    private readonly ImmutableArray<string>.Builder errors = ImmutableArray.CreateBuilder<string>();

    private SettingsReader(IConfiguration configuration, string callersFolder)
    {
        this.configuration = configuration;
        this.callersFolder = callersFolder;
    }

    /// <param name="callersFolder">Where relative paths begin: the folder in which the command was typed.</param>
    /// <param name="file">What the operator's own file says, if there is one.</param>
    public static SettingsReading Read(IConfiguration configuration, string callersFolder, IConfiguration? file = null) => new SettingsReader(configuration, callersFolder).Read(file);

    private SettingsReading Read(IConfiguration? file)
    {
        // First of all: what else there is to say may only follow from it.
        errors.AddRange(SettingNames.Complaints(configuration, file));
        if (errors.Count > 0)
            return new SettingsReading.Refused(errors.ToImmutable());

        var urls = Urls(anywhere: configuration["MicrosoftAppId"] is { Length: > 0 });
        var services = new ServiceSettingsReader(configuration, callersFolder, errors.Add).Read();
        var people = ReadPeople();
        var programme = ReadProgramme(services.DirectoryInGraph ? null : people);
        if (errors.Count > 0 || people is null)
            return new SettingsReading.Refused(errors.ToImmutable());

        var folder = configuration["Data:Folder"] is { Length: > 0 } configured ? configured : DefaultDataFolder;
        return new SettingsReading.Good(new(urls, Path.GetFullPath(folder, callersFolder), programme, people, services) { Samples = services.App is null ? [] : [.. Samples(services)] });
    }

    private IEnumerable<string> Samples(ServiceSettings services)
    {
        if (!services.DirectoryInGraph && string.IsNullOrEmpty(configuration[People]))
            yield return People;
        var shipped = SettingsLayers.Defaults;
        foreach (var name in new[] { "Programme:Organisation", "Programme:Contacts", "Programme:Contact", "Programme:Safeguarding" })
            if (configuration[name] == shipped[name])
                yield return name;
    }

    /// <param name="anywhere">Whether others than this machine may come: only when it is checked who they are.</param>
    private ImmutableArray<string> Urls(bool anywhere)
    {
        ImmutableArray<string> urls = [.. (configuration["Urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        if (urls.IsEmpty)
            errors.Add("Urls: name an address to listen on, such as http://127.0.0.1:3978.");
        foreach (var url in urls)
        {
            if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme != "http" || address.PathAndQuery != "/")
                errors.Add($"Urls: \"{url}\" is no http address. Write it like http://127.0.0.1:3978.");
            else if (!anywhere && !address.IsLoopback)
                errors.Add($"Urls: without a bot app id anybody who can reach \"{url}\" could be anybody. Listen on this machine only, such as http://127.0.0.1:3978.");
        }

        return urls;
    }

    private CsvDirectory? ReadPeople()
    {
        var path = configuration[People] is { Length: > 0 } configured
            ? Path.GetFullPath(configured, callersFolder)
            : Path.Combine(AppContext.BaseDirectory, "Sample", "people.csv");
        switch (PeopleFile.Read(path))
        {
            case PeopleFileReading.Good good:
                return good.Directory;
            case PeopleFileReading.Refused refused:
                errors.AddRange(refused.Errors.Select(error => $"{People}: {error}"));
                return null;
            default:
                return null;
        }
    }

    private MentoringProgramme ReadProgramme(CsvDirectory? people)
    {
        var options = new ProgrammeOptions();
        configuration.GetSection("Programme").Bind(options);
        NotEmpty("Tenant", configuration["Tenant"]);
        NotEmpty("Programme:Organisation", options.Organisation);
        NotEmpty("Programme:Contacts", options.Contacts);
        NotEmpty("Programme:Contact", options.Contact);
        NotEmpty("Programme:Safeguarding", options.Safeguarding);
        Within("Programme:ErasureDays", options.ErasureDays, 1, 3650);
        Within("Programme:Offers:ReviewWorkingDays", options.Offers.ReviewWorkingDays, 1, 60);
        Within("Programme:Offers:TryOutErasureDays", options.Offers.TryOutErasureDays, 2, 365);
        Within("Programme:Offers:TryOutReminderDays", options.Offers.TryOutReminderDays, 1, Math.Max(1, options.Offers.TryOutErasureDays - 1));
        Within("Programme:Offers:DraftDays", options.Offers.DraftDays, 1, 365);
        CheckMatching(options.Matching);
        CheckThemes(options);
        CheckGroups(options.Groups, people);
        CheckPeople("Programme:Coordinators", options.Coordinators, people);
        CheckPeople("Programme:Deputies", options.Deputies, people);
        foreach (var id in options.Coordinators.Intersect(options.Deputies))
            errors.Add($"Programme:Deputies: \"{id}\" is among the coordinators already.");
        if (options.Coordinators.Count == 0)
            errors.Add("Programme:Coordinators: name at least one person, by their id in the directory.");
        else if (options.Coordinators.Concat(options.Deputies).Distinct().Count() < 2)
            errors.Add("Programme:Deputies: coordinators and deputies have to be two people at least, since nobody confirms their own offer.");

        return new(
            new TenantId(ServiceSettingsReader.Plain(configuration["Tenant"] ?? "")),
            options.Organisation,
            [.. options.Themes.Select(theme => new Theme(theme.Id, theme.Name))],
            [.. options.Coordinators.Select(id => new PersonId(id))],
            [.. options.Deputies.Select(id => new PersonId(id))],
            options.Contacts,
            options.Contact,
            options.Safeguarding,
            options.ErasureDays,
            new OfferTerms(options.Offers.ReviewWorkingDays, options.Offers.TryOutReminderDays, options.Offers.TryOutErasureDays, options.Offers.DraftDays),
            Terms(options.Matching))
        {
            IndexCleared = options.IndexCleared,
            Groups = [.. options.Groups.Select(group => new StandingGroup(group.Id, group.Name, [.. group.Departments]))],
        };
    }

    private static MatchingTerms Terms(MatchingOptions options) => new(
        options.ReleaseWorkingDays,
        options.LookAgainWorkingDays,
        options.ChooseWorkingDays,
        options.AnswerWorkingDays,
        options.ReminderWorkingDays,
        options.PutAsideDays,
        DaysOfAHold,
        options.DraftDays,
        options.SilencesUntilRest);

    private void CheckMatching(MatchingOptions options)
    {
        Within("Programme:Matching:ReleaseWorkingDays", options.ReleaseWorkingDays, 1, 20);
        Within("Programme:Matching:LookAgainWorkingDays", options.LookAgainWorkingDays, 1, 60);
        Within("Programme:Matching:ChooseWorkingDays", options.ChooseWorkingDays, 2, 60);
        Within("Programme:Matching:AnswerWorkingDays", options.AnswerWorkingDays, 2, 60);
        Within("Programme:Matching:ReminderWorkingDays", options.ReminderWorkingDays, 1, Math.Max(1, Math.Min(options.ChooseWorkingDays, options.AnswerWorkingDays) - 1));
        Within("Programme:Matching:PutAsideDays", options.PutAsideDays, 1, 365);
        Within("Programme:Matching:DraftDays", options.DraftDays, 1, 365);
        Within("Programme:Matching:SilencesUntilRest", options.SilencesUntilRest, 1, 20);
    }

    private void CheckThemes(ProgrammeOptions options)
    {
        if (options.Themes.Count is 0 or > MostThemes)
            errors.Add($"Programme:Themes: name one to {MostThemes}.");
        foreach (var (at, theme) in options.Themes.Index())
        {
            CheckId($"Programme:Themes:{at}:Id", theme.Id, options.Themes.Take(at).Select(earlier => earlier.Id));
            NotEmpty($"Programme:Themes:{at}:Name", theme.Name);
        }
    }

    private void CheckGroups(List<GroupOptions> groups, CsvDirectory? people)
    {
        foreach (var (at, group) in groups.Index())
        {
            CheckId($"Programme:Groups:{at}:Id", group.Id, groups.Take(at).Select(earlier => earlier.Id));
            NotEmpty($"Programme:Groups:{at}:Name", group.Name);
            if (group.Departments.Count == 0)
                errors.Add($"Programme:Groups:{at}:Departments: name at least one.");
            foreach (var department in group.Departments.Where(one => people is not null && people.People.All(person => person.Department != one)))
                errors.Add($"Programme:Groups:{at}:Departments: nobody in the directory is in \"{department}\".");
        }
    }

    private void CheckId(string setting, string id, IEnumerable<string> earlier)
    {
        if (id.Length == 0 || !id.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-'))
            errors.Add($"{setting}: must have lower-case letters, digits and hyphens only, and is \"{id}\".");
        else if (earlier.Contains(id))
            errors.Add($"{setting}: \"{id}\" is there twice.");
    }

    private void CheckPeople(string setting, List<string> ids, CsvDirectory? people)
    {
        foreach (var id in ids.GroupBy(id => id).Where(same => same.Count() > 1).Select(same => same.Key))
            errors.Add($"{setting}: \"{id}\" is there twice.");
        foreach (var id in ids.Where(id => people is not null && people.People.All(person => person.Id.Value != id)))
            errors.Add($"{setting}: the directory knows nobody with the id \"{id}\".");
    }

    private void NotEmpty(string setting, string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
            errors.Add($"{setting}: must not be empty.");
    }

    private void Within(string setting, int value, int least, int most)
    {
        if (value < least || value > most)
            errors.Add($"{setting}: must be from {least} to {most}, and is {value}.");
    }
}
