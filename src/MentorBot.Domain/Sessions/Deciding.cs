using System.Collections.Immutable;
using System.Globalization;
using MentorBot.Domain.Agreements;
using MentorBot.Domain.Closing;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Relationships;
using NodaTime;

namespace MentorBot.Domain.Sessions;

/// <summary>How decisions on meetings are put together.</summary>
internal static class Deciding
{
    /// <summary>It changes to this.</summary>
    public static Decision<Meetings, MeetingsOutcome> Done(Together before, Meetings next, params ImmutableArray<Consequence> consequences)
    {
        var changed = next with { Revision = before.Meetings.Revision + 1 };
        return new(new MeetingsOutcome.Done(before with { Meetings = changed }), true, changed, [.. consequences, .. AfterSome(before, next), .. AfterEach(before, next)]);
    }

    /// <summary>After the third conversation both may look at what they want to learn, once more.</summary>
    private static IEnumerable<Consequence> AfterSome(Together before, Meetings next) =>
        before.Meetings.Held < AgreementNotices.ConversationsBeforeAims && next.Held >= AgreementNotices.ConversationsBeforeAims
            ? [AgreementNotices.Aims(before.Pair, before.Pair.Mentee), AgreementNotices.Aims(before.Pair, before.Pair.Mentor)]
            : [];

    /// <summary>Each counts, and after each they may be asked how they would like to go on; where it closed overnight, in the morning.</summary>
    private static IEnumerable<Consequence> AfterEach(Together before, Meetings next)
    {
        if (next.Held <= before.Meetings.Held)
            return [];
        var id = before.Pair.Id;
        var morning = next.Session is { Ending: SessionEnding.Overnight, EndedAt: { } ended } ? Nights.MorningAfter(ended, overnight: true, before.Pair.Zone) : (Instant?)null;
        return
        [
            new Consequence.Step(SessionNotices.Count, SessionNotices.Numbered(id, next.Held), Occasion(before)),
            before.Meetings.LastBy is { } by
                ? new Consequence.Step(ClosingNotices.LastHeld, ClosingNotices.By(id, by), Occasion(before)) { At = morning }
                : new Consequence.Step(ClosingNotices.Held, id.Value, Occasion(before)) { At = morning },
        ];
    }

    /// <summary>Why this person may decide nothing here; null when they may.</summary>
    public static Decision<Meetings, MeetingsOutcome>? Refusal(Together now, PersonId actor) => now.Pair switch
    {
        var pair when !pair.IsOf(actor) => Refused(now, new MeetingsOutcome.NotYours()),
        { State: not RelationshipState.Going } => Refused(now, new MeetingsOutcome.AsItIs(null)),
        _ => null,
    };

    public static Decision<Meetings, MeetingsOutcome> AsItIs(Together now) => new(new MeetingsOutcome.AsItIs(now), false, now.Meetings, []);

    public static Decision<Meetings, MeetingsOutcome> Refused(Together now, MeetingsOutcome outcome) => new(outcome, false, now.Meetings, []);

    /// <summary>Names the version of the meetings that a change of them gives rise to.</summary>
    public static string Occasion(Together before) => (before.Meetings.Revision + 1).ToString(CultureInfo.InvariantCulture);
}
