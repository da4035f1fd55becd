using System.Collections.Immutable;
using AdaptiveCards;
using MentorBot.Domain;
using MentorBot.Domain.Directory;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Turns;
using MentorBot.Testing.Cards;
using Newtonsoft.Json.Linq;
using static MentorBot.Flows.Tests.FlowRoom;

namespace MentorBot.Flows.Tests.Cards;

/// <summary>What a form with a picker shows, and what is made of what it brings.</summary>
public sealed class PeoplePickerTests : IDisposable
{
    private const string Chidi = "chidi.obi";
    private const string Kim = "kim.nguyen";

    private readonly FlowRoom room = new();

    public PeoplePickerTests() => Reader.Speak(ReaderOf(Ana).Culture);

    public void Dispose() => room.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_form_with_pickers_keeps_to_the_schema_and_to_the_rules_of_the_house(bool several)
    {
        foreach (var picked in new[] { Picked.Nobody, await room.Get<PeoplePicker>().Of([new(Kim)], default), await Read(several, typed: "j"), await Read(several, typed: "Nobody Atall") })
        {
            var card = CardAttachment.Json(Card.Of(
                null, [.. PeoplePicker.Input("who", "Who is it?", "Only you see this.", picked, several), .. PeoplePicker.Input("rather-not", "Who not?", null, picked, several)], Card.Submit("Send", "a.b.v1")));

            Assert.Empty(CardSchema.Check(card));
            Assert.Empty(CardLint.Check(card, inForm: true));
        }
    }

    [Fact]
    public async Task The_list_asks_the_directory_and_shows_who_was_chosen_before()
    {
        var list = List(await room.Get<PeoplePicker>().Of([new(Kim), new("left.long-ago")], default), several: true);

        Assert.Equal("filtered", (string?)list["style"]);
        Assert.True(JToken.DeepEquals(new JObject { ["type"] = "Data.Query", ["dataset"] = "people" }, list["choices.data"]));
        Assert.Equal(Kim, (string?)list["value"]);
        Assert.Equal("Kim Nguyen — Product Designer, Engineering", (string?)Assert.Single(list["choices"]!)["title"]);
    }

    [Fact]
    public async Task Who_is_picked_is_taken()
    {
        var picked = await Read(several: false, Chidi);

        Assert.Equal([Chidi], Ids(picked.People));
        Assert.Null(picked.Wrong);
    }

    [Fact]
    public async Task Of_several_each_is_taken_once_in_the_order_picked() => Assert.Equal([Kim, Chidi], Ids((await Read(several: true, $"{Kim},{Chidi}, {Kim},")).People));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(",,")]
    [InlineData("nobody.at.all")]
    [InlineData("CHIDI.OBI")]
    [InlineData("Chidi Obi")]
    [InlineData("../people.csv")]
    [InlineData("chidi.obi\u0000")]
    [InlineData("名前")]
    [InlineData("ana.lima")]
    public async Task What_is_no_id_of_somebody_else_is_left_out(string? value)
    {
        var picked = await Read(several: true, value);

        Assert.Empty(picked.People);
        Assert.Null(picked.Wrong);
    }

    [Fact]
    public async Task Two_where_one_is_asked_for_come_back_to_choose_from()
    {
        var picked = await Read(several: false, $"{Kim},{Chidi}");

        Assert.Empty(picked.People);
        Assert.Equal([Kim, Chidi], Ids(picked.ToChooseFrom));
        Assert.Equal("Please choose one person.", picked.Wrong);
    }

    [Theory]
    [InlineData(" obi CHI ")]
    [InlineData("Chidi Obi")]
    [InlineData("Chidi\u0001Obi")]
    public async Task A_typed_name_of_one_person_is_taken(string typed)
    {
        var picked = await Read(several: false, typed: typed);

        Assert.Equal([Chidi], Ids(picked.People));
        Assert.Null(picked.Unfound);
        Assert.Null(picked.Wrong);
    }

    [Fact]
    public async Task A_typed_name_adds_to_those_picked() => Assert.Equal([Kim, Chidi, "noor.deboer"], Ids((await Read(several: true, Kim, "chidi obi; noor, kim")).People));

    [Fact]
    public async Task Another_name_typed_beside_the_one_picked_is_asked_about()
    {
        var picked = await Read(several: false, Kim, "chidi");

        Assert.Empty(picked.People);
        Assert.Equal([Kim, Chidi], Ids(picked.ToChooseFrom));
        Assert.Equal([Kim], Ids((await Read(several: false, Kim, "kim")).People));
    }

    [Fact]
    public async Task A_name_of_several_brings_back_a_plain_list_of_them_with_those_picked_still_chosen()
    {
        var picked = await Read(several: true, Kim, "johnson");
        var list = List(picked, several: true);

        Assert.Equal("More than one person goes by that name. Please choose, or type more of it.", picked.Wrong);
        Assert.Equal([Kim, "ayo.johnson", "river.johnson"], list["choices"]!.Select(choice => (string?)choice["value"]));
        Assert.Equal((Kim, "expanded"), ((string?)list["value"], (string?)list["style"]));
        Assert.Null(list["choices.data"]);
        Assert.Null(Typed(picked)["value"]);
    }

    [Fact]
    public async Task The_one_chosen_of_those_settles_it() => Assert.Equal(["ayo.johnson"], Ids((await Read(several: false, "ayo.johnson")).People));

    [Fact]
    public async Task A_name_of_many_brings_back_a_few() => Assert.Equal(8, (await Read(several: false, typed: "a")).ToChooseFrom.Length);

    [Fact]
    public async Task A_name_of_nobody_comes_back_to_be_put_right_and_what_was_found_is_kept()
    {
        var picked = await Read(several: true, Kim, "Chido Obi, noor, Wim");

        Assert.Equal([Kim, "noor.deboer"], Ids(picked.People));
        Assert.Equal("I can't find anybody by that name. Please check how it is written.", picked.Wrong);
        Assert.Equal("Chido Obi, Wim", (string?)Typed(picked, several: true)["value"]);
        Assert.DoesNotContain("Chido", picked.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ones_own_name_picks_nobody()
    {
        var picked = await Read(several: false, typed: "ana lima");

        Assert.Empty(picked.People);
        Assert.Equal("That is you. Please choose the person you have in mind.", picked.Wrong);
    }

    [Fact]
    public async Task A_page_in_the_place_of_a_name_comes_back_whole()
    {
        var page = new string('x', 50_000);
        var picked = await Read(several: true, Kim, page);

        Assert.Equal([Kim], Ids(picked.People));
        Assert.Equal("Please keep this under 200 characters. Your text is still here.", picked.Wrong);
        Assert.Equal(page, (string?)Typed(picked)["value"]);
    }

    [Fact]
    public async Task More_people_than_there_is_room_for_are_not_dropped_in_silence()
    {
        var directory = (Adapters.Embedded.CsvDirectory)room.Get<IDirectory>();
        var everybody = directory.People.Select(person => person.Id.Value).Where(id => id != Ana.Value).ToList();

        Assert.Null((await Read(several: true, string.Join(',', everybody.Take(10)))).Wrong);
        foreach (var picked in new[] { await Read(several: true, string.Join(',', everybody)), await Read(several: true, string.Join(',', everybody.Take(10)), "taylor brooks") })
            Assert.Equal((10, "Please choose at most 10 people."), (picked.People.Length, picked.Wrong));
    }

    private static IEnumerable<string> Ids(ImmutableArray<Person> people) => people.Select(person => person.Id.Value);

    private static JObject List(Picked picked, bool several = false) => Inputs(picked, several)[0];

    private static JObject Typed(Picked picked, bool several = false) => Inputs(picked, several)[1];

    private static List<JObject> Inputs(Picked picked, bool several) =>
    [
        .. CardAttachment.Json(Card.Of(null, PeoplePicker.Input("who", "Who is it?", null, picked, several)))["body"]!.OfType<JObject>()
            .Where(element => ((string?)element["type"])!.StartsWith("Input.", StringComparison.Ordinal)),
    ];

    private Task<Picked> Read(bool several, string? picked = null, string? typed = null)
    {
        var data = new JObject();
        if (picked is not null)
            data["who"] = picked;
        if (typed is not null)
            data[PeoplePicker.TypedIn("who")] = typed;
        return room.Get<PeoplePicker>().Read(new Submission(data), "who", Ana, several, default);
    }
}
