using MentorBot.Domain.Relationships;

namespace MentorBot.Domain.Sessions;

/// <summary>Where the meetings of each relationship are kept: beside it, so that both are decided on together.</summary>
public interface IMeetings
{
    /// <summary>Null when there is no such relationship (any more). Meetings that were never written are those before the first.</summary>
    Task<Together?> Find(RelationshipId id, CancellationToken cancellationToken);

    /// <summary>
    /// Decides on the meetings of a relationship; what happens next by itself is written with them. Where there is none, nothing is
    /// decided and the answer is "as it is" with nothing. Whether it still goes on is for the decision to see.
    /// </summary>
    /// <param name="decide">Pure; asked again when somebody else was faster, or the relationship changed meanwhile.</param>
    Task<MeetingsOutcome> Decide(RelationshipId id, Func<Together, Decision<Meetings, MeetingsOutcome>> decide, CancellationToken cancellationToken);
}
