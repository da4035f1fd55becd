using MentorBot.Storage.Due;
using MentorBot.Storage.Sealing;

namespace MentorBot.Hosting;

/// <summary>Runs the worker for as long as the bot runs, and drops unwrapped keys past their time, also while nobody writes.</summary>
public sealed class BackgroundWorker(Worker worker, DataKeys keys) : BackgroundService
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(worker.Run(stoppingToken), DropExpiredKeys(stoppingToken));

    private async Task DropExpiredKeys(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(BetweenLooks);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                keys.ForgetExpired();
        }
        catch (OperationCanceledException)
        {
            // The bot stops.
        }
    }
}
