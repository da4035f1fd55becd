using MentorBot.Domain.Notices;
using MentorBot.Domain.Sessions;

namespace MentorBot.Domain.Keeping;

/// <summary>The kinds of <see cref="Consequence"/> around what two people keep. Stored, so never renamed. Subject: relationship and number of the conversation, where nothing else is said.</summary>
public static class KeepingNotices
{
    /// <summary>A step, the next morning: whether there is anything to keep. Conversations leave it.</summary>
    public const string Offer = SessionNotices.Keep;

    /// <summary>To each of the two: how it stands. Subject: relationship, number, and which card of theirs.</summary>
    public const string Card = "keeping.card";

    /// <summary>A step, later: the reminder, or the end.</summary>
    public const string Tick = "keeping.tick";

    /// <summary>A step: what is each one's own goes to where it is theirs alone; where nobody wanted to keep anything, the shared notes go.</summary>
    public const string BringHome = "keeping.bring-home";
}
