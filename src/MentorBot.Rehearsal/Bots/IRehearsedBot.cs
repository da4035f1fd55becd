namespace MentorBot.Rehearsal;

/// <summary>A running bot, as far as the town knows it: where it listens, how it is brought to rest, what it logged.</summary>
public interface IRehearsedBot : IAsyncDisposable
{
    /// <summary>Where activities are posted; a loopback address, or the town refuses it.</summary>
    Uri Messages { get; }

    /// <summary>Every line logged so far, as it would stand in the log, oldest first.</summary>
    IEnumerable<string> LogLines { get; }

    /// <summary>Does and delivers everything that is due by the town's clock; returns when nothing is left.</summary>
    Task RunUntilIdle(CancellationToken cancellationToken);

    /// <summary>
    /// The bot died by itself in the middle of something; the town starts another on the same folder, and Teams, which got no
    /// answer, sends the activity once more.
    /// </summary>
    bool HasCrashed => false;

    /// <summary>Ends as after a power cut: nothing is finished and nothing flushed. By default an ordinary end.</summary>
    ValueTask Crash() => DisposeAsync();
}
