using MentorBot.Settings;
using MentorBot.Testing.Towns;

namespace MentorBot.EndToEnd.BadInput;

/// <summary>A people.csv that cannot be right keeps the bot from starting, and says which setting, which line and why.</summary>
public sealed class PeopleFileAtStartTests : IDisposable
{
    private const string Header = "id,name,mail,title,department,manager,worksWith,timeZone,workingHours,languages";
    private const string Noor = "noor.deboer,Noor de Boer,noor@example.com,Coordinator,People,,,Europe/Amsterdam,09:00-17:00,nl";
    private const string Sam = "sam.whitaker,Sam Whitaker,sam@example.com,Partner,People,noor.deboer,,America/New_York,09:00-17:00,en";

    private readonly string path = Path.Combine(Directory.CreateTempSubdirectory("people").FullName, "people.csv");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);

    [Fact]
    public void Managers_who_go_round_in_a_circle() => Refused(
        "people.csv line 4: the managers go round in a circle: a → b → c → a",
        Header, Noor, Sam, Person("a", "b"), Person("b", "c"), Person("c", "a"));

    [Fact]
    public void A_time_zone_that_nobody_knows() => Refused(
        "people.csv line 4: the time zone \"Europe/Atlantis\" is not known",
        Header, Noor, Sam, Person("a", zone: "Europe/Atlantis"));

    [Fact]
    public void A_column_that_is_missing() => Refused(
        "people.csv line 1: the header lacks workingHours",
        Header.Replace("workingHours,", "", StringComparison.Ordinal), "a,A,a@example.com,T,D,,,Etc/UTC,en");

    [Fact]
    public void No_file_at_all() => Refused("people.csv: there is no such file");

    [Fact]
    public void A_coordinator_who_is_not_in_it()
    {
        Write(Header, Noor);

        Assert.Contains(
            Assert.IsType<SettingsReading.Refused>(Read()).Errors,
            error => error == "Programme:Deputies: the directory knows nobody with the id \"sam.whitaker\".");
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once()
    {
        Write(Header, Noor, Sam, Person("a", zone: "Mars/Phobos"), Person("b", manager: "nobody"), Person("b"));

        var errors = Assert.IsType<SettingsReading.Refused>(Read()).Errors;

        Assert.All(["line 4", "line 5", "line 6"], line => Assert.Contains(errors, error => error.Contains(line, StringComparison.Ordinal)));
    }

    [Fact]
    public void Ten_thousand_people_are_read()
    {
        Write([Header, Noor, Sam, .. Enumerable.Range(0, 10_000 - 2).Select(number => Person($"p{number}", number == 0 ? "noor.deboer" : $"p{(number - 1) / 8}"))]);

        Assert.Equal(10_000, Assert.IsType<SettingsReading.Good>(Read()).Settings.Directory.People.Length);
    }

    private static string Person(string id, string manager = "", string zone = "Etc/UTC") => $"{id},Name of {id},{id}@example.com,Engineer,Engineering,{manager},,{zone},09:00-17:00,en";

    private SettingsReading Read() => TestTown.Read($"Directory:People={path}");

    private void Write(params string[] lines) => File.WriteAllLines(path, lines);

    private void Refused(string why, params string[] lines)
    {
        if (lines.Length > 0)
            Write(lines);

        var errors = Assert.IsType<SettingsReading.Refused>(Read()).Errors;

        Assert.Contains(errors, error => error.StartsWith($"Directory:People: {why}", StringComparison.Ordinal));
    }
}
