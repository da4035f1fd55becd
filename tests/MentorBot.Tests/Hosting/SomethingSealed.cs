using MentorBot.Domain;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Due;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;
using MentorBot.Testing.Sealing;
using NodaTime;

namespace MentorBot.Tests.Hosting;

/// <summary>Rows with one data key in them, as after the first words that somebody wrote.</summary>
internal static class SomethingSealed
{
    /// <param name="path">Of the master key's file, which is made if there is none.</param>
    public static async Task In(IRowStore store, string path)
    {
        using var master = KeyFiles.At(path);
        using var keys = new DataKeys(store, new Decisions(store, new Nudges()), master, SystemClock.Instance);
        await new Sealer(keys).Seal(
            Owner.Person(new("contoso"), new("ana.lima")), new(new(Table.People, "contoso|ana.lima"), "offer", "about", 1, 1), Confidential.From("words")!, default);
    }
}
