using MentorBot.Domain;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Scheduling;
using MentorBot.Testing.Calendars;

namespace MentorBot.Adapters.Tests.Graph;

public sealed class GraphCalendarsContract : CalendarContract, IAsyncLifetime
{
    private GraphRoom room = null!;

    /// <summary>As Entra gives them, and whatever else can be an id there.</summary>
    protected override IEnumerable<PersonId> AnyIds =>
        [new("1f0c9a52-4a0e-4a58-9f5c-2f43d2a4a7c1"), new("ana.lima"), new("a"), new("a_b"), new("a-b"), new("b@example.com"), new("calendars"), new("con"), new(new string('x', PersonId.Longest))];

    public async Task InitializeAsync() => room = await GraphRoom.Open();

    public async Task DisposeAsync() => await room.DisposeAsync();

    protected override ICalendars Open(IDirectory directory)
    {
        foreach (var person in ((EverybodyOf)directory).People)
            room.Graph.Add(person);
        return room.Calendars(directory);
    }
}
