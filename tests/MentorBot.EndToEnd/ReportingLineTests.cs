using MentorBot.Rehearsal;
using MentorBot.Testing.Towns;

namespace MentorBot.EndToEnd;

/// <summary>Nobody's manager reads what they wrote, not even where nobody else looks after the programme.</summary>
public sealed class ReportingLineTests
{
    [Fact]
    public async Task A_coordinator_who_is_ones_manager_may_confirm_but_does_not_read_the_words()
    {
        // Ana reports to Leila, and Leila to Mira.
        await using var town = await TestTown.Start(null, null, "Programme:Coordinators:0=leila.haddad", "Programme:Deputies:0=mira.kovac");
        var (ana, leila) = (town.Person("Ana"), town.Person("Leila"));
        await ana.Installs();
        await leila.Installs();
        await ana.Says("offer");
        var form = await ana.Sees("Before you write anything").Opens("Open the form");
        form.Fill("What could you be for someone? Choose any.", "Whatever is needed").Fill("A few words about you", "Words that no manager of mine should read");
        await form.Submit("Offer this");
        await town.Settles();
        await ana.Sees("One conversation to try it out").Press("I have mentored before");
        await town.Settles();

        var review = leila.Sees("Ana Lima offers to mentor");
        (await review.Opens("See the offer")).Shows("Kept from you").DoesNotShow("Words that no manager");
        await review.Press("Confirm");
        await town.Settles();

        ana.Sees("You are open to one person");
    }
}
