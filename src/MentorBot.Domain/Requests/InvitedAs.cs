namespace MentorBot.Domain.Requests;

/// <summary>How somebody who found another person by themselves sees it. Stored by name.</summary>
public enum InvitedAs
{
    TheyMentorMe,
    IMentorThem,
    ByTurns,
}
