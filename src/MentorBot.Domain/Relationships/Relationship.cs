using MentorBot.Domain.Requests;
using MentorBot.Domain.Scheduling;
using NodaTime;

namespace MentorBot.Domain.Relationships;

/// <summary>Two people who both said yes.</summary>
/// <param name="Revision">Counts its changes, from 1.</param>
/// <param name="ByTurns">They mentor one another by turns.</param>
/// <param name="Asked">What the person asking had written, for the mentor to read; and for a new request, should this one end.</param>
/// <param name="Since">Since when the mentee had been waiting: an early place, should this one end.</param>
/// <param name="FirstTime">The time that travelled with the yes, booked right after; null for none.</param>
/// <param name="AsPeers">After it was complete they stayed in touch as equals: nobody mentors, so it takes no place, and nobody is asked how it goes.</param>
public sealed record Relationship(
    RelationshipId Id,
    PersonId Mentee,
    PersonId Mentor,
    bool ByTurns,
    int Revision,
    RequestForm Asked,
    Instant Since,
    Instant Begun,
    DateTimeZone Zone,
    RelationshipState State,
    MeetingTime? FirstTime = null,
    bool AsPeers = false)
{
    public bool IsOf(PersonId person) => person == Mentee || person == Mentor;

    public PersonId OtherThan(PersonId person) => person == Mentee ? Mentor : Mentee;

    /// <summary>Whether the two may keep something of a conversation together: while they go on, and after it was complete. Not after a stop.</summary>
    public bool MayKeep => State is RelationshipState.Going or RelationshipState.Ended { How: Ending.Finished };

    /// <summary>When something happens by itself; null when nothing does.</summary>
    public Instant? NextDue => State switch
    {
        RelationshipState.Going going => going.QuietUntil,
        RelationshipState.Ended ended => ended.EraseAt,
        _ => null,
    };
}
