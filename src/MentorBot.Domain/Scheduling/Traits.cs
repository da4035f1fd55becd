namespace MentorBot.Domain.Scheduling;

/// <summary>What is so of a time, for one person.</summary>
[Flags]
internal enum Traits : short
{
    None = 0,

    /// <summary>On the full or half hour of their clock.</summary>
    Round = 1,
    Outside = 1 << 1,
    AtStart = 1 << 2,
    AtEnd = 1 << 3,
    NotEarlyNorLate = 1 << 4,
    OverLunch = 1 << 5,
    AfterLunch = 1 << 6,
    QuietDay = 1 << 7,
    AsLastTime = 1 << 8,

    /// <summary>The same for both.</summary>
    RoomAround = 1 << 9,
}
