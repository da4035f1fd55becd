namespace MentorBot.Domain.Offers;

/// <summary>How much it could be. Stored by name.</summary>
public enum Pace
{
    OneConversation,
    AFewConversations,
    SomethingLonger,
    SeeAfterTheFirst,
}
