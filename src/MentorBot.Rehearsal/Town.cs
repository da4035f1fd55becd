using System.Globalization;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NodaTime;

namespace MentorBot.Rehearsal;

/// <summary>People with a bot, over real HTTP: the connector that the bot calls back, everybody's chat, the clock, and what must never happen.</summary>
/// <remarks>
/// Loopback only. A test ends with <see cref="Settles"/>, which fails when an invoke went unanswered, a message was
/// refused, or typed words turned up where none may be; disposing the town fails for these as well if nobody was told.
/// </remarks>
public sealed class Town : IAsyncDisposable
{
    private const int MostRounds = 50;

    private readonly StartBot startBot;
    private readonly TownOptions options;
    private readonly ConnectorDesk desk;
    private readonly HttpClient http;
    private readonly Lock gate = new();
    private readonly List<string> problems = [];
    private readonly List<IRehearsedBot> crashed = [];
    private readonly Watch watch;
    private readonly SemaphoreSlim burying = new(1);
    private readonly bool ownsFolder;
    private ConnectorServer connector = null!;
    private IRehearsedBot bot = null!;
    private long lastId;
    private bool hasFailed;

    private Town(StartBot startBot, IEnumerable<Townsperson> people, TownOptions options)
    {
        this.startBot = startBot;
        this.options = options;
        Clock = new TownClock(options.Start);
        Transcript = new Transcript(Clock, DateTimeZoneProviders.Tzdb[options.Zone]);
        Residents = [.. people.Select(person => new Resident(this, person, options))];
        Canaries = new Canaries([.. options.WordsOfTheBot, .. Residents.SelectMany(resident => new[] { resident.Name, resident.Person.Id })]);
        watch = new Watch(Canaries, Problem);
        desk = new ConnectorDesk(this, options);
        http = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { Timeout = options.AnswersWithin };
        ownsFolder = options.DataFolder is null;
        DataFolder = options.DataFolder is { } folder ? Directory.CreateDirectory(folder).FullName : Directory.CreateTempSubdirectory("town-").FullName;
    }

    /// <summary>Raised when somebody gets to see a card, a message or a form, or a card of theirs changes.</summary>
    public event Action<Seen>? Shown;

    public TownClock Clock { get; }

    public Transcript Transcript { get; }

    public Canaries Canaries { get; }

    public IReadOnlyList<Resident> Residents { get; }

    public string DataFolder { get; }

    /// <summary>The bot that runs now.</summary>
    public IRehearsedBot Bot => bot;

    /// <summary>What went wrong so far and was not <see cref="Expected"/>.</summary>
    public IReadOnlyList<string> Problems
    {
        get
        {
            lock (gate)
                return [.. problems];
        }
    }

    /// <summary>How many sends the bot tried so far: conversations created, activities posted, updated and deleted.</summary>
    public int Sends => desk.Sends;

    internal Watch Watch => watch;

    internal Uri ServiceUrl => connector.ServiceUrl;

    /// <exception cref="RehearsalException">The bot listens elsewhere than on this machine.</exception>
    public static async Task<Town> Start(StartBot startBot, IEnumerable<Townsperson> people, TownOptions? options = null, CancellationToken cancellationToken = default)
    {
        var town = new Town(startBot, people, options ?? TownOptions.Usual);
        try
        {
            town.connector = await ConnectorServer.Start(town.desk, cancellationToken);
            await town.StartTheBot(cancellationToken);
            return town;
        }
        catch
        {
            town.hasFailed = true;
            await town.DisposeAsync();
            throw;
        }
    }

    /// <summary>The person of that name, or of that first name.</summary>
    public Resident Person(string name)
    {
        var named = Residents.Where(resident => resident.Name == name).ToList();
        if (named.Count == 0)
            named = [.. Residents.Where(resident => resident.Name.Split(' ')[0] == name)];
        return named is [var one] ? one : throw new RehearsalException($"{(named.Count == 0 ? "Nobody" : "More than one")} here is called “{name}”: {string.Join(" · ", Residents.Select(resident => resident.Name))}");
    }

    /// <summary>Everybody gets the bot, as when an organisation puts it there for all.</summary>
    public async Task EverybodyInstalls(CancellationToken cancellationToken = default)
    {
        foreach (var resident in Residents)
            await resident.Installs(cancellationToken: cancellationToken);
    }

    /// <summary>Lets the bot finish everything that is due, and fails when anything went wrong since the town began.</summary>
    /// <exception cref="RehearsalException">Problems, all of them, in its message.</exception>
    public async Task Settles(CancellationToken cancellationToken = default)
    {
        for (var round = 1; ; round++)
        {
            var before = connector.Arrivals;
            await RunUntilIdle(cancellationToken);
            await connector.Quiet.WaitAsync(cancellationToken);
            if (connector.Arrivals == before)
                break;
            if (round == MostRounds)
                throw Failed($"The bot does not come to rest: after {MostRounds} rounds it still sends.");
        }

        Inspect();
        if (Problems is { Count: > 0 } all)
            throw Failed($"{string.Join('\n', all)}");
    }

    /// <summary>Time passes, and everything that falls due is done.</summary>
    public Task Later(Duration by, CancellationToken cancellationToken = default)
    {
        Clock.Advance(by);
        return Settles(cancellationToken);
    }

    /// <summary>A problem that was meant to happen: strikes off those that contain this, and fails when there is none.</summary>
    public void Expected(string part)
    {
        lock (gate)
            if (problems.RemoveAll(problem => problem.Contains(part, StringComparison.OrdinalIgnoreCase)) == 0)
                throw Failed($"Something with “{part}” should have gone wrong, and did not.{string.Concat(problems.Select(problem => "\n" + problem))}");
    }

    /// <summary>Lets sends of the bot go wrong: the next ones, or those after some that still go well.</summary>
    /// <param name="after">How many sends go well first.</param>
    /// <param name="only">Counts, and fails, only what goes into this person's chat.</param>
    public void Fails(Fault fault, int times = 1, int after = 0, Resident? only = null) => desk.Fail(fault, times, after, only);

    /// <summary>Ends the bot in good order and starts it again on the same folder.</summary>
    public async Task RestartBot(CancellationToken cancellationToken = default)
    {
        watch.OverLog(bot);
        await bot.DisposeAsync();
        Transcript.Add("— the bot is restarted —");
        await StartTheBot(cancellationToken);
    }

    /// <summary>Ends the bot as a power cut does, and starts another on the same folder.</summary>
    public async Task CrashBot(CancellationToken cancellationToken = default)
    {
        watch.OverLog(bot);
        crashed.Add(bot);
        await bot.Crash();
        Transcript.Add("— the bot crashes, and is started again —");
        await StartTheBot(cancellationToken);
    }

    /// <summary>What lies in the bot's folder now.</summary>
    public FolderReport ReportFolder() => FolderReport.Of(DataFolder, Canaries);

    /// <exception cref="RehearsalException">Something had gone wrong, and no <see cref="Settles"/> has said so.</exception>
    public async ValueTask DisposeAsync()
    {
        if (bot is not null && !hasFailed)
            Inspect();
        foreach (var each in crashed.Append(bot).OfType<IRehearsedBot>())
            await each.DisposeAsync();
        if (connector is not null)
            await connector.DisposeAsync();
        http.Dispose();
        burying.Dispose();
        if (ownsFolder)
            Directory.Delete(DataFolder, recursive: true);
        if (!hasFailed && Problems is { Count: > 0 } all)
            throw Failed($"The town ended with problems that nobody looked at:\n{string.Join('\n', all)}");
    }

    internal Resident? ByAccount(string id) => Residents.FirstOrDefault(resident => resident.Mri == id || resident.Person.Id == id);

    /// <summary>An id as Teams gives them: a number that grows.</summary>
    internal string NextId() => (1_700_000_000_000 + Interlocked.Increment(ref lastId)).ToString(CultureInfo.InvariantCulture);

    internal void Shows(Seen seen) => Shown?.Invoke(seen);

    internal void Problem(string problem)
    {
        lock (gate)
            problems.Add(problem);
        Transcript.Add($"! {problem}");
    }

    /// <summary>Where a browser gets to that follows a link.</summary>
    internal Uri LeadsTo(Uri link) => options.PublicAddress?.IsBaseOf(link) == true ? new(bot.Messages, link.PathAndQuery) : link;

    /// <summary>Posts an activity to the bot as it is.</summary>
    internal async Task<BotAnswer> Deliver(Resident from, JObject activity, CancellationToken cancellationToken)
    {
        var asked = bot;
        var answer = await Post(asked, from, activity, cancellationToken);
        if (!asked.HasCrashed)
            return answer;
        await Succeed(asked, cancellationToken);
        return await Deliver(from, activity, cancellationToken);
    }

    /// <summary>Another bot takes the dead one's place, once, however many find it dead.</summary>
    private async Task Succeed(IRehearsedBot dead, CancellationToken cancellationToken)
    {
        await burying.WaitAsync(cancellationToken);
        try
        {
            if (bot == dead)
                await CrashBot(cancellationToken);
        }
        finally
        {
            burying.Release();
        }
    }

    private async Task<BotAnswer> Post(IRehearsedBot asked, Resident from, JObject activity, CancellationToken cancellationToken)
    {
        using var content = new StringContent(activity.ToString(Formatting.None), Encoding.UTF8, "application/json");
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, asked.Messages) { Content = content };
            if (options.Signs?.Invoke(activity) is { } signed)
                request.Headers.TryAddWithoutValidation("Authorization", signed);
            using var response = await http.SendAsync(request, cancellationToken);
            var text = await response.Content.ReadAsStringAsync(cancellationToken);
            var name = activity["name"]?.ToString();
            var mayShowWords = name is "task/fetch" or "task/submit";
            watch.OverMessage($"The answer to {from.Name}'s {activity["type"]} {name}".TrimEnd(), mayShowWords ? "" : text, response.Headers.Concat(response.Content.Headers).Select(header => $"{header.Key}: {string.Join(',', header.Value)}"));
            return new((int)response.StatusCode, ConnectorServer.ObjectIn(text));
        }
        catch (HttpRequestException)
        {
            return new(0, null);
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new(0, null);
        }
    }

    private async Task RunUntilIdle(CancellationToken cancellationToken)
    {
        var asked = bot;
        try
        {
            await asked.RunUntilIdle(cancellationToken);
        }
        catch (Exception) when (asked.HasCrashed)
        {
            // Its last words do not matter.
        }

        if (!asked.HasCrashed)
            return;
        await Succeed(asked, cancellationToken);
        await RunUntilIdle(cancellationToken);
    }

    private async Task StartTheBot(CancellationToken cancellationToken)
    {
        bot = await startBot(new Surroundings(ServiceUrl, Clock, DataFolder), cancellationToken);
        if (!bot.Messages.IsAbsoluteUri || !bot.Messages.IsLoopback)
            throw Failed($"A rehearsal talks to this machine only; the bot listens at {bot.Messages}.");
    }

    private void Inspect()
    {
        watch.OverLog(bot);
        watch.OverFolder(ReportFolder());
    }

    private RehearsalException Failed(string message)
    {
        hasFailed = true;
        return new(message);
    }
}
