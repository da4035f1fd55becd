using MentorBot.Domain.Keeping;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Requests;
using MentorBot.Domain.Sessions;
using MentorBot.Domain.Tests.Matching;
using NodaTime;

namespace MentorBot.Domain.Tests.Keeping;

/// <summary>Ana mentors Ben. They talked on Monday; on Tuesday morning both are asked.</summary>
internal static class KeepScene
{
    public const int Number = 3;

    public static readonly PersonId Ana = new("ana");
    public static readonly PersonId Ben = new("ben");
    public static readonly PersonId Chidi = new("chidi");
    public static readonly Instant Tuesday = Situation.Monday + Duration.FromDays(1);

    public static readonly Relationship Pair = Begun();
    public static readonly Relationship Ended = Relating.Stop(Pair, Ben, 180, Tuesday).Next!;

    public static readonly Keep Offered = Drafting.Begin(Pair, null, Number, Tuesday).Next!;

    /// <summary>Ana put the first text together and showed it.</summary>
    public static readonly Keep Shown = Show(Offered, Ana, "One").Next!;

    public static Confidential Words(string words) => Confidential.From(words)!;

    public static Decision<Keep, KeepOutcome> Show(Keep keep, PersonId who, string words, int? seen = null, Instant? at = null) =>
        Drafting.Show(Pair, keep, who, seen ?? keep.OnTable, keep.Of(who).Draft?.Number ?? 0, Words(words), false, at ?? Tuesday);

    public static Decision<Keep, KeepOutcome> Fine(Keep keep, PersonId who, int? seen = null) => Approving.Fine(Pair, keep, who, seen ?? keep.OnTable, false);

    public static IEnumerable<string> Tells(this Decision<Keep, KeepOutcome> decision) =>
        decision.Consequences.OfType<Consequence.Tell>().Select(tell => $"{tell.Whom} {SessionNotices.In(tell.Subject).Card}");

    public static Instant? Next(this Decision<Keep, KeepOutcome> decision) => decision.Consequences.SingleOrDefault(one => one.Kind == KeepingNotices.Tick)?.At;

    /// <summary>What there is to bring home is brought, and goes.</summary>
    public static Keep Home(Keep keep) => Approving.Brought(keep, keep.Revision).Next!;

    private static Relationship Begun()
    {
        var saidYes = new RequestState.Accepted(new("match-1"), Ana, Situation.Monday, ByTurns: false);
        return Relating.Open(null, Situation.RequestOf("ben") with { State = saidYes }, saidYes).Next!;
    }
}
