using Newtonsoft.Json.Linq;

namespace MentorBot.Rehearsal.Tests;

/// <summary>Towns for tests: Ana in Lisbon and Bo in Sydney, who have the bot unless said otherwise.</summary>
internal static class Neighbourhood
{
    public static readonly Townsperson Ana = new("ana-1", "Ana Lima", "Europe/Lisbon", "pt-PT");
    public static readonly Townsperson Bo = new("bo-2", "Bo Chen", "Australia/Sydney", "en-AU");

    public static async Task<Town> With(Script script, TownOptions? options = null, bool areInstalled = true)
    {
        var town = await Town.Start(FakeBot.Starting(script), [Ana, Bo], options);
        if (areInstalled)
            foreach (var resident in town.Residents)
                resident.HasTheBotAlready();
        return town;
    }

    /// <summary>Ana has typed, and looks at the card that came.</summary>
    public static async Task<(Town Town, Resident Ana, SeenCard Card)> Showing(JObject card, Func<JObject, JToken?>? answer = null, TownOptions? options = null)
    {
        var town = await With(Script.Replying(Script.Message(card), answer), options);
        var ana = town.Person("Ana");
        await ana.Says("hello");
        return (town, ana, ana.Sees(""));
    }

    /// <summary>Ana has opened the form.</summary>
    public static async Task<(Town Town, Resident Ana, SeenForm Form)> Opened(JObject form, Func<JObject, JToken?>? answer = null)
    {
        var (town, ana, card) = await Showing(
            Script.Card(Script.Words("Before you write"), Script.Buttons(Script.Opener("Open the form", "open"))),
            activity => (string?)activity["name"] == "task/fetch" ? Script.Form("A form", form) : answer?.Invoke(activity));
        return (town, ana, await card.Opens("Open the form"));
    }
}
