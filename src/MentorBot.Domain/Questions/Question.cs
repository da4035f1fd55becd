using System.Globalization;
using MentorBot.Domain.Relationships;
using NodaTime;

namespace MentorBot.Domain.Questions;

/// <summary>Something to think about until the next conversation. One an author: a new one takes the place of the one before.</summary>
/// <param name="Revision">Counts its changes, from 1.</param>
/// <param name="OpenedAt">When the other read it first; until then it can be changed and taken back.</param>
public sealed record Question(RelationshipId In, PersonId Author, int Revision, Confidential Words, Instant At, Instant? OpenedAt)
{
    public bool IsOpened => OpenedAt is not null;

    /// <summary>What a form names to say which one it showed.</summary>
    public string Version => string.Create(CultureInfo.InvariantCulture, $"{Revision}.{At.ToUnixTimeTicks()}");
}
