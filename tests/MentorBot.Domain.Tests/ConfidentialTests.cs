using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Newtonsoft.Json.Linq;

namespace MentorBot.Domain.Tests;

public sealed class ConfidentialTests
{
    private const string Canary = "canary words";

    private static readonly Confidential Words = Confidential.From(Canary)!;

    private sealed record Note(string Id, Confidential Words, Confidential? More = null);

    private sealed class Everything
    {
        public Confidential Field = Words;

        public object Untyped { get; } = Words;

        public IReadOnlyList<Confidential> Many { get; } = [Words];

        public IReadOnlyDictionary<string, Confidential> Named { get; } = new Dictionary<string, Confidential> { ["about"] = Words };
    }

    [Fact]
    public void The_words_can_be_had_by_who_may_have_them()
    {
        Assert.Equal(Canary, Words.Reveal());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t\r\n")]
    public void Nothing_typed_is_no_words(string? typed)
    {
        Assert.Null(Confidential.From(typed));
    }

    [Fact]
    public void Words_are_kept_as_typed()
    {
        Assert.Equal("  so \n", Confidential.From("  so \n")!.Reveal());
    }

    [Fact]
    public void Texts_made_of_it_show_that_something_is_hidden()
    {
        string[] texts =
        [
            Words.ToString(),
            $"{Words}",
            $"{Words,40:X}",
            string.Format(CultureInfo.InvariantCulture, "{0}", Words),
            "" + Words,
            string.Concat(Words, Words),
            string.Join(' ', Words, Words),
            Convert.ToString(Words, CultureInfo.InvariantCulture)!,
            new Note("n", Words).ToString(),
            (1, Words).ToString(),
            new { Words }.ToString()!,
            new InvalidOperationException($"{Words}").ToString(),
        ];

        Assert.All(texts, text => Assert.DoesNotContain("canary", text, StringComparison.OrdinalIgnoreCase));
        Assert.All(texts, text => Assert.Contains(Confidential.Hidden, text, StringComparison.Ordinal));
    }

    [Fact]
    public void System_Text_Json_writes_nothing_of_it()
    {
        var options = new JsonSerializerOptions { IncludeFields = true };
        string[] texts =
        [
            JsonSerializer.Serialize(Words),
            JsonSerializer.Serialize<object>(Words),
            JsonSerializer.Serialize(new Note("n", Words)),
            JsonSerializer.Serialize(new Everything(), options),
            JsonSerializer.SerializeToNode(new Everything(), options)!.ToJsonString(),
        ];

        Assert.Equal("null", texts[0]);
        Assert.Contains("\"Named\":{\"about\":null}", texts[3], StringComparison.Ordinal);
        Assert.All(texts, text => Assert.DoesNotContain("canary", text, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void System_Text_Json_reads_none()
    {
        var error = Assert.Throws<NotSupportedException>(() => JsonSerializer.Deserialize<Confidential>($"\"{Canary}\""));

        Assert.DoesNotContain("canary", error.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Newtonsoft_Json_writes_nothing_of_it()
    {
        string[] texts =
        [
            Newtonsoft.Json.JsonConvert.SerializeObject(Words),
            Newtonsoft.Json.JsonConvert.SerializeObject(new Note("n", Words)),
            Newtonsoft.Json.JsonConvert.SerializeObject(new Everything(), new Newtonsoft.Json.JsonSerializerSettings { TypeNameHandling = Newtonsoft.Json.TypeNameHandling.All }),
            JObject.FromObject(new Everything()).ToString(),
        ];

        Assert.Equal("{}", texts[0]);
        Assert.All(texts, text => Assert.DoesNotContain("canary", text, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void A_structured_log_line_shows_nothing_of_it()
    {
        using var services = new ServiceCollection().AddLogging(logging => logging.AddJsonConsole(console => console.IncludeScopes = true)).BuildServiceProvider();
        using var lines = new StringWriter(CultureInfo.InvariantCulture);
        var logger = new FormattingLogger(lines, services.GetServices<ConsoleFormatter>().Single(formatter => formatter.Name == ConsoleFormatterNames.Json));

        using (logger.BeginScope("scope {Words}", Words))
        using (logger.BeginScope(new Dictionary<string, object> { ["words"] = Words }))
            logger.LogError(new InvalidOperationException($"{Words}"), "{Words} {@Destructured} {Note} {Padded,20}", Words, Words, new Note("n", Words), Words);

        Assert.Contains(Confidential.Hidden, lines.ToString(), StringComparison.Ordinal);
        Assert.Contains("\"Scopes\"", lines.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("canary", lines.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_trace_shows_nothing_of_it()
    {
        using var activity = new Activity("turn").SetTag("words", Words);

        Assert.All(activity.Tags, tag => Assert.NotEqual(Canary, tag.Value));
        Assert.All(activity.TagObjects, tag => Assert.Equal(Confidential.Hidden, tag.Value?.ToString()));
    }

    [Fact]
    public void A_debugger_shows_nothing_of_it()
    {
        var display = Assert.Single(typeof(Confidential).GetCustomAttributes(typeof(DebuggerDisplayAttribute), inherit: false));

        Assert.Equal(Confidential.Hidden, ((DebuggerDisplayAttribute)display).Value);
    }

    [Fact]
    public void It_has_no_public_state_for_a_formatter_to_find()
    {
        Assert.Empty(typeof(Confidential).GetProperties());
        Assert.All(typeof(Confidential).GetFields(), field => Assert.True(field.IsLiteral));
    }

    [Fact]
    public void Equal_words_are_equal_and_hash_to_nothing_telling()
    {
        Assert.Equal(Words, Confidential.From(Canary));
        Assert.NotEqual(Words, Confidential.From("other words"));
        Assert.Equal(Words.GetHashCode(), Confidential.From("other words")!.GetHashCode());
    }

    /// <summary>Hands each line to the formatter of the console, as the console's logger does.</summary>
    private sealed class FormattingLogger(StringWriter writer, ConsoleFormatter formatter) : ILogger
    {
        private readonly LoggerExternalScopeProvider scopes = new();

        public IDisposable BeginScope<TState>(TState state)
            where TState : notnull => scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatLine) =>
            formatter.Write(new LogEntry<TState>(logLevel, "tests", eventId, state, exception, formatLine), scopes, writer);
    }
}
