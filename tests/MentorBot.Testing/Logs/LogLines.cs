using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace MentorBot.Testing.Logs;

/// <summary>Everything that is logged, whoever logs it and at whatever level.</summary>
public sealed class LogLines : ILogger
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text, Exception? Problem)> entries = [];

    public IReadOnlyList<(LogLevel Level, string Text, Exception? Problem)> Entries => [.. entries];

    /// <summary>With the exceptions, as a log shows them.</summary>
    public IReadOnlyList<string> Lines => [.. entries.Select(one => $"{one.Level}: {one.Text} {one.Problem}")];

    public IReadOnlyList<string> Warnings => [.. entries.Where(one => one.Level == LogLevel.Warning).Select(one => one.Text)];

    public ILogger<T> For<T>() => new Logger<T>(new Source(this));

    public void Of(ILoggingBuilder bot) => bot.AddProvider(new Source(this));

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        entries.Enqueue((logLevel, formatter(state, exception), exception));

    private sealed class Source(LogLines lines) : ILoggerFactory, ILoggerProvider
    {
        public ILogger CreateLogger(string categoryName) => lines;

        public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("It is all there is.");

        public void Dispose()
        {
        }
    }
}
