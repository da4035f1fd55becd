using System.Globalization;
using MentorBot.Flows.Turns;
using MentorBot.Hosting;
using MentorBot.Packing;
using MentorBot.Storage.Rows;
using MentorBot.Testing.Rows;
using MentorBot.Testing.Towns;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json.Linq;
using NodaTime;

namespace MentorBot.Tests.Packing;

/// <summary>What Teams offers to type is what the bot understands.</summary>
public sealed class CommandWordTests
{
    /// <summary>Understood, not in the list that "help" shows, and offered by Teams all the same: nobody should have to search for these.</summary>
    private static readonly string[] NotInTheList = ["quiet", "forget me"];

    [Theory]
    [InlineData("en")]
    [InlineData("nl")]
    public async Task The_commands_are_the_words_for_everybody(string language)
    {
        var folder = Directory.CreateTempSubdirectory("words-");
        try
        {
            await using var app = BotHost.Build(
                TestTown.Settings($"Data:Folder={folder.FullName}"), SystemClock.Instance, worksInBackground: false,
                builder => builder.Services.AddSingleton<IRowStore>(new MemoryRowStore()));
            Reader.Speak(CultureInfo.GetCultureInfo(language));
            var words = app.Services.GetRequiredService<Routes>().Words.Where(word => !word.ForCoordinators).ToList();
            var titles = Titles(language).ToList();

            Assert.All(titles, title => Assert.Equal(title, WordFinder.Find(title, words)?.Spellings().First()));
            Assert.Equal(
                words.Where(word => word.Help is not null).Select(word => word.Spellings().First()).Concat(NotInTheList).Order(StringComparer.Ordinal),
                titles.Order(StringComparer.Ordinal));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>As somebody with this language reads them: from its file where that says so, else from the manifest.</summary>
    private static IEnumerable<string> Titles(string language)
    {
        var file = Path.Combine(TeamsPackage.OwnFolder, $"{language}.json");
        var translated = File.Exists(file) ? JObject.Parse(File.ReadAllText(file)) : [];
        return JObject.Parse(File.ReadAllText(Path.Combine(TeamsPackage.OwnFolder, "manifest.json")))
            .SelectTokens("bots[0].commandLists[*].commands[*].title")
            .Select(title => (string)(translated[title.Path] ?? title)!);
    }
}
