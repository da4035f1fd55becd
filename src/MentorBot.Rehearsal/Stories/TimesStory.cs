using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace MentorBot.Rehearsal.Stories;

/// <summary>Two people find times, move and cancel them, type one, book several; with calendars that are full, closed, or fill up meanwhile.</summary>
public sealed class TimesStory(Town town)
{
    public const string Title = "Finding a time";

    private const string Theme = "Getting better at the craft";

    /// <summary>Longer than anybody looks ahead.</summary>
    private const int Weeks = 10;

    private static readonly InstantPattern InCalendar = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    private readonly Staging stage = new(town);
    private readonly Resident ana = town.Person("Ana");
    private readonly Resident ben = town.Person("Ben");
    private readonly Resident noor = town.Person("Noor");

    public Story Told => new Story(Title)
        .Then("Ana says yes to Ben, at the first time that suits both", Before)
        .Then("Ben moves it", Moves)
        .Then("Ana chooses a time that is taken before she presses", Taken)
        .Then("Ben cancels, and types another time", Types)
        .Then("Each has it appear as they like", Appears)
        .Then("Several at once", Several)
        .Then("Ana has no free hour: shorter, later, or beyond usual hours", NoneInCommon)
        .Then("Ana's calendar cannot be seen", OutOfReach);

    private async Task Before()
    {
        await stage.Install(noor, ana, ben);
        await stage.BecomesMentor(ana, Theme);
        await stage.Begins(ben, ana, Theme);
    }

    private async Task Moves()
    {
        await stage.Then(ben.Sees("Ana Lima said yes").Press("Move"));
        var times = ben.Sees("Times for you and Ana Lima").Shows("It stays at");
        var first = FirstTime(times);
        times = (SeenCard)(await stage.Then(times.Press("More times"))).DoesNotShow(first);
        await Takes(times);
        ben.Sees("Booked for you and Ana Lima, 60 minutes");
        ana.Sees("Ben Carter moved it here").Shows("Another time is fine as well.");
    }

    private async Task Taken()
    {
        await stage.Then(ana.Sees("Ben Carter moved it here").Press("Move"));
        var times = ana.Sees("Times for you and Ben Carter");
        await IsBusy(ben, Duration.FromDays(21));
        await Takes(times);
        await Takes(ana.Sees("That time isn't free in one of your calendars.").Shows("Nothing was booked."));
        IsFree(ben);
        ben.Sees("Ana Lima moved it here");
    }

    private async Task Types()
    {
        var form = await ben.Sees("Ana Lima moved it here").Opens("Cancel");
        await stage.Then(form.Shows("No reason needed.").Submit("Move it instead"));
        ben.Sees("Times for you and Ana Lima").Shows("It stays at");
        form = await ben.Sees("Ana Lima moved it here").Opens("Cancel");
        (await stage.Then(form.Submit("Cancel it"))).Shows("Cancelled.");
        await stage.Then(ana.Sees("doesn't take place").Press("Find a time"));
        ana.Sees("Times for you and Ben Carter").Shows("Nothing is booked until one of you chooses.");
        (await stage.Then(ana.Sees("doesn't take place").Press("Leave it open"))).Shows("All right.");

        await ben.Says("time");
        await BeginsToType(ben.Sees("Times for you and Ana Lima"));
        await ben.Says("25:99");
        ben.Sees("I couldn't read that as a time.");
        await ben.Says("yesterday 9:00");
        ben.Sees("That has already gone by.");
        await ben.Says("3/4 9:00");
        var two = ben.Sees("Do you mean");
        (await stage.Then(two.Press(two.Titles[0]))).Shows("Shall I book it?");
        await stage.Then(ben.Sees("Shall I book it?").Press("Another"));
        await ben.Says("tomorrow at 10");
        await stage.Then(ben.Sees("Shall I book it?").Press("Book it"));
        ben.Sees("Booked for you and Ana Lima");
        ana.Sees("Ben Carter chose this time");
    }

    private async Task Appears()
    {
        var form = await ana.Sees("Ben Carter chose this time").Opens("How it appears");
        (await stage.Then(form.Shows("Only for your own calendar.").Fill("In your calendar", "An invitation with both names, private").Submit("Save"))).Shows("It appears as an invitation with both names.");
        form = (await (await Standing(ben)).Submit("How it appears")).Form;
        (await stage.Then(form.Fill("In your calendar", "Nothing in my calendar").Submit("Save"))).Shows("Nothing appears in your calendar.");
        form = (await (await Standing(ben)).Submit("Cancel the next one")).Form;
        await form.Shows("No reason needed.").Submit("Keep it");
        if (Entries(ana).All(entry => !entry.Contains("Conversation with Ben Carter", StringComparison.Ordinal)) || Entries(ben).Count > 0)
            throw new RehearsalException("Ana's calendar should show an invitation, and Ben's nothing.");
        await ben.Says("where am i");
        await stage.Then(ben.Sees("You talk with Ana Lima on").Press("Move"));
    }

    private async Task Several()
    {
        await ana.Says("time");
        var times = ana.Sees("Times for you and Ben Carter");
        var form = await times.Opens("Every time alike");
        await stage.Then(form.Fill("How often", "Every two weeks").Submit("Book these"));
        var series = ana.Sees("Each can be moved alone; press one to see it.");
        ben.Sees("Ana Lima booked these for you both.");
        await stage.Then(series.Press(series.Titles[0]));
        ana.Sees("Booked for you and Ben Carter, 60 minutes");

        await ben.Says("time");
        form = await ben.Sees("Times for you and Ana Lima").Opens("Every time alike");
        await stage.Then(form.Submit("Just this one"));
        ben.Sees("Booked for you and Ana Lima");
    }

    private async Task NoneInCommon()
    {
        await stage.Days(7 * Weeks);
        await WorksThrough(ana);
        await ben.Says("time");
        var none = ben.Sees("No hour in common just now");
        await stage.Then(none.Press("20 minutes"));
        (await stage.Then(ben.Sees("there are not even twenty minutes").Press("Look again later"))).Shows("I look again on");

        foreach (var answer in new[] { "Rather not", "Fine" })
        {
            await ben.Says("time");
            await stage.Then(ben.Sees("No hour in common just now").Press("Beyond usual hours"));
            await Takes(ben.Sees("Times for you and Ana Lima"));
            ben.Sees("I ask Ana Lima first whether");
            await stage.Then(ana.Sees("Ben Carter would be fine with").Press(answer));
            ben.Sees(answer == "Fine" ? "Booked for you and Ana Lima, 60 minutes" : "Ana Lima would rather not meet then");
        }

        IsFree(ana);
    }

    private async Task OutOfReach()
    {
        await File.WriteAllTextAsync(OwnFile(ana), "BEGIN:VCALENDAR");
        await ben.Says("time");
        await BeginsToType(ben.Sees("I can't see your calendars just now"));
        await ben.Says("thu 11:15");
        await stage.Then(ben.Sees("Shall I book it?").Press("Book it"));
        ben.Sees("Booked for you and Ana Lima").Shows("It is not in your calendar, as you chose.");
        var booked = ana.Sees("Ben Carter chose this time").Shows("I can't see your calendar just now");
        (await booked.Opens("Calendar file")).Shows("Copy this into a file whose name ends in .ics");
        IsFree(ana);

        (await stage.Then(ana.Sees("Ben Carter chose this time").Press("We met"))).Shows("It is not until Thursday");
        await stage.Days(3);
        (await stage.Then(ana.Sees("Ben Carter chose this time").Press("We met"))).Shows("Good. I ask nothing more about it, unless one of you shares a note.");
    }

    private async Task BeginsToType(SeenCard card)
    {
        await stage.Then(card.Press("Type a time"));
        card.By.Sees("Type a day and an hour");
    }

    /// <summary>The first time on the card.</summary>
    private Task<Seen> Takes(SeenCard times) => stage.Then(times.Press(FirstTime(times)));

    private static string FirstTime(SeenCard times) => times.Titles[0];

    private static async Task<SeenForm> Standing(Resident person)
    {
        await person.Says("where am i");
        return await person.Sees("You talk with").Opens("More");
    }

    /// <summary>Somebody puts an entry of their own into their calendar.</summary>
    private Task IsBusy(Resident person, Duration until) => Puts(person, [Event(town.Clock.GetCurrentInstant(), town.Clock.GetCurrentInstant() + until)]);

    /// <summary>From morning to evening, every day for weeks.</summary>
    private Task WorksThrough(Resident person)
    {
        var zone = DateTimeZoneProviders.Tzdb[person.Person.Zone];
        var today = town.Clock.GetCurrentInstant().InZone(zone).Date;
        return Puts(person, Enumerable.Range(0, 7 * Weeks).Select(day => Event(At(today.PlusDays(day), 7), At(today.PlusDays(day), 19))));

        Instant At(LocalDate day, int hour) => day.At(new LocalTime(hour, 0)).InZoneLeniently(zone).ToInstant();
    }

    private async Task Puts(Resident person, IEnumerable<string> events)
    {
        Directory.CreateDirectory(FolderOf(person));
        await File.WriteAllTextAsync(OwnFile(person), $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:own\r\n{string.Concat(events)}END:VCALENDAR\r\n");
    }

    private void IsFree(Resident person) => File.Delete(OwnFile(person));

    private List<string> Entries(Resident person) => [.. Directory.EnumerateFiles(FolderOf(person), "mentorbot-*.ics").Select(File.ReadAllText)];

    private string OwnFile(Resident person) => Path.Combine(FolderOf(person), "own.ics");

    private string FolderOf(Resident person) => Path.Combine(town.DataFolder, "calendars", person.Person.Id);

    private static string Event(Instant start, Instant end) => string.Create(
        CultureInfo.InvariantCulture,
        $"BEGIN:VEVENT\r\nUID:{start.ToUnixTimeTicks()}\r\nDTSTAMP:{InCalendar.Format(start)}\r\nDTSTART:{InCalendar.Format(start)}\r\nDTEND:{InCalendar.Format(end)}\r\nEND:VEVENT\r\n");
}
