namespace MentorBot.Domain.Notices;

/// <summary>Shows people what concerns them: renders the card from the state as it is now, and sends or replaces it.</summary>
public interface INotices
{
    /// <exception cref="Exception">An outage or a bug; the notice is tried again later.</exception>
    Task<Delivery> Deliver(Notice notice, CancellationToken cancellationToken);
}
