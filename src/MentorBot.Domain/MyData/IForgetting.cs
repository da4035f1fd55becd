using NodaTime;

namespace MentorBot.Domain.MyData;

/// <summary>
/// Forgets somebody. From the moment on when it is begun nothing stops it: it goes on by itself after whatever breaks, and each
/// part may be repeated.
/// </summary>
public interface IForgetting
{
    /// <summary>How long what is shared stays: the notice that the other gets.</summary>
    static readonly Duration Notice = Duration.FromDays(14);

    /// <summary>May be repeated: the first time counts, and what was given up in between is taken up again.</summary>
    /// <returns>When what they shared is erased.</returns>
    Task<Instant> Begin(PersonId person, CancellationToken cancellationToken);
}
