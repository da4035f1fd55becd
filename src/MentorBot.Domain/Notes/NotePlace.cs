using MentorBot.Domain.Relationships;
using MentorBot.Domain.Sessions;

namespace MentorBot.Domain.Notes;

/// <summary>Where in which conversation something is noted.</summary>
/// <param name="Session">The number of the conversation.</param>
public sealed record NotePlace(RelationshipId In, int Session, Phase Phase)
{
    /// <summary>Whether the two had that conversation, are in it, or have it before them. Also long after it was closed.</summary>
    public bool IsAmong(Meetings meetings) => Session >= 1 && Session <= meetings.Last;
}
