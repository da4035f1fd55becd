using MentorBot.Domain.Notes;
using MentorBot.Domain.Sessions;

namespace MentorBot.Flows.Notes;

/// <summary>Whom and what a note form is about.</summary>
/// <param name="Name">The other's.</param>
public sealed record Spot(Together Together, NotePlace Place, string Name)
{
    /// <summary>Whether that conversation is over: then a note is kept all the same, and it is said where.</summary>
    public bool IsClosed => Together.Meetings.Session is { } current && (Place.Session < current.Number || (Place.Session == current.Number && !current.IsOpen));
}
