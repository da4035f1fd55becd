using MentorBot.Storage.Due;

namespace MentorBot.Hosting;

/// <summary>Runs the worker for as long as the bot runs.</summary>
public sealed class BackgroundWorker(Worker worker) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => worker.Run(stoppingToken);
}
