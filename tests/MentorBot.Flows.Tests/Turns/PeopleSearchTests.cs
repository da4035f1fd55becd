using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.Directory;
using MentorBot.Flows.Turns;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using static MentorBot.Flows.Tests.FlowRoom;

namespace MentorBot.Flows.Tests.Turns;

/// <summary>What a list hears that asks who there is to choose: people, or nobody, and never an error.</summary>
public sealed class PeopleSearchTests : IDisposable
{
    private readonly FlowRoom room = new();

    public void Dispose() => room.Dispose();

    [Fact]
    public async Task People_are_found_by_name_and_told_apart_by_what_they_do()
    {
        var (title, value) = Assert.Single(await Found(Question("chi")));

        Assert.Equal(("Chidi Obi — Financial Analyst, Finance and Operations", "chidi.obi"), (title, value));
    }

    [Fact]
    public async Task Who_types_is_not_among_them()
    {
        Assert.Equal(["ananya.das"], (await Found(Question("ana"))).Select(found => found.Value));
        Assert.Equal(["ana.lima"], (await Found(Question("ana li"), Noor)).Select(found => found.Value));
    }

    [Theory]
    [InlineData("3", 3)]
    [InlineData("15", 15)]
    [InlineData("0", 15)]
    [InlineData("-1", 15)]
    [InlineData("16", 15)]
    [InlineData("99999999999999999999999", 15)]
    [InlineData("\"3\"", 15)]
    [InlineData("null", 15)]
    [InlineData("[3]", 15)]
    public async Task As_many_come_as_the_list_shows(string top, int expected)
    {
        var question = Question("a");
        question["queryOptions"]!["top"] = JToken.Parse(top);

        var found = await new PeopleSearch(new Namesakes()).Find(new Arrival.Welcome(room.TurnOf(Ana)), question, default);

        Assert.Equal(expected, found.Length);
        Assert.DoesNotContain(found, person => person.Id == Ana);
    }

    [Fact]
    public async Task There_is_one_page()
    {
        var question = Question("a");
        question["queryOptions"]!["skip"] = 15;

        Assert.Empty(await Found(question));
    }

    [Theory]
    [InlineData("queryText")]
    [InlineData("dataset")]
    [InlineData("queryOptions")]
    [InlineData("kind")]
    public async Task A_question_of_any_shape_is_answered(string part)
    {
        foreach (var value in new JToken?[] { null, JValue.CreateNull(), 7, true, new JArray("chi"), new JObject { ["top"] = 1 }, "people?x=1", "People", "graph.microsoft.com/users", "2026-03-02T00:00:00Z" })
        {
            var question = Question("chi");
            question[part] = value;

            Assert.Equal(part is "queryOptions" or "kind" ? 1 : 0, (await Found(question)).Count);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("zzz")]
    [InlineData("a\u0000\u0001\u007f\u0085zz")]
    [InlineData("\ud83d")]
    [InlineData("\ufffe\u202e")]
    [InlineData("chidi.obi@example.com")]
    [InlineData("financial analyst")]
    [InlineData("50 KB")]
    public async Task What_names_nobody_finds_nobody(string text) => Assert.Empty(await Found(Question(text == "50 KB" ? new string('a', 50 * 1024) : text)));

    [Fact]
    public async Task Without_a_question_nobody_is_found()
    {
        foreach (var value in new object?[] { null, "people", 7, new JArray(Question("chi")), new JObject() })
            Assert.Empty(await Found(value));
    }

    [Fact]
    public async Task Whom_we_do_not_talk_with_finds_nobody()
    {
        Assert.Empty(await Found(Question("chi"), new("nobody.at.all")));
        Assert.Empty(await Found(Question("chi"), bend: activity => activity.From.AadObjectId = null));
        Assert.Empty(await Found(Question("chi"), bend: activity => activity.Conversation.ConversationType = "groupChat"));
    }

    [Fact]
    public async Task When_something_breaks_nobody_is_found()
    {
        room.Profiles.Problem = new IOException("inside");

        Assert.Empty(await Found(Question("chi")));
    }

    private static JObject Question(string text) => new()
    {
        ["kind"] = "search",
        ["queryText"] = text,
        ["queryOptions"] = new JObject { ["skip"] = 0, ["top"] = 15 },
        ["dataset"] = "people",
    };

    private async Task<List<(string Title, string Value)>> Found(object? question, PersonId? who = null, Action<Activity>? bend = null)
    {
        var activity = ActivityOf(who ?? Ana, ActivityTypes.Invoke);
        (activity.Name, activity.Value) = ("application/search", question!);
        bend?.Invoke(activity);
        room.Chat.Sent.Clear();

        await room.Receive(activity);

        var answer = (InvokeResponse)Assert.Single(room.Chat.Sent).Value;
        var body = Assert.IsType<AdaptiveCardInvokeResponse>(answer.Body);
        Assert.Equal((200, 200, "application/vnd.microsoft.search.searchResponse"), (answer.Status, body.StatusCode, body.Type));
        return [.. ((JObject)body.Value)["results"]!.Select(result => ((string)result["title"]!, (string)result["value"]!))];
    }

    /// <summary>An organisation in which everybody has one name.</summary>
    private sealed class Namesakes : IDirectory
    {
        public Task<Person?> Find(PersonId id, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Person?> FindByMail(string mail, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<ImmutableArray<Person>> Search(string text, int most, CancellationToken cancellationToken) =>
            Task.FromResult<ImmutableArray<Person>>([.. Enumerable.Range(0, most).Select(at => PersonOf(Ana) with { Id = at == 1 ? Ana : new($"p{at}") })]);

        public Task<ImmutableArray<PersonId>> LineAbove(PersonId id, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
