using System.Globalization;
using MentorBot.Flows.Turns;
using MentorBot.Testing.Towns;
using Microsoft.Extensions.DependencyInjection;

namespace MentorBot.EndToEnd;

/// <summary>Words come in the language of whoever reads them, to the end of the turn.</summary>
public sealed class LanguageTests
{
    [Fact]
    public async Task A_flow_speaks_the_language_of_the_client_that_asked()
    {
        await using var town = await TestTown.Start(change: builder => builder.Services.AddSingleton<IFlow, Linguist>());
        var ana = town.Person("Ana");
        await ana.Installs();

        var question = ana.Blank("message");
        question["text"] = "which language is this";
        question["locale"] = "nl-NL";
        await ana.SendsRaw(question);

        ana.Sees("nl-NL, nl-NL, zondag");
        await town.Settles();
    }

    [Fact]
    public async Task Where_a_client_names_no_language_the_last_one_known_is_spoken()
    {
        await using var town = await TestTown.Start(change: builder => builder.Services.AddSingleton<IFlow, Linguist>());
        var ana = town.Person("Ana");
        await ana.Installs();
        foreach (var locale in new[] { "nl-NL", null })
        {
            var question = ana.Blank("message");
            question["text"] = "which language is this";
            question["locale"] = locale;
            await ana.SendsRaw(question);
        }

        Assert.Equal(2, ana.Chat.Count(entry => entry.Text == "nl-NL, nl-NL, zondag"));
        await town.Settles();
    }

    private sealed class Linguist : IFlow
    {
        public void Map(Routes routes) => routes.Type(new Word(
            () => ["which language is this"],
            null,
            async (turn, _) =>
            {
                await Task.Yield();
                return new Answer.Says($"{CultureInfo.CurrentCulture}, {CultureInfo.CurrentUICulture}, {turn.Reader.Culture.DateTimeFormat.DayNames[0]}");
            }));
    }
}
