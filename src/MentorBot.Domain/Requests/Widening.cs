namespace MentorBot.Domain.Requests;

/// <summary>What would be fine as well, when nobody was found. Never touches whom one would rather not meet. Stored by name.</summary>
public enum Widening
{
    TopicsCloseToMine,
    EitherWork,
    AnotherWayOfMeeting,
    OtherHours,
    AnotherLanguage,
    OneConversation,
}
