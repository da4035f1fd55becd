using MentorBot.Domain.Notices;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Requests;
using MentorBot.Domain.Sessions;
using MentorBot.Domain.Tests.Matching;
using NodaTime;

namespace MentorBot.Domain.Tests.Scheduling;

/// <summary>Ana mentors Ben. It is Monday morning, and nothing is booked yet.</summary>
internal static class BenAndAna
{
    public static readonly PersonId Ben = new("ben");
    public static readonly PersonId Ana = new("ana");
    public static readonly PersonId Chidi = new("chidi");
    public static readonly Instant Now = Situation.Monday;
    public static readonly Instant Tuesday = Now + Duration.FromDays(1);
    public static readonly Instant Friday = Now + Duration.FromDays(4);

    public static readonly Together BothSaidYes = Of(Meetings.Of(Now));

    public static Together Of(Meetings meetings) => new(Pair(), meetings);

    public static Together Ended(this Together together) =>
        together with { Pair = together.Pair with { State = new RelationshipState.Ended(Ana, Ending.Stopped, Now, Now + Duration.FromDays(180)) } };

    /// <summary>What is decided takes place; it must have been decided.</summary>
    public static Together After(this Together together, Func<Together, Decision<Meetings, MeetingsOutcome>> decide)
    {
        var decision = decide(together);
        Assert.True(decision.Changes);
        Assert.Equal(together.Meetings.Revision + 1, decision.Next!.Revision);
        return together with { Meetings = decision.Next };
    }

    /// <summary>Who is told of what, such as "scheduling.booked to ben"; and the steps.</summary>
    public static IEnumerable<string> Said(this Decision<Meetings, MeetingsOutcome> decision) => decision.Consequences.Select(one => one switch
    {
        Consequence.Tell tell => $"{tell.Kind} {tell.Subject} to {tell.Whom.Value}",
        _ => $"{one.Kind} {one.Subject}",
    });

    private static Relationship Pair()
    {
        var saidYes = new RequestState.Accepted(new("two"), Ana, Now, ByTurns: false);
        return Relating.Open(null, Situation.RequestOf("ben") with { State = saidYes }, saidYes).Next!;
    }
}
