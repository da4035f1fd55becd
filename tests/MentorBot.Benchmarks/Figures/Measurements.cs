using System.Diagnostics;
using System.Globalization;
using MentorBot.Benchmarks.Children;
using MentorBot.Benchmarks.Load;
using MentorBot.Testing.Services;

namespace MentorBot.Benchmarks.Figures;

/// <summary>Everything that design.md, "Speed", says something about, measured in one run. What each line means is in README.md.</summary>
public sealed class Measurements : IAsyncDisposable
{
    private const int WarmUp = 20_000;
    private const int Measured = 12_000;
    private const int WarmUpPresses = 4_000;
    private const int Presses = 6_000;
    private const int WorkedPresses = 500;
    private const int Starts = 5;

    /// <summary>About as long as the answer to the press.</summary>
    private const int AnswerLength = 300;

    /// <summary>The compiler works in the background on what the warm-up has shown to be hot.</summary>
    private static readonly TimeSpan ForTheCompiler = TimeSpan.FromSeconds(1);

    private static readonly Kind Confirms = new("prepare", Activities.Confirms, "open", Notices: 2);
    private static readonly Kind Turns = new("prepare-talks", Activities.Turns, "turned", Notices: 1);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string folder = Directory.CreateTempSubdirectory("mentorbot-benchmarks-").FullName;
    private readonly StubConnector connector;
    private ServerFigures bare = null!;

    private Measurements(StubConnector connector) => this.connector = connector;

    public static async Task<int> Run()
    {
        await using var measurements = new Measurements(await StubConnector.Start());
        await measurements.MeasureServers();
        await measurements.MeasureStart();
        await measurements.MeasureRounds();
        SealingFigures.Print(Path.Combine(measurements.folder, "sealing"));
        SlotFigures.Print();
        return await CohortFigures.Print();
    }

    /// <summary>For who works on the press: it and what it is measured by, nothing else.</summary>
    public static async Task<int> RunPress()
    {
        await using var measurements = new Measurements(await StubConnector.Start());
        await measurements.MeasureBare();
        await measurements.MeasurePress();
        return 0;
    }

    public async ValueTask DisposeAsync()
    {
        await connector.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task MeasureServers()
    {
        var url = connector.ServiceUrl;
        await MeasureBare();
        (await Measure(number => Activities.Confirms(number, url), "bare", Number(AnswerLength), url.AbsoluteUri)).Print("bare endpoint that calls once", bare, "");
        (await Measure(number => Activities.Message(number, url, answeredInside: true), "echo")).Print("echo turn, answered inside", bare, "× 1.7");
        (await Measure(number => Activities.Message(number, url), "echo")).Print("echo turn, calling the connector", bare, "");
        await MeasurePress();
        await MeasureForm();
        await MeasurePressWithNotices(Confirms, "card press and its two notices");
        await MeasurePressWithNotices(Turns, "turning a page, and the other's card");
    }

    private async Task MeasureBare()
    {
        bare = await Measure(number => Activities.Confirms(number, connector.ServiceUrl), "bare", Number(AnswerLength));
        Console.WriteLine($"Every server: {bare.Collector}. At {SixtyFour.Callers} connections, the load and what the bot calls in another process:");
        Console.WriteLine();
        ServerFigures.PrintHead();
        bare.Print("bare endpoint", bare, "");
    }

    private static async Task<ServerFigures> Measure(Func<int, byte[]> request, params string[] server)
    {
        await using var child = await ChildProcess.Serve(server);
        using var callers = new SixtyFour(child.Address);
        await callers.Send(0, WarmUp, request);
        await Task.Delay(ForTheCompiler);
        var before = await child.Usage();
        var took = await callers.Send(WarmUp, Measured, request);
        return ServerFigures.Of(before, await child.Usage(), took);
    }

    private async Task MeasurePress()
    {
        const int all = WarmUpPresses + Presses;
        await MeasureAuthenticatedPress();
        await using var child = await ServeBot("press", all, "idle");
        var (figures, groups) = await Measure(child, Confirms, WarmUpPresses, Presses, delivers: false);
        figures.Print("card press", bare, "× 3.3 to 10.4");
        Console.WriteLine();
        Console.WriteLine($"resident after {all} presses   {Megabytes(figures.Resident)} MB (heap {Megabytes(figures.Heap)}), bare {Megabytes(bare.Resident)} MB (heap {Megabytes(bare.Heap)}; × {(double)figures.Resident / bare.Resident:0.0})   aim: 160 MB, × 1.5");
        Console.WriteLine(groups);
        Console.WriteLine();
    }

    /// <summary>As in a tenant: each press bears a token of the channel, and each replaced card one of the bot.</summary>
    private async Task MeasureAuthenticatedPress()
    {
        await using var issuer = await LocalIssuer.Start();
        await using var child = await ServeBot("authenticated", WarmUpPresses + Presses, "idle", [.. issuer.Settings(), $"Teams:ServiceUrls:0={connector.ServiceUrl}"]);
        var (figures, _) = await Measure(child, Confirms, WarmUpPresses, Presses, delivers: false, $"Bearer {issuer.ForActivity(connector.ServiceUrl.AbsoluteUri)}");
        figures.Print("card press, authenticated", bare, "");
    }

    /// <summary>Nothing is decided: this is what the longest form costs to make.</summary>
    private async Task MeasureForm()
    {
        await using var child = await ServeBot("form", 0, "idle");
        using var callers = new SixtyFour(child.Address);
        await callers.Send(0, WarmUpPresses, number => Activities.Opens(number, connector.ServiceUrl));
        await Task.Delay(ForTheCompiler);
        var before = await child.Usage();
        var took = await callers.Send(WarmUpPresses, Presses, number => Activities.Opens(number, connector.ServiceUrl));
        ServerFigures.Of(before, await child.Usage(), took).Print("opening the longest form", bare, "");
    }

    /// <summary>With the worker on: what the press leads to in the chats of others is delivered, and counted.</summary>
    private async Task MeasurePressWithNotices(Kind kind, string name)
    {
        await using var child = await ServeBot(kind.Prepare, WorkedPresses * 2, "working");
        var (figures, groups) = await Measure(child, kind, WorkedPresses, WorkedPresses, delivers: true);
        figures.Print(name, bare, "");
        Console.WriteLine(groups);
        Console.WriteLine();
    }

    private async Task<(ServerFigures Figures, string Groups)> Measure(ChildProcess child, Kind kind, int warmUp, int presses, bool delivers, string? authorization = null)
    {
        var all = warmUp + presses;
        await child.Ask($"{kind.Prepare} {all} {connector.ServiceUrl}");
        if (delivers)
            await child.Ask("deliver");
        using var callers = new SixtyFour(child.Address, authorization);
        byte[] Request(int number) => kind.Request(number, connector.ServiceUrl);
        Task<TimeSpan[]> Send(int from, int count) => delivers ? SendAndAwaitNotices(callers, kind, from, count, Request) : callers.Send(from, count, Request);
        await Send(0, warmUp);
        await Task.Delay(ForTheCompiler);
        var (before, commitsBefore) = (await child.Usage(), await child.Ask("commits"));
        var took = await Send(warmUp, presses);
        var (after, commitsAfter) = (await child.Usage(), await child.Ask("commits"));
        if (await child.Ask($"{kind.Decided} {all}") is var decided && decided != Number(all))
            throw new InvalidOperationException($"Of {all} presses only {decided} were decided and saved.");
        return (ServerFigures.Of(before, after, took), Groups(commitsBefore, commitsAfter, presses));
    }

    private async Task<TimeSpan[]> SendAndAwaitNotices(SixtyFour callers, Kind kind, int from, int count, Func<int, byte[]> request)
    {
        var expected = connector.Arrivals + (kind.Notices * count);
        var took = await callers.Send(from, count, request);
        for (var waited = Stopwatch.StartNew(); connector.Arrivals < expected && waited.Elapsed < Patience;)
            await Task.Delay(10);
        if (connector.Arrivals < expected)
            Console.WriteLine($"({expected - connector.Arrivals} notices of {kind.Notices * count} did not come in time)");
        return took;
    }

    private async Task<ChildProcess> ServeBot(string name, int mentors, string worker, params string[] settings)
    {
        var people = Path.Combine(folder, $"{name}.csv");
        Organisation.Write(people, mentors);
        return await ChildProcess.Serve(["bot", Path.Combine(folder, name), people, worker, .. settings]);
    }

    private async Task MeasureStart()
    {
        var (ours, bareEndpoint) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var start = 0; start < Starts; start++)
        {
            var data = Path.Combine(folder, $"start-{start}");
            ours.Add(await Start(() => ChildProcess.Product(data)));
            bareEndpoint.Add(await Start(() => ChildProcess.Serve("bare", Number(AnswerLength))));
        }

        var (median, bareMedian) = (ours.Order().ElementAt(Starts / 2), bareEndpoint.Order().ElementAt(Starts / 2));
        Console.WriteLine($"start to first answer        {median.TotalSeconds:0.00} s, bare {bareMedian.TotalSeconds:0.00} s (× {median / bareMedian:0.0}; medians of {Starts})   aim: 1 s");
    }

    private async Task<TimeSpan> Start(Func<Task<ChildProcess>> start)
    {
        var watch = Stopwatch.StartNew();
        await using var child = await start();
        using var callers = new SixtyFour(child.Address);
        await callers.Send(0, 1, number => Activities.Message(number, connector.ServiceUrl));
        return watch.Elapsed;
    }

    private async Task MeasureRounds() =>
        Console.WriteLine($"storage rounds of a press    {await RoundsOfAPress.Count(Path.Combine(folder, "rounds"), connector.ServiceUrl)}   aim: 4");

    private static string Groups(string before, string after, int presses)
    {
        static long[] Both(string text) => [.. text.Split(' ').Select(number => long.Parse(number, CultureInfo.InvariantCulture))];
        var (from, to) = (Both(before), Both(after));
        var (transactions, commits) = (to[0] - from[0], to[1] - from[1]);
        return $"transactions                 {(double)transactions / presses:0.0} a press, {(double)transactions / commits:0.0} in each commit of SQLite";
    }

    private static string Megabytes(long bytes) => (bytes / 1_000_000).ToString(CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A kind of press.</summary>
    /// <param name="Prepare">What the server is asked beforehand.</param>
    /// <param name="Decided">What it is asked afterwards: how many were decided and saved.</param>
    /// <param name="Notices">To how many other chats each leads.</param>
    private sealed record Kind(string Prepare, Func<int, Uri, byte[]> Request, string Decided, int Notices);
}
