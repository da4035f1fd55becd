using MentorBot.Domain.Sessions;
using NodaTime;

namespace MentorBot.Flows.Tests;

/// <summary>The number of conversations of last month, as a test says.</summary>
internal sealed class HeldInMemory : IHeldConversations
{
    /// <summary>Null where it is about too few.</summary>
    public int? Number { get; set; }

    public Task<HeldInMonth> LastMonth(CancellationToken cancellationToken) => Task.FromResult(new HeldInMonth(new YearMonth(2026, 2), Number));
}
