using MentorBot.Rehearsal;
using MentorBot.Storage.Rows;
using MentorBot.Testing.Rows;
using MentorBot.Testing.Towns;
using Microsoft.Extensions.DependencyInjection;

namespace MentorBot.EndToEnd.BadInput;

/// <summary>Two people, or two fingers, at the same moment: both have read how things stand before either changes them.</summary>
public sealed class RacesTests
{
    private readonly Together together = new(partition => partition.Table == Table.People && partition.Key.EndsWith("|ana.lima", StringComparison.Ordinal));

    [Fact]
    public async Task Of_two_coordinators_who_confirm_at_once_one_confirms_and_the_other_reads_so()
    {
        await using var town = await AnaWaits();
        var (noor, sam) = (town.Person("Noor").Sees("Ana Lima offers to mentor"), town.Person("Sam").Sees("Ana Lima offers to mentor"));
        together.Begins();

        var seen = await Task.WhenAll(noor.Press("Confirm"), sam.Press("Confirm"));

        Assert.True(together.Happened);
        await town.Settles();
        Assert.Single(seen, one => one.IsShowing("Confirmed. Ana Lima is open to one person from today."));
        Assert.Single(seen, one => one.IsShowing("Done, by a colleague."));
        Assert.Single([town.Person("Noor"), town.Person("Sam")], one => one.Chat.Any(entry => entry.Card?.ToString().Contains("Confirmed.", StringComparison.Ordinal) == true));
        Assert.Single(Posts(town.Person("Ana"), "From now on someone may choose you"));
    }

    [Fact]
    public async Task Taking_it_back_while_it_is_confirmed_ends_in_one_of_the_two_for_both()
    {
        await using var town = await AnaWaits();
        var (ana, noor) = (town.Person("Ana"), town.Person("Noor"));
        var (mine, review) = (ana.Sees("Nearly there"), noor.Sees("Ana Lima offers to mentor"));
        together.Begins();

        await Task.WhenAll(mine.Press("Take it back"), review.Press("Confirm"));

        Assert.True(together.Happened);
        await town.Settles();
        await ana.Says("where am I");
        if (ana.Chat[^1].Card!.ToString().Contains("Nothing is going on", StringComparison.Ordinal))
            noor.Sees("Settled");
        else
            noor.Sees("Confirmed. Ana Lima is open to one person from today.");
    }

    [Fact]
    public async Task A_pause_sent_twice_at_once_is_one_pause()
    {
        await using var town = await AnaWaits();
        var ana = town.Person("Ana");
        await town.Person("Noor").Sees("Ana Lima offers to mentor").Press("Confirm");
        await town.Settles();
        var form = await ana.Sees("From now on someone may choose you").Opens("Pause until");
        together.Begins();

        var seen = await Task.WhenAll(form.Submit("Pause"), form.Submit("Pause"));

        Assert.True(together.Happened);
        await town.Settles();
        Assert.All(seen, one => Assert.IsType<SeenNothing>(one));
        Assert.Single(Posts(ana, "You are pausing until"));
        await town.Later(NodaTime.Duration.FromDays(29));
        Assert.Single(Posts(ana, "again, as you had planned"));
    }

    private static IEnumerable<ChatEntry> Posts(Resident resident, string text) =>
        resident.Chat.Where(entry => entry.Card?.ToString().Contains(text, StringComparison.Ordinal) == true);

    /// <summary>Noor and Sam both coordinate, and have Ana's offer before them.</summary>
    private async Task<Town> AnaWaits()
    {
        var town = await TestTown.Start(
            null,
            builder => builder.Services.AddSingleton<IRowStore>(new MemoryRowStore { BeforeTransact = together.Meets }),
            "Programme:Coordinators:1=sam.whitaker",
            "Programme:Deputies:0=kim.nguyen");
        foreach (var name in new[] { "Noor", "Sam", "Ana" })
            await town.Person(name).Installs();
        await town.Settles();
        var ana = town.Person("Ana");
        await ana.Says("offer");
        var form = await ana.Sees("Before you write anything").Opens("Open the form");
        await form.Fill("What could you be for someone? Choose any.", "Someone to think with").Submit("Offer this");
        await town.Settles();
        await ana.Sees("One conversation to try it out").Press("We have talked");
        await town.Settles();
        return town;
    }
}
