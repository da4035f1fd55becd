using MentorBot.Rehearsal;
using MentorBot.Rehearsal.Stories;
using NodaTime;

namespace MentorBot.EndToEnd.Silence;

/// <summary>A town on a Monday morning in March, and how people come to be asked something in it.</summary>
public sealed class Scene(Town town)
{
    public const string Theme = "Difficult conversations";

    private readonly Staging stage = new(town);

    public Resident Ana { get; } = town.Person("Ana");

    public Resident Ben { get; } = town.Person("Ben");

    public Resident Eva { get; } = town.Person("Eva");

    public Resident Noor { get; } = town.Person("Noor");

    public Resident Sam { get; } = town.Person("Sam");

    /// <summary>Does not have the bot.</summary>
    public Resident Zainab { get; } = town.Person("Zainab");

    public Staging Stage => stage;

    /// <summary>Until that time where this person is, or a little before.</summary>
    public Task Until(string whose, LocalDateTime time, Duration before = default) =>
        town.Later(time.InZoneStrictly(DateTimeZoneProviders.Tzdb[town.Person(whose).Person.Zone]).ToInstant() - before - town.Clock.GetCurrentInstant());

    /// <summary>Ana mentors; Ben asks, and there is nobody else.</summary>
    public async Task BenAsks()
    {
        await stage.Install(Noor, Ana, Ben);
        await stage.BecomesMentor(Ana, Theme);
        await stage.Asks(Ben, Theme);
    }

    public async Task BenMayChoose()
    {
        await BenAsks();
        await stage.Sends(Ben);
    }

    public async Task AnaIsAsked()
    {
        await BenMayChoose();
        await stage.Chooses(Ben, Ana);
    }

    /// <summary>They found each other.</summary>
    public async Task BenInvites(Resident whom)
    {
        await stage.Install(Ana, Ben);
        await Ben.Says("ask");
        var form = await Ben.Sees("Before you write anything").Opens("We found each other");
        await Staging.Picks(form, "Who is it?", whom);
        await stage.Then(form.Fill("How do you see it?", "They mentor me").Submit("Invite"));
    }

    /// <summary>For a time on the next day.</summary>
    public async Task TheyAreTogether()
    {
        await AnaIsAsked();
        await stage.SaysYes(Ana, Ben);
    }

    public async Task TheyAreTogetherWithoutATime()
    {
        await AnaIsAsked();
        var form = await Ana.Sees("Ben Carter would like to talk with you").Opens("Know more");
        await stage.Then(form.Submit("Yes, another time"));
    }

    /// <summary>It is not booked any more, so that nothing but the question at hand is open.</summary>
    public async Task TheyAreTogetherWithNothingBooked()
    {
        await TheyAreTogether();
        var form = (await (await WhereAmI(Ben)).Submit("Cancel the next one")).Form;
        await stage.Then(form.Submit("Cancel it"));
    }

    /// <summary>Both have the card, and the second part is open: on this Monday at nine where Ben is.</summary>
    public async Task TheyTalk()
    {
        await TheyAreTogetherWithNothingBooked();
        await Until("Ben", new(2026, 3, 2, 9, 0));
        foreach (var person in new[] { Ben, Ana })
        {
            await person.Says("talk");
            await town.Settles();
        }

        await stage.Then(Ben.Sees("Review · 1 of 4").Press("On to Learn"));
    }

    public async Task TheyTalkedAndNoted()
    {
        await TheyTalk();
        var form = await Ben.Sees("Learn · 2 of 4").Opens("Note something");
        await stage.Then(form.Fill("Your note", "Rather one walk than three calls.").Submit("Save"));
        await stage.Then((await Ben.Sees("Learn · 2 of 4").Opens("More")).Fill("To another part", "Reflect").Submit("Go there"));
        await stage.Then(Ben.Sees("Reflect · 4 of 4").Press("We're done"));
    }

    public async Task TheyFinished()
    {
        await TheyAreTogetherWithNothingBooked();
        var form = (await (await WhereAmI(Ben)).Submit("Finish")).Form;
        await stage.Then(form.Submit("Finish now"));
    }

    /// <summary>Both wrote their side of the story.</summary>
    public async Task TheyExchanged()
    {
        await TheyFinished();
        await Writes(Ben);
        await Writes(Ana);
    }

    /// <summary>Their side of the story, ready to exchange.</summary>
    public async Task Writes(Resident person)
    {
        var form = await person.Sees("Finished").Opens("Write our story");
        await stage.Then(form.Fill("What stays with you", "Small steps, and a thermos.").Submit("Ready to exchange"));
    }

    /// <summary>All that they wrote.</summary>
    public async Task Offers(Resident person)
    {
        var form = await person.Sees("You can read each other's").Opens("Choose passages");
        await stage.Then(form.Fill("Which ones would you like in it?", "Passage 1").Submit("Offer these"));
    }

    /// <summary>Somebody's calendar is full from morning to evening, for ten weeks.</summary>
    public async Task WorksThrough(Resident person)
    {
        var folder = Path.Combine(town.DataFolder, "calendars", person.Person.Id);
        Directory.CreateDirectory(folder);
        var days = Enumerable.Range(0, 70).Select(day => stage.Today(person).PlusDays(day)).Select(day => FormattableString.Invariant(
            $"BEGIN:VEVENT\r\nUID:{day:uuuuMMdd}\r\nDTSTAMP:{day:uuuuMMdd}T000000Z\r\nDTSTART:{day:uuuuMMdd}T070000Z\r\nDTEND:{day:uuuuMMdd}T183000Z\r\nEND:VEVENT\r\n"));
        await File.WriteAllTextAsync(Path.Combine(folder, "own.ics"), $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:own\r\n{string.Concat(days)}END:VCALENDAR\r\n");
    }

    /// <summary>What else there is between two people, from where one is.</summary>
    public static async Task<SeenForm> WhereAmI(Resident person)
    {
        await person.Says("where am i");
        return await person.Sees("Where you are").Opens("More");
    }
}
