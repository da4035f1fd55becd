using NodaTime;

namespace MentorBot.Rehearsal.Stories;

/// <summary>"We found each other": people who need nobody to find somebody for them. The other decides freely, and the nevers hold all the same.</summary>
public sealed class InvitingStory(Town town)
{
    public const string Title = "We found each other";

    private const string LineOfBen = "You said once that you like to teach drawing; I would like to learn.";
    private const string Who = "Who is it?";
    private const string How = "How do you see it?";

    private readonly Staging stage = new(town);
    private readonly Resident ben = town.Person("Ben");
    private readonly Resident camila = town.Person("Camila");
    private readonly Resident eva = town.Person("Eva");
    private readonly Resident helena = town.Person("Helena");
    private readonly Resident kim = town.Person("Kim");
    private readonly Resident zainab = town.Person("Zainab");

    public Story Told => new Story(Title)
        .Then("Somebody close by isn't available, and the words never say why", NotAvailable)
        .Then("Ben invites Kim, takes it back, and invites her again", BenInvites)
        .Then("Kim says yes", KimSaysYes)
        .Then("Eva would mentor Helena, who would rather not", HelenaSaysNo)
        .Then("Zainab does not have the bot: Ben forwards a line", TheLine)
        .Then("Somebody else opens it, and then Zainab does", ZainabComes);

    private async Task NotAvailable()
    {
        await stage.Install(town.Person("Noor"), ben, camila, eva, helena, kim);
        var form = await ben.Sees("Hello, I arrange conversations").Opens("We found each other");
        await Staging.Picks(form, Who, camila);
        form.Fill("One line they may read", LineOfBen);
        var answer = await stage.Then(form.Submit("Invite"));
        answer.Form.Shows("Camila Rocha isn't available for this; I say so in the same words whatever the cause.").Shows(LineOfBen);
        await stage.Then(answer.Form.Submit("Not yet"));
    }

    private async Task BenInvites()
    {
        for (var time = 1; time <= 2; time++)
        {
            await ben.Says("ask");
            var form = await ben.Sees("Before you write anything").Opens("We found each other");
            await Staging.Picks(form, Who, kim);
            form.Fill(How, "They mentor me").Fill("How much do you have in mind?", "A few conversations").Fill("One line they may read", LineOfBen);
            await stage.Then(form.Submit("Invite"));
            var invited = ben.Sees("You have invited Kim Nguyen");
            kim.Sees("Ben Carter would like to talk with you").DoesNotShow(LineOfBen);
            if (time == 1)
            {
                await stage.Then(invited.Press("Take it back"));
                kim.Sees("This has been settled").DoesNotShow("Ben");
            }
        }

        await ben.Says("where am i");
        ben.Sees("You have invited Kim Nguyen. You hear from me by");
    }

    private async Task KimSaysYes()
    {
        var form = await kim.Sees("Ben Carter would like to talk with you").Opens("Know more");
        form.Shows(LineOfBen).Close();
        (await stage.Then(kim.Sees("Ben Carter would like to talk with you").Press("Yes"))).Shows("You and Ben Carter");
        ben.Sees("Kim Nguyen said yes").Shows("A time is still open.");
        ben.Sees("Times for you and Kim Nguyen");
        kim.Sees("Times for you and Ben Carter");
    }

    private async Task HelenaSaysNo()
    {
        await eva.Says("ask");
        var form = await eva.Sees("Before you write anything").Opens("We found each other");
        await Staging.Picks(form, Who, helena);
        await stage.Then(form.Fill(How, "I mentor them").Submit("Invite"));
        var answer = await stage.Then(helena.Sees("Eva Meijer would like to talk with you").Press("Not now"));
        answer.Shows("Eva Meijer reads only that it didn't come about.");
        eva.Sees("You have invited Helena Duarte");
        await stage.Until(eva, IsoDayOfWeek.Tuesday, 10);
        var heard = eva.Sees("With Helena Duarte it didn't come about.");
        (await stage.Then(heard.Press("Let it rest"))).Shows("This is settled");
    }

    private async Task TheLine()
    {
        await ben.Says("ask");
        var form = await ben.Sees("Before you write anything").OnAnOldScreen().Opens("We found each other");
        await Staging.Picks(form, Who, zainab);
        await stage.Then(form.Fill(How, "By turns").Submit("Invite"));
        ben.Sees("I can't reach Zainab Bello here").Shows("only for Zainab Bello");
        await ben.Says("where am i");
        ben.Sees("Zainab Bello isn't here yet.");
    }

    private async Task ZainabComes()
    {
        (await ben.Sees("I can't reach Zainab Bello here").Opens("Show the line")).Shows("Hello Zainab").Shows("write “invitation”").Close();
        await eva.Says("invitation");
        eva.Sees("Nothing is waiting for you here. A line that was forwarded works for one person only, and that isn't the account you are using.");
        await stage.Install(zainab);
        await zainab.Says("where am i");
        zainab.Sees("Where you are").Shows("Ben Carter would like to talk with you.");
        await zainab.Says("invitation");
        await town.Settles();
        await stage.Then(zainab.Sees("Ben Carter would like to talk with you").Shows("by turns").Press("Yes"));
        ben.Sees("Zainab Bello said yes");
    }
}
