using MentorBot.Storage.Due;

namespace MentorBot.Storage.Tests.Due;

/// <summary>A worker at work, stopped at the end of the test.</summary>
internal sealed class RunningWorker : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly Task work;

    public RunningWorker(Worker worker) => work = Task.Run(() => worker.Run(stop.Token));

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await work.WaitAsync(FallingByHand.Patience);
        stop.Dispose();
    }
}
