using MentorBot.Flows.Relationships;
using MentorBot.Flows.Scheduling;
using MentorBot.Flows.Turns;
using MentorBot.Rehearsal;
using MentorBot.Rehearsing;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;
using MentorBot.Testing.Rows;
using MentorBot.Testing.Towns;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json;

namespace MentorBot.EndToEnd.BadInput;

/// <summary>A town in which one story was played, and how everything stood in the end.</summary>
public sealed class PlayedTown : IAsyncDisposable
{
    private readonly MemoryRowStore rows;
    private readonly HashSet<string> shownInTheEnd = new(StringComparer.Ordinal);

    private PlayedTown(string title, Town town, MemoryRowStore rows)
    {
        Title = title;
        Town = town;
        this.rows = rows;
        var services = ((RehearsedBot)town.Bot).Services;
        Routes = services.GetRequiredService<Routes>();
        Keys = services.GetRequiredService<IKeyWrapper>();
    }

    /// <summary>The story's.</summary>
    public string Title { get; }

    public Town Town { get; }

    public Routes Routes { get; }

    public Moment End { get; private set; } = null!;

    internal Moment Now => new(Town.Clock.GetCurrentInstant(), rows.All, Keys);

    private IKeyWrapper Keys { get; }

    internal static async Task<PlayedTown> Play(string title, Func<Town, Task> story, Sightings sightings)
    {
        var rows = new MemoryRowStore();
        var played = new PlayedTown(title, await TestTown.Start(change: builder => builder.Services.AddSingleton<IRowStore>(rows)), rows);
        try
        {
            played.Town.Shown += Note;
            await story(played.Town);
            played.Town.Shown -= Note;
            played.Ends();
            return played;
        }
        catch
        {
            await played.DisposeAsync();
            throw;
        }

        void Note(Seen seen) => sightings.Note(played, seen);
    }

    public ValueTask DisposeAsync() => Town.DisposeAsync();

    /// <summary>
    /// Whether the button may do something at the end of the story as well: it is still before somebody's eyes, or it is a form about
    /// something that is still there, or that is forgotten altogether and could be begun anew.
    /// </summary>
    internal bool MayStillAct(Sighting sighting)
    {
        if (IsTimeStillOpen(sighting))
            return true;
        if (sighting.Kind != Kind.Submission)
            return shownInTheEnd.Contains(What(sighting.Who, sighting.Data.ToString(Formatting.None)));
        var end = RowDump.Of(End.Rows);
        return sighting.Ids.Select(id => (string?)sighting.Data[id] ?? "").Where(id => id.Length > 0).All(id => end.HasStill(id) || !end.Mentions(id));
    }

    /// <summary>A time on an earlier card, since which nothing was booked: it is a time like any other.</summary>
    private bool IsTimeStillOpen(Sighting sighting) => sighting.Action == SchedulingActions.Choose
        && End.Rows.Any(each => each.Row.Key == "meetings"
            && each.Partition == PartitionOf.Relationship(TestTown.Settings().Programme.Tenant, (string)sighting.Data[RelationshipActions.Relationship]!)
            && (string?)sighting.Data[SchedulingActions.Number] == Wanted.Text(each.Row.Number("last") + 1));

    private static string What(Resident who, string data) => $"{who.Name} {data}";

    private void Ends()
    {
        End = Now;
        foreach (var person in Town.Residents)
            foreach (var entry in person.Chat.Where(entry => entry is { IsFromBot: true, IsDeleted: false, Card: not null }))
                shownInTheEnd.UnionWith(Sightings.Buttons(entry.Card!).Select(button => What(person, button["data"]!.ToString(Formatting.None))));
    }
}
