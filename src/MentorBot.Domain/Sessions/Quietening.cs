using MentorBot.Domain.Bundles;
using MentorBot.Domain.Relationships;
using NodaTime;

namespace MentorBot.Domain.Sessions;

/// <summary>After a long while without a conversation, and with nothing before them, both are asked whether that is right. Once.</summary>
public static class Quietening
{
    /// <summary>The end of the last conversation, or the beginning, is this long ago.</summary>
    public static readonly Duration After = Duration.FromDays(45);

    /// <summary>Not in a quiet time that they wished for, nor while they have times to choose from or will: one message at a time.</summary>
    public static Instant? NextDue(Together together)
    {
        var (pair, meetings) = together;
        if (pair.AsPeers || pair.State is not RelationshipState.Going going || meetings.IsQuietAsked || !meetings.Booked.IsEmpty || meetings.Times is not null || meetings.LookAgainAt is not null || meetings.Session is { IsOpen: true })
            return null;
        var due = meetings.Since + After;
        return going.QuietUntil > due ? going.QuietUntil : due;
    }

    public static Decision<Meetings, MeetingsOutcome> Tick(Together together, Instant now) => NextDue(together) is { } due && due <= now
        ? Deciding.Done(
            together,
            together.Meetings with { IsQuietAsked = true },
            Ask(together, together.Pair.Mentee),
            Ask(together, together.Pair.Mentor))
        : Deciding.AsItIs(together);

    /// <summary>Whether there is still something to ask: nobody answers what has answered itself.</summary>
    public static bool IsQuiet(Together together, Instant now) => NextDue(together with { Meetings = together.Meetings with { IsQuietAsked = false } }) <= now;

    private static Notices.Consequence Ask(Together together, PersonId whom) =>
        BundleNotices.To(whom, SessionNotices.Quiet, together.Pair.Id.Value, Deciding.Occasion(together));
}
