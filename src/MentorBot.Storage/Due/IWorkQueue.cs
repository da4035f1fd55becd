using NodaTime;

namespace MentorBot.Storage.Due;

/// <summary>
/// Carries pointers that have fallen due from those who sweep to those who look, so that replicas share the work. At least once,
/// in no order: what is taken and not done by the end of its lease is there for somebody else, also after a crash. Losing a
/// message is harmless, for its pointer stands in Due until somebody has looked. Every implementation passes the one contract suite.
/// </summary>
public interface IWorkQueue
{
    /// <summary>Puts a message for each; putting a pointer again makes a second message. When it fails, some may be there.</summary>
    /// <exception cref="WorkQueueUnavailableException"/>
    Task Put(IReadOnlyList<DuePointer> pointers, CancellationToken cancellationToken);

    /// <summary>Takes messages that nobody has, and hides them from everybody else for a while.</summary>
    /// <param name="most">1 to 32.</param>
    /// <param name="lease">Whole seconds, at least one.</param>
    /// <returns>As many as there are, up to that; none when there are none.</returns>
    /// <exception cref="WorkQueueUnavailableException"/>
    Task<IReadOnlyList<DueMessage>> Take(int most, Duration lease, CancellationToken cancellationToken);

    /// <summary>The message has been seen to and goes. Nothing happens when it is gone, or when somebody else has taken it since.</summary>
    /// <exception cref="WorkQueueUnavailableException"/>
    Task Done(DueMessage message, CancellationToken cancellationToken);
}
