using System.Collections.Immutable;
using System.Globalization;
using MentorBot.Domain.Notices;

namespace MentorBot.Domain.Sessions;

/// <summary>How decisions on meetings are put together.</summary>
internal static class Deciding
{
    /// <summary>It changes to this.</summary>
    public static Decision<Meetings, MeetingsOutcome> Done(Together before, Meetings next, params ImmutableArray<Consequence> consequences)
    {
        var changed = next with { Revision = before.Meetings.Revision + 1 };
        return new(new MeetingsOutcome.Done(before with { Meetings = changed }), true, changed, consequences);
    }

    public static Decision<Meetings, MeetingsOutcome> AsItIs(Together now) => new(new MeetingsOutcome.AsItIs(now), false, now.Meetings, []);

    public static Decision<Meetings, MeetingsOutcome> Refused(Together now, MeetingsOutcome outcome) => new(outcome, false, now.Meetings, []);

    /// <summary>Names the version of the meetings that a change of them gives rise to.</summary>
    public static string Occasion(Together before) => (before.Meetings.Revision + 1).ToString(CultureInfo.InvariantCulture);
}
