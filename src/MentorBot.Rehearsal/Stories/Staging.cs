using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace MentorBot.Rehearsal.Stories;

/// <summary>What several stories need before they begin, and what people do in more than one of them.</summary>
public sealed partial class Staging(Town town)
{
    public const string HelpOffered = "What could you be for someone? Choose any.";
    public const string HelpWanted = "What would help you most right now? Choose any.";
    public const string ThemesOffered = "What do you like to talk about? Choose any.";
    public const string ThemesWanted = "What is it about? Choose any.";

    private readonly Resident noor = town.Person("Noor");

    /// <summary>Does something, and lets the bot finish what follows from it.</summary>
    public async Task<Seen> Then(Task<Seen> doing)
    {
        var seen = await doing;
        await town.Settles();
        return seen;
    }

    public Task Days(int days) => town.Later(Duration.FromDays(days));

    /// <summary>Until that time of a day to come, in the zone of the person whose days are counted.</summary>
    public Task Until(Resident whose, IsoDayOfWeek day, int hour)
    {
        var zone = DateTimeZoneProviders.Tzdb[whose.Person.Zone];
        var now = town.Clock.GetCurrentInstant().InZone(zone);
        var then = now.Date.Next(day).At(new LocalTime(hour, 0)).InZoneLeniently(zone);
        return town.Later(then.ToInstant() - now.ToInstant());
    }

    /// <summary>The day that it is where that person is.</summary>
    public LocalDate Today(Resident whose) => town.Clock.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb[whose.Person.Zone]).Date;

    /// <summary>Until the card for the conversation comes: ten minutes before the time that stands on this card.</summary>
    public Task TenMinutesBefore(SeenCard booked)
    {
        var said = DayAndTime().Match(string.Join('\n', booked.Texts));
        var today = Today(booked.By);
        var read = LocalDateTimePattern.Create("d MMMM HH:mm", CultureInfo.InvariantCulture, today.AtMidnight()).Parse($"{said.Groups["day"]} {said.Groups["time"]}");
        if (!read.TryGetValue(default, out var time))
            throw new RehearsalException($"{booked.By.Name} should read a time here:\n{booked.Drawn}");
        var start = time.InZoneLeniently(DateTimeZoneProviders.Tzdb[booked.By.Person.Zone]).ToInstant();
        return town.Later(start - Duration.FromMinutes(10) - town.Clock.GetCurrentInstant());
    }

    public async Task Install(params Resident[] people)
    {
        foreach (var person in people)
            await person.Installs(repeats: 0);
        await town.Settles();
    }

    /// <summary>From the first word to being open: offers in the form, has done this before, and Noor confirms.</summary>
    public async Task BecomesMentor(Resident person, string theme, string places = "One")
    {
        using var _ = town.Transcript.InShort($"{person.Name} offers to mentor, has mentored before, and Noor confirms");
        await person.Says("offer");
        var form = await person.Sees("Before you write anything").Opens("Open the form");
        form.Fill(HelpOffered, "Someone to think with").Fill(ThemesOffered, theme).Fill("How many people at a time?", places).Fill("Your own wish, and time for it", true);
        await Then(form.Submit("Offer this"));
        await Then(person.Sees("One conversation to try it out").Press("I have mentored before"));
        await Then(noor.Sees($"{person.Name} offers to mentor").Press("Confirm"));
        person.Sees("From now on someone may choose you");
    }

    /// <summary>The form, opened from the notice that comes for the word "ask".</summary>
    public static async Task<SeenForm> AskForm(Resident person)
    {
        await person.Says("ask");
        return await person.Sees("Before you write anything").Opens("Open the form");
    }

    /// <summary>Asks with ticks alone.</summary>
    public async Task Asks(Resident person, string? theme = null, string help = "Someone to think with")
    {
        using var _ = town.Transcript.InShort($"{person.Name} asks, with a few ticks in the form");
        var form = (await AskForm(person)).Fill(HelpWanted, help);
        if (theme is not null)
            form.Fill(ThemesWanted, theme);
        await Then(form.Submit("Find me someone"));
        person.Sees("I'm looking");
    }

    /// <summary>The card of one person who waits, wherever they stand in the row.</summary>
    public async Task<SeenCard> Waits(Resident person, Resident? desk = null)
    {
        desk ??= noor;
        await desk.Says("desk");
        await Then(desk.Sees("Your desk").Press("Who is waiting"));
        for (var looked = 0; looked < town.Residents.Count; looked++)
        {
            var card = desk.Sees("is looking for someone");
            if (card.IsShowing($"{person.Name} is looking for someone"))
                return card;
            await Then(card.Press("Next"));
        }

        throw new RehearsalException($"{person.Name} is not among those who wait, on the desk of {desk.Name}.");
    }

    /// <summary>Those whom the bot found for somebody who waits, before they go out.</summary>
    public async Task<SeenCard> Found(Resident person, Resident? desk = null)
    {
        var waits = await Waits(person, desk);
        await Then(waits.Press(waits.Titles.First(title => title is "See the three" or "See the two" or "See who")));
        return (desk ?? noor).Sees($"for {person.Name}");
    }

    /// <summary>The coordinator sends what was found, as it was found.</summary>
    public async Task Sends(Resident person, Resident? desk = null)
    {
        var found = await Found(person, desk);
        await Then(found.Press(found.Titles.First(title => title is "Send these" or "Send this")));
        person.Sees("you could talk with");
    }

    public async Task Chooses(Resident person, Resident mentor)
    {
        await Then(person.Sees("you could talk with").Press($"Ask {First(mentor)}"));
        person.Sees($"I'm asking {mentor.Name}");
    }

    /// <summary>From asking to the yes.</summary>
    public async Task Begins(Resident mentee, Resident mentor, string theme)
    {
        await Asks(mentee, theme);
        await Sends(mentee);
        await Chooses(mentee, mentor);
        await SaysYes(mentor, mentee);
    }

    public async Task SaysYes(Resident mentor, Resident mentee)
    {
        await Then(SaysYes(mentor.Sees($"{mentee.Name} would like to talk with you")));
        mentee.Sees($"{mentor.Name} said yes");
    }

    /// <summary>One pair after the other, from the first word to the yes. The first conversation is called off: nothing is booked.</summary>
    public async Task FindEachOther(string theme, params (Resident Mentor, Resident Mentee)[] pairs)
    {
        using var _ = town.Transcript.InShort($"{string.Join(", ", pairs.Select(pair => $"{pair.Mentee.Name} and {pair.Mentor.Name}"))} find each other; nothing is booked yet");
        foreach (var (mentor, mentee) in pairs)
        {
            mentor.HasTheBotAlready();
            mentee.HasTheBotAlready();
            await BecomesMentor(mentor, theme);
            await Begins(mentee, mentor, theme);
            await CallsOff(mentor, mentee);
        }
    }

    /// <summary>What was booked with the yes.</summary>
    public async Task CallsOff(Resident one, Resident other)
    {
        var form = await one.Sees($"You and {other.Name}").Opens("More");
        form = (await form.Submit("Cancel the next one")).Form;
        await Then(form.Submit("Cancel it"));
    }

    /// <summary>A check-in for everyone, with one field of its form filled in otherwise than it is at first.</summary>
    public async Task Launches(string field, string value)
    {
        await CheckIns();
        var form = await noor.Sees("Check-ins").Opens("A new check-in");
        form = (await form.Fill(field, value).Submit("Check")).Form;
        (await Then(form.Shows("Ready to go out").Submit("Invite"))).Shows("On its way.");
    }

    /// <summary>What is open of them, from the desk.</summary>
    public async Task CheckIns()
    {
        await noor.Says("desk");
        await Then(noor.Sees("Your desk").Press("Check-ins"));
    }

    /// <summary>Chooses the same for every statement.</summary>
    public static async Task Answers(SeenCard asked, string choice)
    {
        var form = await asked.Opens("Open");
        foreach (var statement in form.Labels)
            form.Fill(statement, choice);
        await form.Submit("Send");
    }

    /// <summary>Yes, at the time that came with the question; without one, where no hour is in common.</summary>
    public static Task<Seen> SaysYes(SeenCard asked) => asked.Press(asked.Titles.First(title => title is "Yes, at this time" or "Yes"));

    /// <summary>Withdraws what the card is about.</summary>
    public async Task Withdraws(SeenCard card)
    {
        (await Then((await card.Opens("Withdraw")).Submit("Withdraw"))).Shows("Withdrawn, and what you wrote is erased.");
        card.By.Sees("This has been settled");
    }

    /// <summary>The first name, as buttons have it.</summary>
    public static string First(Resident person) => person.Name.Split(' ')[0];

    /// <summary>Types the beginning of a name into a list that looks people up, and takes the one who is meant.</summary>
    public static async Task Picks(SeenSheet sheet, string label, Resident whom)
    {
        var found = await sheet.Searches(label, First(whom));
        sheet.Fill(label, found.Single(title => title.StartsWith(whom.Name, StringComparison.Ordinal)));
    }

    [GeneratedRegex(@"(?<day>\d{1,2} \p{L}+)(?: at|,) (?<time>\d\d:\d\d)")]
    private static partial Regex DayAndTime();
}
