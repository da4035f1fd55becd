using NodaTime;

namespace MentorBot.Domain.Notices;

/// <summary>What became of a notice.</summary>
public abstract record Delivery
{
    /// <summary>The card is in the chat, under this activity id.</summary>
    public sealed record Shown(string Card) : Delivery;

    /// <summary>
    /// There is nothing (more) to follow: the card says so and will not change again, or there never was one.
    /// </summary>
    public sealed record Finished : Delivery;

    /// <summary>The person never had the bot, took it away or blocked it, or wants to hear nothing until they write. When they are back, what they ask for shows everything.</summary>
    public sealed record Unreachable : Delivery;

    /// <summary>It did not go through; worth another try.</summary>
    /// <param name="After">No sooner than this, where the channel said so.</param>
    /// <param name="InDoubt">The answer was lost, so it may have arrived all the same, and the next try may double it.</param>
    public sealed record TryAgain(Duration? After, bool InDoubt) : Delivery
    {
        /// <summary>It says nothing about this one: a service is away, or lets nobody in. However long that lasts, it is not given up.</summary>
        public bool IsOutage { get; init; }
    }
}
