using System.Globalization;
using NodaTime;

namespace MentorBot.Domain.Experiments;

/// <summary>Something small that one of the two, or both, want to try. There is no report, no tick and no result.</summary>
/// <param name="Author">Who wrote it: they alone change it, put it away, and are reminded.</param>
/// <param name="Revision">Counts its changes, from 1.</param>
/// <param name="Day">A good day for it, in the author's zone; null for any.</param>
/// <param name="RemindAt">When the author asked to be reminded, once; null for not at all.</param>
/// <param name="IsPutAway">It comes up again only if somebody opens it.</param>
/// <param name="Begun">When it was written down first.</param>
/// <param name="At">When it was changed last.</param>
public sealed record Experiment(
    ExperimentAddress Address, PersonId Author, int Revision, Confidential Words, LocalDate? Day, Instant? RemindAt, bool IsPutAway, Instant Begun, Instant At)
{
    /// <summary>What a form names to say which one it showed.</summary>
    public string Version => string.Create(CultureInfo.InvariantCulture, $"{Revision}.{At.ToUnixTimeTicks()}");
}
