using NodaTime;

namespace MentorBot.Rehearsal.Stories;

/// <summary>
/// People offer to mentor, are confirmed, change their minds, pause and stop: the whole of that conversation, from the first
/// hello. Every step looks for what the person should see, and fails where they do not.
/// </summary>
public sealed class OfferingStory(Town town)
{
    public const string Title = "Offering to mentor";

    /// <summary>What Ana writes about herself: read in forms, and found nowhere else.</summary>
    public const string AboutAna = "Fifteen years of breaking and mending things, and still curious about people. Olá!";

    private const string AboutBen = "I listen well, and I know where the coffee is 🙂";

    private readonly Resident ana = town.Person("Ana");
    private readonly Resident ben = town.Person("Ben");
    private readonly Resident chidi = town.Person("Chidi");
    private readonly Resident noor = town.Person("Noor");
    private readonly Resident sam = town.Person("Sam");

    public Story Told => Steps.Aggregate(new Story(Title), (story, step) => story.Then(step.Heading, (_, token) => step.Happens(token)));

    private IReadOnlyList<(string Heading, Func<CancellationToken, Task> Happens)> Steps =>
    [
        ("The organisation adds the bot", FirstContact),
        ("Ana offers to mentor", AnaOffers),
        ("They had their try-out; Noor confirms", NoorConfirms),
        ("Ben keeps his form for later, then sends it", BenThinksTwice),
        ("Noor would like a word; then a date passes, and Sam is asked as well", TheDatePasses),
        ("Ana pauses, and the pause ends by itself", AnaPauses),
        ("Ana changes her offer, and in the end stops", AnaChangesAndStops),
    ];

    private async Task FirstContact(CancellationToken cancellationToken)
    {
        foreach (var person in new[] { noor, sam, ana, ben, chidi })
            await person.Installs(cancellationToken: cancellationToken);
        await town.Settles(cancellationToken);
        noor.Sees("Hello, this is your desk");
        sam.Sees("Hello, this is your desk");

        await noor.Sees("Hello, this is your desk").Press("Open my desk", cancellationToken: cancellationToken);
        noor.Sees("Your desk is empty");

        await chidi.Says("Good morning!", cancellationToken);
        chidi.Sees("Nothing is waiting for you");
        await chidi.Says("is there anybody who could tell me how promotions really work here", cancellationToken);
        chidi.Sees("I know only a few words");
        await chidi.Says("hm", cancellationToken);
        chidi.Sees("I didn't understand that either");
        await chidi.Says("HELP ", cancellationToken);
        chidi.Sees("What you can type").DoesNotShow("desk");
        await chidi.Says("where am i?", cancellationToken);
        chidi.Sees("Nothing is going on");
        await chidi.Says("thank you", cancellationToken);
        chidi.Sees("You're welcome");
        await town.Settles(cancellationToken);
    }

    private async Task AnaOffers(CancellationToken cancellationToken)
    {
        await ana.Sees("Hello, I arrange conversations").Press("I'd like to mentor", cancellationToken: cancellationToken);
        var notice = ana.Sees("Before you write anything");
        (await notice.Opens("Who sees what", cancellationToken: cancellationToken)).Shows("Your manager is sent nothing").Close();
        await ana.Says("I have mentored for years and would love to do it here", cancellationToken);
        ana.Sees("I only take that in the form");

        var form = await notice.Opens("Open the form", cancellationToken: cancellationToken);
        form.Fill("What could you be for someone? Choose any.", "Someone to think with", "Someone who listens")
            .Fill("What do you like to talk about? Choose any.", "Difficult conversations")
            .Fill("How many people at a time?", "Two")
            .Fill("A few words about you", AboutAna)
            .Unfold("More wishes")
            .Fill("How would you like to meet?", "On Teams")
            .Fill("Your own wish, and time for it", true);
        await form.Submit("Offer this", cancellationToken: cancellationToken);
        await town.Settles(cancellationToken);

        ana.Sees("One conversation to try it out").Shows("Noor de Boer, who looks after mentoring here");
        noor.Sees("A try-out with Ana Lima?");
    }

    private async Task NoorConfirms(CancellationToken cancellationToken)
    {
        await ana.Sees("One conversation to try it out").Press("We have talked", cancellationToken: cancellationToken);
        await town.Settles(cancellationToken);
        ana.Sees("Nearly there").Shows("You hear by");
        await ana.Says("where am i", cancellationToken);
        ana.Sees("looks at your offer by");

        var review = noor.Sees("Ana Lima offers to mentor").Shows("Try-out: took place");
        (await review.Opens("See the offer", cancellationToken: cancellationToken)).Shows(AboutAna).Close();
        (await review.Press("Confirm", cancellationToken: cancellationToken)).Shows("Confirmed. Ana Lima is open to 2 people from today.");
        await review.OnAnOldScreen().Press("Confirm", cancellationToken: cancellationToken);
        await town.Settles(cancellationToken);
        ana.Sees("You are open to 2 people").Shows("From now on someone may choose you");
    }

    private async Task BenThinksTwice(CancellationToken cancellationToken)
    {
        await ben.Says("ofer", cancellationToken);
        var form = await ben.Sees("Before you write anything").Opens("Open the form", cancellationToken: cancellationToken);
        form.Fill("What could you be for someone? Choose any.", "Whatever is needed").Fill("A few words about you", AboutBen);
        await form.Submit("Keep this for later", cancellationToken: cancellationToken);
        await town.Settles(cancellationToken);

        var kept = ben.Sees("Kept for you, not sent");
        form = await kept.Opens("Open it", cancellationToken: cancellationToken);
        form.Shows(AboutBen);
        await form.Submit("Offer this", cancellationToken: cancellationToken);
        await town.Settles(cancellationToken);

        await ben.Sees("Ana Lima, who mentors here").Press("Someone else, please", cancellationToken: cancellationToken);
        await town.Settles(cancellationToken);
        ben.Sees("Noor de Boer, who looks after mentoring here");
        await noor.Sees("A try-out with Ben Carter?").Press("Not now", cancellationToken: cancellationToken);
        await town.Settles(cancellationToken);

        await town.Later(Duration.FromDays(15), cancellationToken);
        var reminder = ben.Sees("Your offer is waiting for the try-out. No hurry.");
        (await reminder.Press("I have mentored before", cancellationToken: cancellationToken)).Shows("you've done this before");
        await town.Settles(cancellationToken);
        noor.Sees("Ben Carter offers to mentor").Shows("left open").Shows("mentored before");
    }

    private async Task TheDatePasses(CancellationToken cancellationToken)
    {
        var word = await noor.Sees("Ben Carter offers to mentor").Opens("A word first", cancellationToken: cancellationToken);
        word.Fill("About what?", "Own wish");
        (await word.Submit("Send", cancellationToken: cancellationToken)).Shows("Ben Carter reads that you would like a word");
        await town.Settles(cancellationToken);
        ben.Sees("would like a word first, about your own wish");

        await town.Later(Duration.FromDays(8), cancellationToken);
        noor.Sees("There is a newer card below");
        var asked = sam.Sees("Ben Carter offers to mentor").Shows("The first press counts");
        await asked.Press("Confirm", cancellationToken: cancellationToken);
        await town.Settles(cancellationToken);
        noor.Sees("Done, by a colleague.");
        ben.Sees("You are open to one person").Shows("From now on someone may choose you");

        await noor.Says("desk", cancellationToken);
        noor.Sees("2 mentors, open to 3 more people");
    }

    private async Task AnaPauses(CancellationToken cancellationToken)
    {
        var form = await ana.Sees("From now on someone may choose you").Opens("Pause until", cancellationToken: cancellationToken);
        await form.Submit("Pause", cancellationToken: cancellationToken);
        await town.Settles(cancellationToken);
        ana.Sees("You are pausing until");

        await town.Later(Duration.FromDays(29), cancellationToken);
        await ana.Sees("again, as you had planned").Press("Fine", cancellationToken: cancellationToken);
        await town.Settles(cancellationToken);
    }

    private async Task AnaChangesAndStops(CancellationToken cancellationToken)
    {
        var form = await ana.Sees("From now on someone may choose you").Opens("See my offer", cancellationToken: cancellationToken);
        form.Shows(AboutAna).Fill("How many people at a time?", "One");
        await form.Submit("Save", cancellationToken: cancellationToken);
        await town.Settles(cancellationToken);

        var stop = await ana.Sees("You are open to one person").Opens("Stop offering", cancellationToken: cancellationToken);
        (await stop.Submit("Stop offering", cancellationToken: cancellationToken)).Shows("Stopped, and your offer is erased");
        await town.Settles(cancellationToken);
        await ana.Says("where am i", cancellationToken);
        ana.Sees("Nothing is going on");
        await town.Settles(cancellationToken);
    }
}
