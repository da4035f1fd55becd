using System.Globalization;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Sessions;
using NodaTime;

namespace MentorBot.Domain.Notes;

/// <summary>What one of the two noted in one phase of a conversation. One a phase and author: nobody overwrites the other.</summary>
/// <param name="Session">The number of the conversation.</param>
/// <param name="Author">Whose it is. Where the note is for both, the other reads it; else nobody learns that it exists.</param>
/// <param name="Revision">Counts its changes, from 1.</param>
public sealed record Note(RelationshipId In, int Session, Phase Phase, PersonId Author, int Revision, Confidential Words, Instant At)
{
    /// <summary>What a form names to say which one it showed: no other writing of this note has it, not even after it was erased and written anew.</summary>
    public string Version => string.Create(CultureInfo.InvariantCulture, $"{Revision}.{At.ToUnixTimeTicks()}");
}
