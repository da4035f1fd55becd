using Azure.Core;
using MentorBot.Adapters.Graph;
using MentorBot.Domain;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Scheduling;
using MentorBot.Hosting;
using MentorBot.Testing.Graph;
using MentorBot.Testing.Time;
using MentorBot.Testing.Towns;
using Microsoft.Extensions.DependencyInjection;

namespace MentorBot.Tests.Hosting;

/// <summary>By configuration alone people and calendars are those of Microsoft Graph.</summary>
public sealed class GraphServicesTests
{
    [Fact]
    public async Task People_and_calendars_come_from_Graph_where_the_settings_say_so()
    {
        await using var graph = await LocalGraph.Start();
        graph.Add(new LocalUser("ana") { DisplayName = "Ana Lima" });
        var folder = Directory.CreateTempSubdirectory("graph-");
        try
        {
            var settings = TestTown.Settings(
                "MicrosoftAppType=UserAssignedMSI", "MicrosoftAppId=11111111-2222-3333-4444-555555555555", "Tenant=99999999-2222-3333-4444-555555555555",
                "PublicAddress=https://mentoring.example.org", "Directory:Kind=Graph", "Calendars:Kind=Graph", $"Graph:Address={graph.Root}", $"Data:Folder={folder.FullName}");
            await using var app = BotHost.Build(
                settings, new TestClock(), worksInBackground: false, builder => builder.Services.AddSingleton(DelegatedTokenCredential.Create((_, _) => new AccessToken(LocalGraph.Token, DateTimeOffset.MaxValue))));

            var directory = app.Services.GetRequiredService<IDirectory>();
            Assert.IsType<GraphDirectory>(directory);
            Assert.IsType<GraphCalendars>(app.Services.GetRequiredService<ICalendars>());
            Assert.Equal("Ana Lima", (await directory.Find(new PersonId("ana"), default))?.Name);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        Assert.Empty(graph.Complaints);
    }
}
