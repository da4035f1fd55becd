namespace MentorBot.Rehearsal.Stories;

/// <summary>Forty people ask; one press finds the best for all of them together, under every rule and within every mentor's number. Each still chooses.</summary>
public sealed class CohortStory(Town town)
{
    public const string Title = "Forty people at once";

    private const int HowMany = 40;

    private static readonly string[] Themes = ["Finding my way here", "Getting better at the craft", "Being seen and heard"];

    private readonly Staging stage = new(town);
    private readonly Resident noor = town.Person("Noor");
    private readonly List<Resident> mentors = [];
    private readonly List<Resident> forty = [];
    private readonly List<(Resident Person, Resident Mentor)> chosen = [];
    private SeenForm? page;

    public Story Told => new Story(Title)
        .Then("Fifteen people mentor", Before)
        .Then("Forty people ask, each in the form", FortyAsk)
        .Then("Noor looks at everyone at once, and through them, and leaves one out", NoorLooks)
        .Then("She sends them all", NoorSends)
        .Then("Each chooses freely", EachChooses)
        .Then("The mentors answer: nobody has more people than they said", MentorsAnswer);

    private async Task Before()
    {
        // Not who manages everybody: nobody here could be introduced to her.
        var people = town.Residents.Where(person => person.Name is not ("Mira Kovač" or "Noor de Boer" or "Sam Whitaker")).ToList();
        mentors.AddRange(people.Where((_, at) => at % 4 == 0));
        forty.AddRange(people.Except(mentors).Take(HowMany));
        await stage.Install(noor);
        using var _ = town.Transcript.InShort($"{string.Join(", ", mentors.Select(mentor => mentor.Name))} offer to mentor three people each, and Noor confirms");
        foreach (var mentor in mentors)
        {
            mentor.HasTheBotAlready();
            await stage.BecomesMentor(mentor, Themes[mentors.IndexOf(mentor) % Themes.Length], "Three");
        }
    }

    private async Task FortyAsk()
    {
        using (town.Transcript.InShort($"{forty[0].Name}, {forty[1].Name} and {HowMany - 2} others ask for somebody, each with a few ticks in the form"))
            foreach (var person in forty)
            {
                person.HasTheBotAlready();
                var form = (await Staging.AskForm(person)).Fill(Staging.HelpWanted, "Someone to think with");
                await form.Fill(Staging.ThemesWanted, Themes[forty.IndexOf(person) % Themes.Length]).Submit("Find me someone");
            }

        using (town.Transcript.InShort("The bot looks for each of them"))
            await town.Settles();
        await noor.Says("desk");
        noor.Sees($"{HowMany} waiting, the longest since");
    }

    private async Task NoorLooks()
    {
        await stage.Then(noor.Sees("Your desk").Press("Everyone at once"));
        var all = noor.Sees("Everyone who is waiting").Shows("With someone to choose:");
        await (await all.Opens("Send all")).Shows("Each still chooses freely.").Submit("Not yet");

        page = await noor.Sees("Everyone who is waiting").Opens("Look through them");
        foreach (var button in new[] { "Next", "Leave out", "Take in again", "Back", "Leave out" })
            page = (await page.Submit(button)).Form;
        page.Shows("Left out for now; goes out by its own date.");
    }

    private async Task NoorSends()
    {
        var form = (await page!.Submit("Send all")).Form;
        form.Shows("Left out for now: 1");
        (await form.Submit("Send all")).Shows("They choose by");
        using (town.Transcript.InShort("Each of them gets a card"))
            await town.Settles();
    }

    private async Task EachChooses()
    {
        using (town.Transcript.InShort("Everybody who was shown somebody asks them"))
            foreach (var person in forty.Where(IsShownSomebody))
            {
                var card = person.Sees("Someone you could talk with");
                var ask = card.Titles.Single(title => title.StartsWith("Ask ", StringComparison.Ordinal));
                await card.Press(ask);
                chosen.Add((person, town.Person(ask["Ask ".Length..])));
            }

        if (chosen.Count < HowMany * 3 / 4)
            throw new RehearsalException($"Of {HowMany} people only {chosen.Count} had somebody to choose.");
        await town.Settles();
    }

    private async Task MentorsAnswer()
    {
        using (town.Transcript.InShort($"All {chosen.Count} are told yes"))
        {
            foreach (var (person, mentor) in chosen)
                await Staging.SaysYes(mentor.Sees($"{person.Name} would like to talk with you"));
            await town.Settles();
        }

        foreach (var (person, mentor) in chosen)
            person.Sees($"{mentor.Name} said yes");
        if (chosen.GroupBy(each => each.Mentor).FirstOrDefault(people => people.Count() > 3) is { } crowded)
            throw new RehearsalException($"{crowded.Key.Name} said three people, and has {crowded.Count()}.");
        await noor.Says("desk");
        noor.Sees($"{chosen.Count} placed so far");
    }

    private static bool IsShownSomebody(Resident person) =>
        person.Chat.Any(entry => entry.Card?.ToString().Contains("Someone you could talk with", StringComparison.Ordinal) == true);
}
