using Newtonsoft.Json.Linq;

namespace MentorBot.EndToEnd.BadInput;

/// <summary>Every button, pressed by the right person at the right moment, with something wrong in what it carries.</summary>
[Collection(AfterTheStory.Name)]
public sealed class WrongDataTests(PlayedStory story)
{
    public static TheoryData<string> Values => [.. BadData.Values.Keys];

    public static TheoryData<string> Wholes => [.. BadData.Whole.Keys];

    [Theory]
    [MemberData(nameof(Values))]
    public Task An_id_replaced_by(string value) => Everywhere(
        sighting => sighting.Ids.Select(id => BadData.With(sighting.Valid, [id], BadData.Values[value])));

    [Theory]
    [MemberData(nameof(Values))]
    public Task Every_input_replaced_by(string value) => Everywhere(
        sighting => sighting.Fields.Count == 0 ? [] : [BadData.With(sighting.Valid, sighting.Fields.Select(field => field.Id), BadData.Values[value])]);

    [Theory]
    [MemberData(nameof(Values))]
    public Task Every_input_but_the_first_replaced_by(string value) => Everywhere(
        sighting => sighting.Fields.Count < 2 ? [] : [BadData.With(sighting.Valid, sighting.Fields.Skip(1).Select(field => field.Id), BadData.Values[value])]);

    [Theory]
    [MemberData(nameof(Values))]
    public async Task The_name_of_the_action_replaced_by(string value) => Complaints.None(await story.Try(
        from sighting in story.PeopleAndActions
        from activity in sighting.Activities(BadData.With(sighting.Valid, ["action"], BadData.Values[value]))
        select new Trial(sighting, sighting.Then, activity, May.ChangeNothing)));

    [Theory]
    [MemberData(nameof(Wholes))]
    public async Task Everything_replaced_by(string value) => Complaints.None(await story.Try(
        from sighting in story.PeopleAndActions
        from activity in sighting.Activities(BadData.Whole[value])
        select new Trial(sighting, sighting.Then, activity, May.ChangeNothing)));

    [Fact]
    public async Task An_action_where_only_another_kind_belongs() => Complaints.None(await story.Try(
        from sighting in story.PeopleAndActions
        from other in Enum.GetValues<Kind>()
        where other != sighting.Kind
        select new Trial(sighting, sighting.Then, (sighting with { Kind = other }).Activity(sighting.Valid), May.ChangeNothing)));

    private async Task Everywhere(Func<Sighting, IEnumerable<JObject>> bend) => Complaints.None(await story.Try(
        from sighting in story.PeopleAndActions
        from bent in bend(sighting)
        from activity in sighting.Activities(bent)
        select new Trial(sighting, sighting.Then, activity, BadData.Allowed(sighting, bent))));
}
