using MentorBot.Storage.Due;
using NodaTime;

namespace MentorBot.EndToEnd.Crashes;

/// <summary>What a bot says to the queue, as long as it lives: what the dead one had in hand comes back by itself.</summary>
internal sealed class MortalQueue(IWorkQueue inner, Life life) : IWorkQueue, IDisposable
{
    public Task Put(IReadOnlyList<DuePointer> pointers, CancellationToken cancellationToken)
    {
        life.MustLast();
        return inner.Put(pointers, cancellationToken);
    }

    public Task<IReadOnlyList<DueMessage>> Take(int most, Duration lease, CancellationToken cancellationToken)
    {
        life.MustLast();
        return inner.Take(most, lease, cancellationToken);
    }

    public Task Done(DueMessage message, CancellationToken cancellationToken)
    {
        life.MustLast();
        return inner.Done(message, cancellationToken);
    }

    public void Dispose() => (inner as IDisposable)?.Dispose();
}
