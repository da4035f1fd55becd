using MentorBot.Hosting;
using MentorBot.Rehearsal;
using MentorBot.Rehearsing;
using MentorBot.Settings;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace MentorBot.EndToEnd.Crashes;

/// <summary>What lay in the bot's folder at the end of a story, and when that was: what goes on from there need not play it again.</summary>
internal sealed class SavedTown : IDisposable
{
    private readonly BotSettings settings;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("saved-");
    private readonly string[] people;
    private Instant at;

    private SavedTown(BotSettings settings, string[] people) => (this.settings, this.people) = (settings, people);

    /// <param name="people">Who goes on.</param>
    public static async Task<SavedTown> After(BotSettings settings, string[] people, Func<Town, Task> story)
    {
        var saved = new SavedTown(settings, people);

        // In other chats than those who go on have: their first words are then always written down, also where both towns happened on one port.
        var options = SampleTown.Options(settings) with { DataFolder = saved.folder.FullName, BotId = "28:before" };
        await using (var town = await Town.Start(RehearsedBot.Starting(settings), SampleTown.People(settings.Directory), options))
        {
            await story(town);
            saved.at = town.Clock.GetCurrentInstant();
        }

        saved.ForgetCards();
        return saved;
    }

    /// <summary>Goes on in a copy. Everybody's chat is empty there, and their first words say where they can be reached now.</summary>
    public async Task<Played> Play(Journal journal, Func<Town, Task<Ending[]>> story)
    {
        var copy = Directory.CreateTempSubdirectory("copy-");
        try
        {
            Copy(folder, copy);
            return await Played.In(settings, journal, GoesOn, usual => usual with { DataFolder = copy.FullName, Start = at });
        }
        finally
        {
            copy.Delete(recursive: true);
        }

        async Task<Ending[]> GoesOn(Town town)
        {
            foreach (var person in people.Select(town.Person))
            {
                person.HasTheBotAlready();
                await person.Says("where am i");
            }

            await town.Settles();
            journal.CommitsBefore = journal.Commits.Count;
            return await story(town);
        }
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static void Copy(DirectoryInfo from, DirectoryInfo to)
    {
        foreach (var file in from.GetFiles())
            file.CopyTo(Path.Combine(to.FullName, file.Name));
        foreach (var inner in from.GetDirectories())
            Copy(inner, to.CreateSubdirectory(inner.Name));
    }

    /// <summary>They are in chats that nobody sees any more, and another card may have their ids.</summary>
    private void ForgetCards()
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder.FullName, AdapterServices.Rows)};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "DELETE FROM rows WHERE CAST(key AS TEXT) LIKE 'card-%'";
        command.ExecuteNonQuery();
    }
}
