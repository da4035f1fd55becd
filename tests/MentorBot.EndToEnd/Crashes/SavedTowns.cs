using MentorBot.Rehearsal;
using MentorBot.Rehearsal.Stories;
using MentorBot.Settings;
using MentorBot.Testing.Towns;

namespace MentorBot.EndToEnd.Crashes;

/// <summary>Where the stories begin that are not played from the first day on.</summary>
public sealed class SavedTowns : IAsyncLifetime
{
    private const string Theme = "A change of role or place";

    private static readonly string[] Both = ["Ana", "Ben"];

    /// <summary>Ana is open to one person, and nobody has asked yet.</summary>
    internal SavedTown AnaMentors { get; private set; } = null!;

    /// <summary>Ben has asked Ana, who is left to rest after a single silence.</summary>
    internal SavedTown Asked { get; private set; } = null!;

    /// <summary>Ana has said yes to Ben, and they meet the next day.</summary>
    internal SavedTown Booked { get; private set; } = null!;

    /// <summary>The same, and the conversation was called off.</summary>
    internal SavedTown NothingBooked { get; private set; } = null!;

    /// <summary>Four people have looked back, and wait for a fifth.</summary>
    internal SavedTown FourLookedBack { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        FourLookedBack = await SavedTown.After(TestTown.Settings(), LastToLookBack.People, LastToLookBack.Before);
        AnaMentors = await SavedTown.After(TestTown.Settings(), [.. Both, "Noor"], Opens);
        Asked = await SavedTown.After(TestTown.Settings("Programme:Matching:SilencesUntilRest=1"), Both, BenAsks);
        Booked = await SavedTown.After(TestTown.Settings(), Both, AnaSaysYes);
        NothingBooked = await SavedTown.After(TestTown.Settings(), Both, async town =>
        {
            await AnaSaysYes(town);
            var form = await town.Person("Ana").Sees("You and Ben Carter").Opens("More");
            form = (await form.Submit("Cancel the next one")).Form;
            await form.Submit("Cancel it");
            await town.Settles();
        });
    }

    public Task DisposeAsync()
    {
        AnaMentors.Dispose();
        Asked.Dispose();
        Booked.Dispose();
        NothingBooked.Dispose();
        FourLookedBack.Dispose();
        return Task.CompletedTask;
    }

    private static async Task Opens(Town town)
    {
        var stage = new Staging(town);
        var ana = town.Person("Ana");
        await stage.Install(town.Person("Noor"), ana, town.Person("Ben"));
        await stage.BecomesMentor(ana, Theme);
    }

    private static async Task BenAsks(Town town)
    {
        await Opens(town);
        var stage = new Staging(town);
        var (ana, ben) = (town.Person("Ana"), town.Person("Ben"));
        await stage.Asks(ben, Theme);
        await stage.Sends(ben);
        await stage.Chooses(ben, ana);
    }

    private static async Task AnaSaysYes(Town town)
    {
        await BenAsks(town);
        await new Staging(town).SaysYes(town.Person("Ana"), town.Person("Ben"));
    }
}
