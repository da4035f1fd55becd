using MentorBot.Rehearsal;
using MentorBot.Rehearsal.Stories;
using MentorBot.Storage.Rows;
using MentorBot.Testing.Rows;
using MentorBot.Testing.Towns;
using Microsoft.Extensions.DependencyInjection;

namespace MentorBot.EndToEnd.BadInput;

/// <summary>Those who ask, who are asked and who look after it, at the same moment: both have read how things stand before either changes them.</summary>
public sealed class MatchingRacesTests
{
    private const string Theme = "Finding my way here";

    private readonly Together together = new(partition => partition.Table == Table.Matching);

    [Fact]
    public async Task Of_two_who_choose_the_last_place_at_once_one_gets_it_and_the_other_is_told_and_keeps_their_others()
    {
        await using var town = await Town("Chidi", "Ana");
        var (ben, eva, ana, chidi) = (town.Person("Ben"), town.Person("Eva"), town.Person("Ana"), town.Person("Chidi"));
        await AreShown(town, ben, eva);
        var (one, other) = (ben.Sees("you could talk with"), eva.Sees("you could talk with"));
        together.Begins();

        var seen = await Task.WhenAll(one.Press("Ask Ana"), other.Press("Ask Ana"));

        Assert.True(together.Happened);
        await town.Settles();
        var winner = Assert.Single([ben, eva], person => Shows(person, "I'm asking Ana Lima"));
        var second = winner == ben ? eva : ben;
        Assert.Single(seen, each => each.IsShowing("Ana Lima isn't available for this; I say so in the same words whatever the cause."));
        ana.Sees($"{winner.Name} would like to talk with you");
        ana.DoesNotSee(second.Name);
        await new Staging(town).Chooses(second, chidi);
    }

    [Fact]
    public async Task A_yes_while_it_is_withdrawn_ends_in_one_of_the_two_for_both()
    {
        await using var town = await Town("Ana");
        var (ben, ana) = (town.Person("Ben"), town.Person("Ana"));
        await AreShown(town, ben);
        await new Staging(town).Chooses(ben, ana);
        var form = await ben.Sees("I'm asking Ana Lima").Opens("Withdraw");
        var asked = ana.Sees("Ben Carter would like to talk with you");
        together.Begins();

        await Task.WhenAll(form.Submit("Withdraw"), asked.Press("Yes, at this time"));

        Assert.True(together.Happened);
        await town.Settles();
        if (Shows(ben, "Ana Lima said yes"))
        {
            ana.Sees("You and Ben Carter");
        }
        else
        {
            ben.Sees("This has been settled");
            ana.Sees("This has been settled");
            ana.DoesNotSee("You and Ben Carter");
        }
    }

    [Fact]
    public async Task A_yes_pressed_twice_at_once_begins_one_relationship()
    {
        await using var town = await Town("Ana");
        var (ben, ana) = (town.Person("Ben"), town.Person("Ana"));
        await AreShown(town, ben);
        await new Staging(town).Chooses(ben, ana);
        var asked = ana.Sees("Ben Carter would like to talk with you");
        together.Begins();

        var seen = await Task.WhenAll(asked.Press("Yes, at this time"), asked.OnAnOldScreen().Press("Yes, at this time"));

        Assert.True(together.Happened);
        await town.Settles();
        Assert.All(seen, each => each.Shows("You and Ben Carter"));
        Assert.Single(ben.Chat, entry => Contains(entry, "Ana Lima said yes"));
    }

    [Fact]
    public async Task Releasing_while_it_is_withdrawn_shows_nobody_to_anybody_who_withdrew()
    {
        await using var town = await Town("Ana");
        var ben = town.Person("Ben");
        var stage = new Staging(town);
        await stage.Asks(ben, Theme);
        var found = await stage.Found(ben);
        var form = await ben.Sees("I'm looking").Opens("Withdraw");
        together.Begins();

        await Task.WhenAll(form.Submit("Withdraw"), found.Press("Send this"));

        Assert.True(together.Happened);
        await town.Settles();
        ben.Sees("This has been settled");
        Assert.DoesNotContain(ben.Chat, entry => Contains(entry, "Ask Ana"));
    }

    [Fact]
    public async Task Releasing_what_was_withdrawn_before_says_that_it_is_settled()
    {
        await using var town = await Town("Ana");
        var ben = town.Person("Ben");
        var stage = new Staging(town);
        await stage.Asks(ben, Theme);
        var found = await stage.Found(ben);
        await stage.Then((await ben.Sees("I'm looking").Opens("Withdraw")).Submit("Withdraw"));

        var seen = await stage.Then(found.OnAnOldScreen().Press("Send this"));

        seen.Shows("This has been settled").DoesNotShow("Ben Carter");
        ben.DoesNotSee("you could talk with");
    }

    private static bool Shows(Resident person, string text) => person.Chat.Any(entry => Contains(entry, text));

    private static bool Contains(ChatEntry entry, string text) => entry.Card?.ToString().Contains(text, StringComparison.Ordinal) == true;

    private static async Task AreShown(Town town, params Resident[] people)
    {
        var stage = new Staging(town);
        foreach (var person in people)
            await stage.Asks(person, Theme);
        foreach (var person in people)
            await stage.Sends(person);
    }

    /// <summary>These mentor one person each; Ben and Eva have the bot.</summary>
    private async Task<Town> Town(params string[] mentors)
    {
        var town = await TestTown.Start(change: builder => builder.Services.AddSingleton<IRowStore>(new MemoryRowStore { BeforeTransact = together.Meets }));
        var stage = new Staging(town);
        await stage.Install([town.Person("Noor"), town.Person("Ben"), town.Person("Eva"), .. mentors.Select(town.Person)]);
        foreach (var mentor in mentors)
            await stage.BecomesMentor(town.Person(mentor), Theme);
        return town;
    }
}
