using System.Collections.Immutable;
using NodaTime;

namespace MentorBot.Domain.MyData;

/// <summary>On which days people opened something that was locked. Each sees their own only.</summary>
public interface IOpenings
{
    /// <summary>They open this now. Said before the words are shown; the second time that day writes nothing.</summary>
    /// <param name="day">In their own zone.</param>
    Task Note(PersonId person, Opened what, LocalDate day, CancellationToken cancellationToken);

    /// <summary>The newest first.</summary>
    Task<ImmutableArray<OpenedOnDay>> Of(PersonId person, CancellationToken cancellationToken);
}
