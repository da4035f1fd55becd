namespace MentorBot.Storage.Rows;

/// <summary>The tables. Their partitions and rows are listed in docs/decisions/0003-storage-and-the-one-door.md.</summary>
public enum Table
{
    Matching,
    People,
    Keys,
    Due,
    BotState,
    Relationships,
    Pulses,
    Downloads,
    Evaluations,
    Roster,
}
