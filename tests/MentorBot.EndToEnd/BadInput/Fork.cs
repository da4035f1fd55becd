using System.Text;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Scheduling;
using MentorBot.Rehearsal;
using MentorBot.Rehearsing;
using MentorBot.Storage.Due;
using MentorBot.Storage.Rows;
using MentorBot.Testing.Calendars;
using MentorBot.Testing.Queues;
using MentorBot.Testing.Rows;
using MentorBot.Testing.Towns;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace MentorBot.EndToEnd.BadInput;

/// <summary>The bot as it was at one moment of the story, going on by itself: whatever is done to it, the story has not heard of it.</summary>
internal sealed class Fork : IAsyncDisposable
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(30) };

    private readonly Sink sink;
    private readonly MemoryRowStore rows;
    private IRehearsedBot bot = null!;
    private int linesRead;

    private Fork(Sink sink, MemoryRowStore rows) => (this.sink, this.rows) = (sink, rows);

    public IReadOnlyList<(Partition Partition, Row Row)> Rows => rows.All;

    public string ServiceUrl => sink.Url.AbsoluteUri;

    public RowDump Dump => RowDump.Of(rows.All);

    public static async Task<Fork> At(Moment moment, Sink sink)
    {
        var fork = new Fork(sink, MemoryRowStore.With(moment.Rows.Select(each => (each.Partition, Reached(each.Row, sink)))));
        var start = RehearsedBot.Starting(
            TestTown.Settings(),
            builder => builder.Services
                .AddSingleton<IRowStore>(fork.rows)
                .AddSingleton<IWorkQueue>(provider => new MemoryWorkQueue(provider.GetRequiredService<NodaTime.IClock>()))
                .AddSingleton(moment.Keys)
                .AddSingleton<ICalendars>(provider => new CalendarsInMemory(provider.GetRequiredService<IDirectory>())));
        fork.bot = await start(new(sink.Url, new TownClock(moment.Now), Path.GetTempPath()), CancellationToken.None);
        await fork.Rests();
        sink.Take();
        return fork;
    }

    /// <summary>Everything that is due is done.</summary>
    public Task Rests() => bot.RunUntilIdle(CancellationToken.None);

    /// <param name="isToSink">Whether the answer is to go where tests look; else wherever the activity says.</param>
    public async Task<Reply> Post(JObject activity, bool isToSink = true)
    {
        if (isToSink)
            activity["serviceUrl"] = sink.Url.AbsoluteUri;
        var (status, text) = await Post(JsonConvert.SerializeObject(activity, new JsonSerializerSettings { StringEscapeHandling = StringEscapeHandling.EscapeNonAscii, MaxDepth = null }));
        return new(activity, status, text, ObjectIn(text), sink.Take());
    }

    public async Task<(int Status, string Text)> Post(string body, string contentType = "application/json")
    {
        using var content = new StringContent(body, Encoding.UTF8, contentType);
        using var response = await Http.PostAsync(bot.Messages, content);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Bytes that may be no text at all.</summary>
    /// <returns>The status.</returns>
    public async Task<int> Post(byte[] body)
    {
        using var content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } };
        using var response = await Http.PostAsync(bot.Messages, content);
        return (int)response.StatusCode;
    }

    /// <summary>Lines of the log since this was last asked that tell of an error.</summary>
    public IReadOnlyList<string> NewErrors()
    {
        var lines = bot.LogLines.ToList();
        List<string> errors = [.. lines.Skip(linesRead).Where(line => line.StartsWith("Error", StringComparison.Ordinal) || line.StartsWith("Critical", StringComparison.Ordinal))];
        linesRead = lines.Count;
        return errors;
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    /// <summary>Whatever the bot sends from here on goes into the sink.</summary>
    private static Row Reached(Row row, Sink sink) => row.Properties.ContainsKey("serviceUrl")
        ? row with { Properties = row.Properties.ToDictionary(each => each.Key, each => each.Key == "serviceUrl" ? sink.Url.AbsoluteUri : each.Value) }
        : row;

    private static JObject? ObjectIn(string text)
    {
        try
        {
            return JToken.Parse(text) as JObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
