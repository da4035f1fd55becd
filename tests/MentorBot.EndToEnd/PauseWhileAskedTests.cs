using MentorBot.Rehearsal;
using MentorBot.Rehearsal.Stories;
using MentorBot.Testing.Towns;
using NodaTime;

namespace MentorBot.EndToEnd;

/// <summary>A mentor who pauses or stops while somebody asks them: settled at once on their side, and told as a no is told, no sooner.</summary>
public sealed class PauseWhileAskedTests
{
    private const string Theme = "Finding my way here";

    [Theory]
    [InlineData("Pause until", "Pause")]
    [InlineData("Stop offering", "Stop offering")]
    public async Task Settles_the_question_and_the_person_asking_hears_the_next_working_morning(string opener, string button)
    {
        await using var town = await TestTown.Start();
        var stage = new Staging(town);
        var (ana, ben) = (town.Person("Ana"), town.Person("Ben"));
        await AnaIsAsked(town, stage);

        await stage.Then((await ana.Sees("From now on someone may choose you").Opens(opener)).Submit(button));

        ana.Sees("This has been settled");
        ana.DoesNotSee("Ben Carter");
        ben.Sees("I'm asking Ana Lima");
        await stage.Until(ben, IsoDayOfWeek.Tuesday, 8);
        ben.DoesNotSee("didn't come about");
        await stage.Until(ben, IsoDayOfWeek.Tuesday, 10);
        ben.Sees("With Ana Lima it didn't come about.");
    }

    [Fact]
    public async Task A_yes_that_was_pressed_before_the_pause_stays()
    {
        await using var town = await TestTown.Start();
        var stage = new Staging(town);
        var (ana, ben) = (town.Person("Ana"), town.Person("Ben"));
        await AnaIsAsked(town, stage);
        await stage.Then(ana.Sees("Ben Carter would like to talk with you").Press("Yes, at this time"));

        await stage.Then((await ana.Sees("From now on someone may choose you").Opens("Pause until")).Submit("Pause"));

        ben.Sees("Ana Lima said yes");
        ana.Sees("You and Ben Carter");
    }

    [Fact]
    public async Task A_yes_pressed_on_an_old_screen_after_the_pause_begins_nothing()
    {
        await using var town = await TestTown.Start();
        var stage = new Staging(town);
        var (ana, ben) = (town.Person("Ana"), town.Person("Ben"));
        await AnaIsAsked(town, stage);
        var asked = ana.Sees("Ben Carter would like to talk with you");
        await stage.Then((await ana.Sees("From now on someone may choose you").Opens("Pause until")).Submit("Pause"));

        (await stage.Then(asked.OnAnOldScreen().Press("Yes, at this time"))).Shows("This has been settled");

        ben.DoesNotSee("said yes");
    }

    private static async Task AnaIsAsked(Town town, Staging stage)
    {
        var (ana, ben) = (town.Person("Ana"), town.Person("Ben"));
        await stage.Install(town.Person("Noor"), ana, ben);
        await stage.BecomesMentor(ana, Theme);
        await stage.Asks(ben, Theme);
        await stage.Sends(ben);
        await stage.Chooses(ben, ana);
    }
}
