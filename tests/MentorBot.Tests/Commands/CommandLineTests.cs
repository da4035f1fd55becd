using MentorBot.Commands;

namespace MentorBot.Tests.Commands;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("")]
    [InlineData("--urls http://127.0.0.1:5000 --Data:Folder=x")]
    [InlineData("--Programme:Coordinators:0 ana.lima --programme:themes:3:name Craft")]
    [InlineData("--Programme:Deputies=")]
    [InlineData("--Logging:LogLevel:Azure.Core Debug")]
    [InlineData("--MicrosoftAppPassword=--hush")]
    [InlineData("rehearse")]
    [InlineData("rehearse --as Ana --Storage azurite")]
    [InlineData("doctor --Storage:Kind Azure --Storage:ConnectionString UseDevelopmentStorage=true")]
    [InlineData("roster")]
    [InlineData("roster people.csv --apply --Data:Folder x")]
    [InlineData("keys")]
    [InlineData("keys bury erased.txt --Data:Folder x")]
    public void What_is_meant_is_carried_out(string typed) => Assert.Null(CommandLine.Complaint(Typed(typed)));

    [Theory]
    [InlineData("dance", "does not know the command \"dance\"")]
    [InlineData("Doctor", "does not know the command \"Doctor\"")]
    [InlineData("-v", "does not know the command \"-v\"")]
    [InlineData("doctor now", "MentorBot doctor does not understand \"now\".")]
    [InlineData("rehearse Ana", "MentorBot rehearse does not understand \"Ana\".")]
    [InlineData("roster people.csv more.csv", "MentorBot roster does not understand \"more.csv\".")]
    [InlineData("roster --apply people.csv", "does not understand \"people.csv\" there")]
    [InlineData("--Data:Folder x y", "does not understand \"y\" there")]
    [InlineData("--Data:Folder x Tenant=y", "does not understand \"Tenant=y\" there")]
    [InlineData("--", "does not know the option \"--\"")]
    [InlineData("--Tenat x", "\"--Tenat\". Did you mean --Tenant?")]
    [InlineData("--Programm:Organisation=x", "\"--Programm:Organisation\". Did you mean --Programme:Organisation?")]
    [InlineData("--Programme:Coordinator:0 x", "Did you mean --Programme:Coordinators:0?")]
    [InlineData("--hlep", "Did you mean --help?")]
    [InlineData("rehearse --storag azurite", "Did you mean --storage?")]
    [InlineData("--as Ana", "does not know the option \"--as\"")]
    [InlineData("--apply", "does not know the option \"--apply\"")]
    [InlineData("--PATH x", "does not know the option \"--PATH\"")]
    [InlineData("--Urls", "Say what --Urls is to be")]
    [InlineData("rehearse --as", "Say what --as is to be")]
    [InlineData("--Urls --Tenant x", "Say what --Urls is to be")]
    public void What_nobody_would_look_at_is_refused(string typed, string complaint) => Assert.Contains(complaint, CommandLine.Complaint(Typed(typed)), StringComparison.Ordinal);

    private static string[] Typed(string typed) => typed.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
