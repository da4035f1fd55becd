using MentorBot.Flows.Cards;
using MentorBot.Flows.Turns;
using MentorBot.Rehearsal;
using MentorBot.Testing.Towns;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json.Linq;

namespace MentorBot.EndToEnd;

/// <summary>People are picked in a form, by searching while one types or by a name that is looked up when the form is sent.</summary>
public sealed class PickingTests
{
    [Fact]
    public async Task Who_is_searched_and_chosen_is_picked()
    {
        await using var town = await Kim();
        var form = await Form(town);

        Assert.Equal(["Chidi Obi — Financial Analyst, Finance and Operations"], await form.Searches("Who?", "obi ch"));
        Assert.Equal(["Ayo Johnson — Customer Care Specialist, Customer Care", "River Johnson — Knowledge Editor, Customer Care"], await form.Searches("Who?", "johnson"));
        Assert.Empty(await form.Searches("Who?", "kim"));
        await form.Fill("Who?", "River Johnson", "Chidi Obi").Submit("Send");

        town.Person("Kim").Sees("Picked: river.johnson chidi.obi");
        await town.Settles();
    }

    [Fact]
    public async Task Where_a_client_cannot_search_a_name_is_typed_and_one_of_those_found_is_chosen()
    {
        await using var town = await Kim();
        town.Person("Kim").Client = Client.Old;
        var form = await Form(town);
        await Assert.ThrowsAsync<RehearsalException>(() => form.Searches("Who?", "johnson"));

        var back = (await form.Fill("Who? (or type", "Lindqvist, johnson").Submit("Send")).Form;
        back.Shows("More than one person goes by that name").DoesNotShow("Lindqvist, johnson");
        await back.Fill("Who?", "Åse Lindqvist", "Ayo Johnson").Submit("Send");

        town.Person("Kim").Sees("Picked: ase.lindqvist ayo.johnson");
        await town.Settles();
    }

    [Fact]
    public async Task A_stranger_learns_nobodys_name()
    {
        await using var town = await Kim();
        var kim = town.Person("Kim");
        await kim.Searches("people", "chidi");
        var search = (JObject)kim.LastActivity!.DeepClone();

        search["from"]!["aadObjectId"] = "nobody.at.all";
        Assert.Equal(0, (await kim.Resends(search)).Body?.SelectToken("value.results")?.Count());

        foreach (var path in new[] { "conversation.tenantId", "channelData.tenant.id" })
        {
            var foreign = (JObject)kim.LastActivity!.DeepClone();
            foreign["from"]!["aadObjectId"] = "kim.nguyen";
            foreign.SelectToken(path)!.Replace("another-tenant");
            var answer = await kim.Resends(foreign);
            Assert.Equal((401, null), (answer.Status, answer.Body));
            town.Expected("answered application/search with HTTP 401");
        }

        await town.Settles();
    }

    private static async Task<Town> Kim()
    {
        var town = await TestTown.Start(change: builder => builder.Services.AddSingleton<IFlow, Picking>());
        await town.Person("Kim").Installs();
        await town.Settles();
        return town;
    }

    private static async Task<SeenForm> Form(Town town)
    {
        await town.Person("Kim").Says("pick people");
        return await town.Person("Kim").Sees("Before you pick").Opens("Open");
    }

    private sealed class Picking(PeoplePicker picker) : IFlow
    {
        private const string Open = "picking.form.v1";
        private const string Send = "picking.send.v1";

        public void Map(Routes routes)
        {
            routes.Type(Word.Of(() => "pick people", () => "pick people", (_, _) => Task.FromResult<Answer>(new Answer.Posts(Card.Of("Before you pick", [], Card.Open("Open", Open))))));
            routes.Form(Open, (_, _, _) => Task.FromResult<Answer>(new Answer.Opens(Ask(Picked.Nobody))));
            routes.Submit(Send, async (turn, submission, token) =>
            {
                var picked = await picker.Read(submission, "who", turn.Actor.Person, several: true, token);
                return picked.Wrong is null
                    ? new Answer.Posts(Card.Line($"Picked: {string.Join(' ', picked.Ids)}"))
                    : new Answer.Opens(Ask(picked));
            });
        }

        private static Form Ask(Picked picked) => new("Whom?", Card.Of(null, PeoplePicker.Input("who", "Who?", null, picked, several: true), Card.Submit("Send", Send)));
    }
}
