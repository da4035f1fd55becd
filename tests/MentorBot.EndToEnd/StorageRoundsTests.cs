using MentorBot.Rehearsal;
using MentorBot.Rehearsal.Stories;
using MentorBot.Storage.Rows;
using MentorBot.Testing.Rows;
using MentorBot.Testing.Towns;
using Microsoft.AspNetCore.Builder;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace MentorBot.EndToEnd;

/// <summary>How often a press waits for storage: the profile, the reads together, the pointer, the transaction.</summary>
public sealed class StorageRoundsTests
{
    private const int MostRounds = 4;

    private RoundsRowStore rows = null!;

    [Fact]
    public async Task Confirming_an_offer_takes_four_rounds()
    {
        await using var town = await TestTown.Start(change: Counting);
        var (ana, noor) = (town.Person("Ana"), town.Person("Noor"));
        await Offers(town, ana, noor);
        await ana.Sees("One conversation to try it out").Press("We have talked");
        await town.Settles();
        rows.TakeRounds();

        await noor.Sees("Ana Lima offers to mentor").Press("Confirm");

        Assert.Equal(
            ["get People profile", "get People offer and range People seen-", "transact Due", "transact People"],
            rows.TakeRounds());
        await town.Settles();
    }

    [Theory]
    [InlineData("We have talked")]
    [InlineData("I have mentored before")]
    [InlineData("Take it back")]
    public async Task A_press_on_ones_own_card_takes_at_most_four_rounds(string button)
    {
        await using var town = await TestTown.Start(change: Counting);
        var (ana, noor) = (town.Person("Ana"), town.Person("Noor"));
        await Offers(town, ana, noor);
        rows.TakeRounds();

        await ana.Sees("One conversation to try it out").Press(button);

        Assert.InRange(rows.TakeRounds().Count, 1, MostRounds);
        await town.Settles();
    }

    [Fact]
    public async Task A_press_that_comes_too_late_takes_two_rounds()
    {
        await using var town = await TestTown.Start(change: Counting);
        var (ana, noor) = (town.Person("Ana"), town.Person("Noor"));
        await Offers(town, ana, noor);
        var card = ana.Sees("One conversation to try it out");
        await card.Press("We have talked");
        await town.Settles();
        rows.TakeRounds();

        await card.OnAnOldScreen().Press("We have talked");

        Assert.Equal(["get People profile", "get People offer and range People seen-"], rows.TakeRounds());
        await town.Settles();
    }

    [Fact]
    public async Task Choosing_taking_back_and_a_yes_take_at_most_four_rounds_each()
    {
        await using var town = await TestTown.Start(change: Counting);
        var (ana, ben) = (town.Person("Ana"), town.Person("Ben"));
        await BenIsShownAna(town);

        foreach (var (who, sees, button) in new[]
        {
            (ben, "you could talk with", "Ask Ana"),
            (ben, "I'm asking Ana Lima", "Take it back"),
            (ben, "you could talk with", "Ask Ana"),
            (ana, "Ben Carter would like to talk with you", "Yes, at this time"),
        })
        {
            rows.TakeRounds();
            await who.Sees(sees).Press(button);
            Assert.InRange(rows.TakeRounds().Count, 1, MostRounds);
            await town.Settles();
        }
    }

    [Fact]
    public async Task Withdrawing_while_somebody_is_asked_takes_at_most_four_rounds()
    {
        await using var town = await TestTown.Start(change: Counting);
        var (ana, ben) = (town.Person("Ana"), town.Person("Ben"));
        var stage = await BenIsShownAna(town);
        await stage.Chooses(ben, ana);
        var form = await ben.Sees("I'm asking Ana Lima").Opens("Withdraw");
        rows.TakeRounds();

        await form.Submit("Withdraw");

        Assert.InRange(rows.TakeRounds().Count, 1, MostRounds);
        await town.Settles();
    }

    [Fact]
    public async Task Turning_a_page_takes_four_rounds()
    {
        await using var town = await TestTown.Start(change: Counting);
        var (ana, ben) = (town.Person("Ana"), town.Person("Ben"));
        await TheyTalk(town);
        rows.TakeRounds();

        await ben.Sees("Review · 1 of 4").Press("On to Learn");

        Assert.Equal(
            ["get People profile", "get Relationships pair and get Relationships meetings", "transact Due", "transact Relationships"],
            rows.TakeRounds());
        await town.Settles();
        ana.Sees("Learn · 2 of 4");
    }

    [Fact]
    public async Task Choosing_a_time_takes_two_rounds_more_to_look_at_both_calendars_and_at_how_it_appears()
    {
        await using var town = await TestTown.Start(change: Counting);
        var ben = town.Person("Ben");
        await TheyTalk(town);
        await ben.Says("time");
        await town.Settles();
        var times = ben.Sees("Times for you and Ana Lima");
        rows.TakeRounds();

        await times.Press(times.Titles[0]);

        Assert.InRange(rows.TakeRounds().Count, 1, MostRounds + 2);
        await town.Settles();
    }

    private static async Task TheyTalk(Town town)
    {
        var (ana, ben) = (town.Person("Ana"), town.Person("Ben"));
        var stage = await BenIsShownAna(town);
        await stage.Chooses(ben, ana);
        await stage.Then(ana.Sees("Ben Carter would like to talk with you").Press("Yes, at this time"));
        await stage.TenMinutesBefore(ana.Sees("You meet on"));
    }

    private static async Task<Staging> BenIsShownAna(Town town)
    {
        var (ana, ben) = (town.Person("Ana"), town.Person("Ben"));
        foreach (var person in new[] { ana, ben, town.Person("Noor") })
            await person.Installs();
        var stage = new Staging(town);
        await stage.BecomesMentor(ana, "Finding my way here");
        await stage.Asks(ben, "Finding my way here");
        await stage.Sends(ben);
        return stage;
    }

    private static async Task Offers(Town town, Resident person, Resident coordinator)
    {
        await person.Installs();
        await coordinator.Installs();
        await town.Settles();
        await person.Sees("Hello, I arrange conversations").Press("I'd like to mentor");
        var form = await person.Sees("Before you write anything").Opens("Open the form");
        form.Fill("What could you be for someone? Choose any.", "Whatever is needed").Fill("A few words about you", "I like to listen, and to walk.");
        await form.Submit("Offer this");
        await town.Settles();
    }

    private void Counting(WebApplicationBuilder builder)
    {
        var store = builder.Services.Last(service => service.ServiceType == typeof(IRowStore));
        builder.Services.AddSingleton<IRowStore>(provider => rows = new RoundsRowStore((IRowStore)store.ImplementationFactory!(provider)));
        var bot = builder.Services.Last(service => service.ServiceType == typeof(IBot)).ImplementationType!;
        builder.Services.AddSingleton<IBot>(provider => new Counted((IBot)ActivatorUtilities.CreateInstance(provider, bot), provider.GetRequiredService<IRowStore>()));
    }

    private sealed class Counted(IBot bot, IRowStore rows) : IBot
    {
        public Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
        {
            ((RoundsRowStore)rows).Count(() => bot.OnTurnAsync(turnContext, cancellationToken));
            return Task.CompletedTask;
        }
    }
}
