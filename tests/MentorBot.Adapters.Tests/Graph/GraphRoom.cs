using System.Collections.Concurrent;
using Azure.Core;
using MentorBot.Adapters.Graph;
using MentorBot.Adapters.Network;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Programme;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Due;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Scheduling;
using MentorBot.Testing.Graph;
using MentorBot.Testing.Logs;
using MentorBot.Testing.Rows;
using MentorBot.Testing.Time;

namespace MentorBot.Adapters.Tests.Graph;

/// <summary>The adapters over a Graph on this machine, with rows in memory, and what they say in the log. Nothing waits for a clock on the wall.</summary>
internal sealed class GraphRoom : IAsyncDisposable
{
    private static readonly MentoringProgramme Programme = new(
        new("contoso"), "Contoso", [], [new("noor")], [], "", "", "", 180, new(5, 14, 60, 30), new(3, 5, 5, 5, 3, 30, 7, 30, 2));

    private readonly ServiceNetwork network = new();

    private GraphRoom(LocalGraph graph)
    {
        Graph = graph;
        Service = new(network, new OneToken(this), graph.Root, Time);
    }

    public LocalGraph Graph { get; }

    public GraphService Service { get; }

    public TestClock Clock { get; } = new();

    public AtOnce Time { get; } = new();

    public MemoryRowStore Rows { get; } = new();

    public LogLines Log { get; } = new();

    /// <summary>For what the bot asked to be let in.</summary>
    public ConcurrentBag<string> Scopes { get; } = [];

    public static async Task<GraphRoom> Open() => new(await LocalGraph.Start());

    public GraphDirectory Directory() => new(Service, Clock, Log.For<GraphDirectory>());

    /// <summary>As another process would open them: with the same rows.</summary>
    /// <param name="rows">In place of the room's own, when a test does something to them.</param>
    public GraphCalendars Calendars(IDirectory? directory = null, IRowStore? rows = null)
    {
        var store = rows ?? Rows;
        return new(Service, directory ?? Directory(), new(new(store, new Decisions(store, new Nudges()), Clock), Programme), Clock, Log.For<GraphCalendars>());
    }

    public async ValueTask DisposeAsync()
    {
        await Graph.DisposeAsync();
        network.Dispose();
        Assert.Empty(Graph.Complaints);
        Assert.DoesNotContain(Log.Lines, line => line.Contains('@', StringComparison.Ordinal) || line.Contains("of their own", StringComparison.Ordinal) || line.Contains("planted", StringComparison.Ordinal));
    }

    private sealed class OneToken(GraphRoom room) : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            foreach (var scope in requestContext.Scopes)
                room.Scopes.Add(scope);
            return new(LocalGraph.Token, DateTimeOffset.MaxValue);
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}
