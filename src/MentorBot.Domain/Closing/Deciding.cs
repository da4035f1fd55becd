using System.Collections.Immutable;
using System.Globalization;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Relationships;
using NodaTime;

namespace MentorBot.Domain.Closing;

/// <summary>How decisions on going on are put together.</summary>
internal static class Deciding
{
    private const int DaysOpen = 7;

    public static Decision<Outlook, ClosingOutcome> Done(Relationship pair, Outlook before, Outlook next, ImmutableArray<Consequence> consequences)
    {
        var changed = next with { Revision = before.Revision + 1 };
        return new(new ClosingOutcome.Done(pair, changed), true, changed, consequences);
    }

    public static Decision<Outlook, ClosingOutcome> AsItIs(Relationship pair, Outlook now) => new(new ClosingOutcome.AsItIs(pair, now), false, now, []);

    /// <summary>Why this person may decide nothing here; null when they may.</summary>
    public static Decision<Outlook, ClosingOutcome>? Refusal(Relationship pair, Outlook now, PersonId actor)
    {
        if (!pair.IsOf(actor))
            return new(new ClosingOutcome.NotYours(), false, now, []);
        return pair.State is RelationshipState.Going ? null : AsItIs(pair, now);
    }

    /// <summary>They go on, and not in a quiet time: they may be asked.</summary>
    public static bool MayBeAsked(Relationship pair) => pair.State is RelationshipState.Going { QuietUntil: null };

    public static Consequence Tell(Outlook before, string kind, string subject, PersonId whom) => new Consequence.Tell(kind, subject, Occasion(before), whom);

    public static Consequence Step(Outlook before, string kind, string subject) => new Consequence.Step(kind, subject, Occasion(before));

    /// <summary>The end of the seventh day.</summary>
    public static Instant EndOfDays(Relationship pair, Instant now) => pair.Zone.AtStartOfDay(now.InZone(pair.Zone).Date.PlusDays(DaysOpen + 1)).ToInstant();

    private static string Occasion(Outlook before) => (before.Revision + 1).ToString(CultureInfo.InvariantCulture);
}
