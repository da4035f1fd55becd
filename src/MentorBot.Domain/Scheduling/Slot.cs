using NodaTime;

namespace MentorBot.Domain.Scheduling;

/// <summary>A time that suits two people, with one reason for each, as they read it.</summary>
public sealed record Slot(Instant Start, int Minutes, SlotReason ForOne, SlotReason ForOther)
{
    public Instant End => Start + Duration.FromMinutes(Minutes);
}
