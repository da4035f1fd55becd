using System.Reflection;
using MentorBot.Flows.Turns;

namespace MentorBot.Flows.Tests.Cards;

/// <summary>Buttons and their handlers: neither without the other.</summary>
public sealed class ActionTests
{
    private const string VersionedId = @"^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*\.v[1-9][0-9]*$";

    [Fact]
    public void A_button_on_a_card_has_a_handler_of_its_kind()
    {
        using var room = new FlowRoom();
        var unhandled =
            from card in EveryCard.All
            from action in card.Value.Actions
            let handlers = card.Value.IsForm ? room.Routes.Submissions : action.OpensForm ? room.Routes.Forms : room.Routes.Presses
            where !handlers.ContainsKey(action.Id)
            select $"{card.Key}: {action}";

        Assert.Empty(unhandled);
    }

    [Fact]
    public void A_handler_has_a_button_on_some_card()
    {
        using var room = new FlowRoom();
        var ids = EveryCard.All.Values.SelectMany(card => card.Actions).Select(action => action.Id);

        Assert.Empty(room.Routes.Presses.Keys.Concat(room.Routes.Forms.Keys).Concat(room.Routes.Submissions.Keys).Except(ids));
    }

    [Fact]
    public void An_action_id_is_a_constant_used_once_with_a_version()
    {
        using var room = new FlowRoom();
        var constants = typeof(Routes).Assembly.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static))
            .Where(field => field.IsLiteral && field.FieldType == typeof(string))
            .Select(field => (string)field.GetRawConstantValue()!)
            .ToList();
        var ids = room.Routes.Presses.Keys.Concat(room.Routes.Forms.Keys).Concat(room.Routes.Submissions.Keys).ToList();

        Assert.All(ids, id => Assert.Matches(VersionedId, id));
        Assert.All(ids, id => Assert.Single(constants, constant => constant == id));
        Assert.Distinct(ids);
    }

    [Fact]
    public void No_two_flows_take_one_action_id()
    {
        var error = Assert.Throws<InvalidOperationException>(() => new Routes([new Twice()]));

        Assert.Equal("The action id one.thing.v1 is taken.", error.Message);
    }

    private sealed class Twice : IFlow
    {
        public void Map(Routes routes)
        {
            routes.Press("one.thing.v1", (_, _, _) => Task.FromResult<Answer>(new Answer.Closes()));
            routes.Submit("one.thing.v1", (_, _, _) => Task.FromResult<Answer>(new Answer.Closes()));
        }
    }
}
