using NodaTime;

namespace MentorBot.Domain.Pulses;

/// <summary>Why a check-in cannot go out. Never how many are missing, nor who.</summary>
public abstract record LaunchRefusal
{
    /// <summary>The operator has not confirmed that the organisation may use the index.</summary>
    public sealed record NotCleared : LaunchRefusal;

    /// <summary>Fewer than five pairs, or five people in either role; or nothing could be shown without telling who took part.</summary>
    public sealed record TooFew : LaunchRefusal;

    /// <summary>Some of these people were asked within six weeks, in another group.</summary>
    public sealed record TooClose(Instant Earlier, LocalDate After) : LaunchRefusal;

    /// <summary>The same people were asked within six weeks.</summary>
    public sealed record TooSoon(LocalDate After) : LaunchRefusal;

    /// <summary>One for some of these people is open.</summary>
    public sealed record StillOpen(Instant Until) : LaunchRefusal;

    /// <summary>Less than ten days, or a day that has gone by, or more than eight weeks.</summary>
    public sealed record TooShort : LaunchRefusal;

    /// <summary>People came or went since it was checked.</summary>
    public sealed record GroupChanged : LaunchRefusal;
}
