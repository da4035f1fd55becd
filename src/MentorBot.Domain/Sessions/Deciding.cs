using System.Collections.Immutable;
using System.Globalization;
using MentorBot.Domain.Agreements;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Relationships;

namespace MentorBot.Domain.Sessions;

/// <summary>How decisions on meetings are put together.</summary>
internal static class Deciding
{
    /// <summary>It changes to this.</summary>
    public static Decision<Meetings, MeetingsOutcome> Done(Together before, Meetings next, params ImmutableArray<Consequence> consequences)
    {
        var changed = next with { Revision = before.Meetings.Revision + 1 };
        return new(new MeetingsOutcome.Done(before with { Meetings = changed }), true, changed, [.. consequences, .. AfterSome(before, next)]);
    }

    /// <summary>After the third conversation both may look at what they want to learn, once more.</summary>
    private static IEnumerable<Consequence> AfterSome(Together before, Meetings next) =>
        before.Meetings.Held < AgreementNotices.ConversationsBeforeAims && next.Held >= AgreementNotices.ConversationsBeforeAims
            ? [AgreementNotices.Aims(before.Pair, before.Pair.Mentee), AgreementNotices.Aims(before.Pair, before.Pair.Mentor)]
            : [];

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
