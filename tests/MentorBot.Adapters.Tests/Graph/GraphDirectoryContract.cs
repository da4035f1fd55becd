using System.Collections.Immutable;
using MentorBot.Domain.Directory;
using MentorBot.Testing.Directories;

namespace MentorBot.Adapters.Tests.Graph;

public sealed class GraphDirectoryContract : DirectoryContract, IAsyncLifetime
{
    private GraphRoom room = null!;

    public async Task InitializeAsync() => room = await GraphRoom.Open();

    public async Task DisposeAsync() => await room.DisposeAsync();

    protected override IDirectory Open(ImmutableArray<Person> people)
    {
        foreach (var person in people)
            room.Graph.Add(person);
        return room.Directory();
    }
}
