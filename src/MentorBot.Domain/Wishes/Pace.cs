namespace MentorBot.Domain.Wishes;

/// <summary>How much it could be. Stored by name.</summary>
public enum Pace
{
    OneConversation,
    AFewConversations,
    SomethingLonger,
    SeeAfterTheFirst,
}
