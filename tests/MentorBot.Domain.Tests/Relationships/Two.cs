using MentorBot.Domain.Relationships;
using MentorBot.Domain.Requests;
using MentorBot.Domain.Sessions;
using MentorBot.Domain.Tests.Matching;

namespace MentorBot.Domain.Tests.Relationships;

/// <summary>Ben asked, Ana said yes; Chidi has nothing to do with it.</summary>
internal static class Two
{
    public static readonly PersonId Ben = new("ben");
    public static readonly PersonId Ana = new("ana");
    public static readonly PersonId Chidi = new("chidi");

    private static readonly RequestState.Accepted SaidYes = new(new("match-1"), Ana, Situation.Monday, ByTurns: false);

    public static readonly Relationship Going = Relating.Open(null, Situation.RequestOf("ben") with { State = SaidYes }, SaidYes).Next!;

    public static readonly Relationship Ended = Relating.Stop(Going, Ben, 180, Situation.Monday).Next!;

    public static Meetings HadSoMany(int last) => Meetings.Of(Situation.Monday) with { Last = last };
}
