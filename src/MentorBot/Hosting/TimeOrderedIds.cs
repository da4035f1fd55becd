using MentorBot.Domain;
using NodaTime;

namespace MentorBot.Hosting;

/// <summary>Version 7 UUIDs: the time first, then chance.</summary>
public sealed class TimeOrderedIds(IClock clock) : INewIds
{
    public string Next() => Guid.CreateVersion7(clock.GetCurrentInstant().ToDateTimeOffset()).ToString("n");
}
