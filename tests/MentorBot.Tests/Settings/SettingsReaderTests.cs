using System.Text;
using MentorBot.Settings;
using MentorBot.Testing.Towns;
using Microsoft.Extensions.Configuration;

namespace MentorBot.Tests.Settings;

public sealed class SettingsReaderTests
{
    [Fact]
    public void What_is_shipped_is_good()
    {
        var settings = TestTown.Settings();

        Assert.Equal("http://127.0.0.1:3978", Assert.Single(settings.Urls));
        Assert.Equal("the sample organisation", settings.Programme.Organisation);
        Assert.Equal(60, settings.Directory.People.Length);
        Assert.Equal("noor.deboer", Assert.Single(settings.Programme.Coordinators).Value);
        Assert.Equal(8, settings.Programme.Themes.Length);
        Assert.Equal(new(5, 14, 60, 30), settings.Programme.Offers);
        Assert.Equal(new(3, 5, 5, 5, 3, 30, 7, 30, 2), settings.Programme.Matching);
    }

    [Theory]
    [InlineData("", ".mentorbot")]
    [InlineData("elsewhere", "elsewhere")]
    [InlineData("../beside", "../beside")]
    public void The_data_folder_is_counted_from_where_the_command_was_typed(string configured, string expected) =>
        Assert.Equal(Path.GetFullPath(expected, Path.GetTempPath()), TestTown.Settings($"Data:Folder={configured}").DataFolder);

    [Theory]
    [InlineData("Urls=", "Urls: name an address to listen on")]
    [InlineData("Urls=3978", "Urls: \"3978\" is no http address")]
    [InlineData("Urls=http://127.0.0.1:3978/bot", "Urls: \"http://127.0.0.1:3978/bot\" is no http address")]
    [InlineData("Urls=ftp://127.0.0.1", "Urls: \"ftp://127.0.0.1\" is no http address")]
    [InlineData("Urls=http://0.0.0.0:3978", "Urls: without a bot app id anybody who can reach \"http://0.0.0.0:3978\" could be anybody. Listen on this machine only")]
    [InlineData("Urls=http://*:3978", "Urls: \"http://*:3978\"")]
    [InlineData("Urls=http://+:3978", "Urls: \"http://+:3978\"")]
    [InlineData("Urls=http://[::]:3978", "Urls: without a bot app id")]
    [InlineData("Urls=http://localhost.evil.example", "Urls: without a bot app id")]
    [InlineData("Urls=http://127.0.0.1:1;http://192.168.1.7:2", "Urls: without a bot app id anybody who can reach \"http://192.168.1.7:2\"")]
    [InlineData("Tenant=", "Tenant: must not be empty.")]
    [InlineData("Programme:Organisation= ", "Programme:Organisation: must not be empty.")]
    [InlineData("Programme:Contacts=", "Programme:Contacts: must not be empty.")]
    [InlineData("Programme:Contact=", "Programme:Contact: must not be empty.")]
    [InlineData("Programme:Safeguarding=", "Programme:Safeguarding: must not be empty.")]
    [InlineData("Programme:ErasureDays=0", "Programme:ErasureDays: must be from 1 to 3650, and is 0.")]
    [InlineData("Programme:ErasureDays=3651", "Programme:ErasureDays: must be from 1 to 3650, and is 3651.")]
    [InlineData("Programme:Offers:ReviewWorkingDays=61", "Programme:Offers:ReviewWorkingDays: must be from 1 to 60, and is 61.")]
    [InlineData("Programme:Offers:TryOutErasureDays=-1", "Programme:Offers:TryOutErasureDays: must be from 2 to 365, and is -1.")]
    [InlineData("Programme:Offers:TryOutReminderDays=60", "Programme:Offers:TryOutReminderDays: must be from 1 to 59, and is 60.")]
    [InlineData("Programme:Offers:DraftDays=366", "Programme:Offers:DraftDays: must be from 1 to 365, and is 366.")]
    [InlineData("Programme:Matching:ReleaseWorkingDays=0", "Programme:Matching:ReleaseWorkingDays: must be from 1 to 20, and is 0.")]
    [InlineData("Programme:Matching:LookAgainWorkingDays=61", "Programme:Matching:LookAgainWorkingDays: must be from 1 to 60, and is 61.")]
    [InlineData("Programme:Matching:ChooseWorkingDays=3", "Programme:Matching:ReminderWorkingDays: must be from 1 to 2, and is 3.")]
    [InlineData("Programme:Matching:AnswerWorkingDays=1", "Programme:Matching:AnswerWorkingDays: must be from 2 to 60, and is 1.")]
    [InlineData("Programme:Matching:ReminderWorkingDays=5", "Programme:Matching:ReminderWorkingDays: must be from 1 to 4, and is 5.")]
    [InlineData("Programme:Matching:PutAsideDays=366", "Programme:Matching:PutAsideDays: must be from 1 to 365, and is 366.")]
    [InlineData("Programme:Matching:DraftDays=0", "Programme:Matching:DraftDays: must be from 1 to 365, and is 0.")]
    [InlineData("Programme:Matching:SilencesUntilRest=0", "Programme:Matching:SilencesUntilRest: must be from 1 to 20, and is 0.")]
    [InlineData("Programme:Themes:0:Id=Finding My Way", "Programme:Themes:0:Id: must have lower-case letters, digits and hyphens only, and is \"Finding My Way\".")]
    [InlineData("Programme:Themes:1:Id=finding-my-way", "Programme:Themes:1:Id: \"finding-my-way\" is there twice.")]
    [InlineData("Programme:Themes:2:Name=", "Programme:Themes:2:Name: must not be empty.")]
    [InlineData("Programme:Coordinators:0=nobody", "Programme:Coordinators: the directory knows nobody with the id \"nobody\".")]
    [InlineData("Programme:Deputies:0=nobody", "Programme:Deputies: the directory knows nobody with the id \"nobody\".")]
    [InlineData("Programme:Deputies:0=noor.deboer", "Programme:Deputies: \"noor.deboer\" is among the coordinators already.")]
    [InlineData("Programme:Coordinators:1=noor.deboer", "Programme:Coordinators: \"noor.deboer\" is there twice.")]
    [InlineData("Directory:People=nowhere/people.csv", "Directory:People: ")]
    public void What_is_wrong_is_said_with_the_name_of_its_setting(string setting, string beginning)
    {
        var errors = Errors(setting);

        Assert.StartsWith(beginning, errors[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Programme:Groups:1:Id=engineering", "Programme:Groups:1:Id: \"engineering\" is there twice.")]
    [InlineData("Programme:Groups:1:Id=Care 2", "Programme:Groups:1:Id: must have lower-case letters, digits and hyphens only, and is \"Care 2\".")]
    [InlineData("Programme:Groups:1:Name=", "Programme:Groups:1:Name: must not be empty.")]
    [InlineData("Programme:Groups:1:Departments:0=Astronomy", "Programme:Groups:1:Departments: nobody in the directory is in \"Astronomy\".")]
    public void What_is_wrong_with_a_group_is_said_with_the_name_of_its_setting(string setting, string error)
    {
        string[] groups =
        [
            "Programme:Groups:0:Id=engineering", "Programme:Groups:0:Name=Engineering", "Programme:Groups:0:Departments:0=Engineering",
            "Programme:Groups:1:Id=care", "Programme:Groups:1:Name=Customer Care", "Programme:Groups:1:Departments:0=Customer Care",
        ];

        var others = groups.Where(group => group.Split('=')[0] != setting.Split('=')[0]);
        Assert.StartsWith(error, Assert.Single(Errors([.. others, setting])), StringComparison.Ordinal);
    }

    [Fact]
    public void A_group_of_no_department_is_refused() =>
        Assert.Equal("Programme:Groups:0:Departments: name at least one.", Assert.Single(Errors("Programme:Groups:0:Id=care", "Programme:Groups:0:Name=Customer Care")));

    [Fact]
    public void Standing_groups_are_those_that_are_set_and_none_as_shipped()
    {
        var group = Assert.Single(TestTown.Settings("Programme:Groups:0:Id=care", "Programme:Groups:0:Name=Customer Care", "Programme:Groups:0:Departments:0=Customer Care").Programme.Groups);

        Assert.Equal(("care", "Customer Care", "Customer Care"), (group.Id, group.Name, Assert.Single(group.Departments)));
        Assert.Empty(TestTown.Settings().Programme.Groups);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public void Whether_the_index_may_be_used_is_as_it_is_set(string set, bool expected) =>
        Assert.Equal(expected, TestTown.Settings($"Programme:IndexCleared={set}").Programme.IndexCleared);

    [Fact]
    public void As_shipped_nobody_confirmed_that_the_index_may_be_used()
    {
        Assert.False(Assert.IsType<SettingsReading.Good>(SettingsReader.Read(SettingsLayers.Defaults, Path.GetTempPath())).Settings.Programme.IndexCleared);
    }

    [Theory]
    [InlineData("Programme:ErasureDays=soon", "Programme:ErasureDays: must be a whole number, and is \"soon\".")]
    [InlineData("Programme:ErasureDays=", "Programme:ErasureDays: must be a whole number, and is \"\".")]
    [InlineData("Programme:Matching:DraftDays=7.5", "Programme:Matching:DraftDays: must be a whole number, and is \"7.5\".")]
    [InlineData("Programme:Offers:draftdays=99999999999", "Programme:Offers:draftdays: must be a whole number, and is \"99999999999\".")]
    [InlineData("Programme:IndexCleared=yes", "Programme:IndexCleared: must be true or false, and is \"yes\".")]
    [InlineData("Programme:Coordinators=noor.deboer", "Programme:Coordinators: must be a list, such as Programme:Coordinators:0, and is one value.")]
    [InlineData("Programme:Themes:0=Craft", "Programme:Themes:0: must be a section, such as Programme:Themes:0:Id, and is one value.")]
    [InlineData("Programme:Groups=Care", "Programme:Groups: must be a list, such as Programme:Groups:0:Id, and is one value.")]
    [InlineData("Programme:Offers=5", "Programme:Offers: must be a section, such as Programme:Offers:ReviewWorkingDays, and is one value.")]
    [InlineData("Programme:Organisation:0=Contoso", "Programme:Organisation: must be one value, and is a list or section.")]
    [InlineData("Teams:ServiceUrls=https://smba.trafficmanager.net", "Teams:ServiceUrls: must be a list, such as Teams:ServiceUrls:0, and is one value.")]
    [InlineData("Urls:0=http://127.0.0.1:3978", "Urls: must be one value, and is a list or section.")]
    public void A_setting_of_another_kind_is_named_and_nothing_that_follows_from_it(string setting, string error) => Assert.Equal([error], Errors(setting));

    [Theory]
    [InlineData("Programme:Organisaton=Contoso", "Programme:Organisaton: there is no such setting. Did you mean Programme:Organisation?")]
    [InlineData("Programme:Themes:3:Nam=Craft", "Programme:Themes:3:Nam: there is no such setting. Did you mean Programme:Themes:0:Name?")]
    [InlineData("Programme:Coordinator=noor.deboer", "Programme:Coordinator: there is no such setting. Did you mean Programme:Coordinators:0?")]
    [InlineData("Programme:Coordinators:first=noor.deboer", "Programme:Coordinators:first: there is no such setting. docs/operating.md lists them all.")]
    [InlineData("Storage:Connection=x", "Storage:Connection: there is no such setting. docs/operating.md lists them all.")]
    [InlineData("Logging:LogLevel:Default=Loud", "Logging:LogLevel:Default: must be one of Trace, Debug, Information, Warning, Error, Critical, None, and is \"Loud\".")]
    [InlineData("MicrosoftAppPasword=x", "MicrosoftAppPasword: there is no such setting. Did you mean MicrosoftAppPassword?")]
    public void A_name_that_there_is_not_is_refused_with_the_nearest_one(string setting, string error) => Assert.Equal([error], Errors(setting));

    [Theory]
    [InlineData("PATH=/bin")]
    [InlineData("Data=/mnt/x")]
    [InlineData("GRAPH_HOST=x")]
    [InlineData("ENVIRONMENT=Development")]
    [InlineData("Logging:LogLevel:Azure.Core=Error")]
    [InlineData("Kestrel:Limits:MaxConcurrentConnections=5")]
    [InlineData("Microsoft:Something=x")]
    [InlineData("npm:config=x")]
    public void What_the_environment_holds_for_others_is_left_alone(string setting) => Assert.IsType<SettingsReading.Good>(TestTown.Read(setting));

    [Theory]
    [InlineData("Tenat", "Tenat: there is no such setting. Did you mean Tenant?")]
    [InlineData("Programm:Organisation", "Programm:Organisation: there is no such setting. Did you mean Programme:Organisation?")]
    [InlineData("Programme", "Programme: must be a section, such as Programme:Organisation, and is one value.")]
    [InlineData("Something", "Something: there is no such setting. docs/operating.md lists them all.")]
    [InlineData("AllowedHosts", "AllowedHosts: there is no such setting. docs/operating.md lists them all.")]
    [InlineData("MicrosoftApId", "MicrosoftApId: there is no such setting. Did you mean MicrosoftAppId?")]
    [InlineData("Logging:Console:FormatterName", null)]
    [InlineData("Kestrel:Limits", "Kestrel:Limits: there is no such setting. docs/operating.md lists them all.")]
    [InlineData("Programme:Organisation", null)]
    public void In_the_file_nothing_stands_that_nobody_reads(string name, string? error)
    {
        var file = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(name, (string?)"x")]).Build();

        var reading = SettingsReader.Read(SettingsLayers.Over(SettingsLayers.Defaults, file), Path.GetTempPath(), file);

        Assert.Equal(error, reading is SettingsReading.Refused refused ? Assert.Single(refused.Errors) : null);
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once()
    {
        var errors = Errors("Urls=http://0.0.0.0:1", "MicrosoftAppPassword=some", "Tenant=", "Programme:Contacts=", "Programme:ErasureDays=0", "Programme:Coordinators:0=nobody");

        Assert.Equal(
            ["Urls", "MicrosoftAppPassword", "Tenant", "Programme:Contacts", "Programme:ErasureDays", "Programme:Coordinators"],
            errors.Select(error => error[..error.IndexOf(": ", StringComparison.Ordinal)]));
    }

    [Fact]
    public void Nothing_configured_at_all_is_a_list_of_what_to_configure()
    {
        var refused = Assert.IsType<SettingsReading.Refused>(SettingsReader.Read(new ConfigurationBuilder().Build(), Path.GetTempPath()));

        Assert.Equal(
            [
                "Urls", "Tenant", "Programme:Organisation", "Programme:Contacts", "Programme:Contact", "Programme:Safeguarding", "Programme:ErasureDays",
                "Programme:Offers:ReviewWorkingDays", "Programme:Offers:TryOutErasureDays", "Programme:Offers:TryOutReminderDays", "Programme:Offers:DraftDays",
                "Programme:Matching:ReleaseWorkingDays", "Programme:Matching:LookAgainWorkingDays", "Programme:Matching:ChooseWorkingDays", "Programme:Matching:AnswerWorkingDays",
                "Programme:Matching:ReminderWorkingDays", "Programme:Matching:PutAsideDays", "Programme:Matching:DraftDays",
                "Programme:Matching:SilencesUntilRest",
                "Programme:Themes", "Programme:Coordinators",
            ],
            refused.Errors.Select(error => error[..error.IndexOf(": ", StringComparison.Ordinal)]));
    }

    [Fact]
    public void More_than_ten_themes_are_too_many()
    {
        var themes = Enumerable.Range(8, 3).SelectMany(at => new[] { $"Programme:Themes:{at}:Id=theme-{at}", $"Programme:Themes:{at}:Name=Theme {at}" });

        Assert.Equal(["Programme:Themes: name one to 10."], Errors([.. themes]));
    }

    [Fact]
    public void What_is_wrong_in_the_people_file_is_said_line_by_line_among_the_rest()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "id,name,mail,title,department,manager,worksWith,timeZone,workingHours,languages\nnoor,Noor,noor@example.com,T,D,,,Nowhere/Land,09:00-17:00,en\n", Encoding.UTF8);

            var errors = Errors($"Directory:People={file}", "Tenant=");

            Assert.Contains(errors, error => error.StartsWith("Directory:People: ", StringComparison.Ordinal) && error.Contains("Nowhere/Land", StringComparison.Ordinal) && error.Contains('2', StringComparison.Ordinal));
            Assert.Contains("Tenant: must not be empty.", errors);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string[] Errors(params string[] otherwise) => [.. Assert.IsType<SettingsReading.Refused>(TestTown.Read(otherwise)).Errors];
}
