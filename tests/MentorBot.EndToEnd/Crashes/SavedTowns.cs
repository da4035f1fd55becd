using MentorBot.Rehearsal;
using MentorBot.Rehearsal.Stories;
using MentorBot.Settings;
using MentorBot.Testing.Towns;
using NodaTime;

namespace MentorBot.EndToEnd.Crashes;

/// <summary>Where the stories begin that are not played from the first day on.</summary>
public sealed class SavedTowns : IAsyncLifetime
{
    private const string Theme = "A change of role or place";

    private static readonly string[] Both = ["Ana", "Ben"];

    private static readonly (string Mentor, string Mentee)[] Pairs = [("Ana", "Ben"), ("Tomáš", "Marek"), ("Inês", "Jo"), ("Kim", "Luis"), ("Sofia", "Helena")];

    private static readonly string[] Ten = [.. Pairs.SelectMany(pair => new[] { pair.Mentor, pair.Mentee }), "Noor"];

    /// <summary>Ana is open to one person, and nobody has asked yet.</summary>
    internal SavedTown AnaMentors { get; private set; } = null!;

    /// <summary>Ben has asked Ana, who is left to rest after a single silence.</summary>
    internal SavedTown Asked { get; private set; } = null!;

    /// <summary>Ana has said yes to Ben, and they meet the next day.</summary>
    internal SavedTown Booked { get; private set; } = null!;

    /// <summary>The same, and the conversation was called off.</summary>
    internal SavedTown NothingBooked { get; private set; } = null!;

    /// <summary>Five pairs found each other, and nothing is booked.</summary>
    internal SavedTown FivePairs { get; private set; } = null!;

    /// <summary>All of them are asked how it is, again every six weeks; those who are mentored have answered.</summary>
    internal SavedTown Answered { get; private set; } = null!;

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
            await new Staging(town).CallsOff(town.Person("Ana"), town.Person("Ben"));
        });
        FivePairs = await SavedTown.After(TestTown.Settings(), Ten, PairUp);
        Answered = await SavedTown.After(TestTown.Settings(), Ten, AllAreAsked);
    }

    public Task DisposeAsync()
    {
        AnaMentors.Dispose();
        Asked.Dispose();
        Booked.Dispose();
        NothingBooked.Dispose();
        FivePairs.Dispose();
        Answered.Dispose();
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

    private static async Task PairUp(Town town)
    {
        var stage = new Staging(town);
        await stage.Install(town.Person("Noor"));
        await stage.FindEachOther(Theme, [.. Pairs.Select(pair => (town.Person(pair.Mentor), town.Person(pair.Mentee)))]);
    }

    private static async Task AllAreAsked(Town town)
    {
        await PairUp(town);
        await new Staging(town).Launches("Again?", "Every 6 weeks, the next form each time");
        await town.Later(Duration.FromHours(32));
        foreach (var (_, mentee) in Pairs)
            await Staging.Answers(town.Person(mentee).Sees("seven statements"), "5");
        await town.Later(Duration.FromDays(7));
    }
}
