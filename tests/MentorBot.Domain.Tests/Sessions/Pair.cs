using MentorBot.Domain.Matching;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Requests;
using MentorBot.Domain.Scheduling;
using MentorBot.Domain.Sessions;
using MentorBot.Domain.Tests.Matching;
using NodaTime;

namespace MentorBot.Domain.Tests.Sessions;

/// <summary>Ben and Ana, who talk: he asked, she said yes. In Lisbon, where it is one hour later than in UTC from the end of March on.</summary>
internal sealed record Pair(Together Together, Instant Now)
{
    public static readonly PersonId Ben = new("ben");
    public static readonly PersonId Ana = new("ana");
    public static readonly PersonId Chidi = new("chidi");

    /// <summary>A Monday morning.</summary>
    public static readonly Instant Monday = Situation.Monday;

    private static readonly Relationship BenAndAna = Relating.Open(
        null, Situation.RequestOf("ben"), new RequestState.Accepted(new MatchId("match-1"), Ana, Monday, ByTurns: false)).Next! with
    {
        Zone = DateTimeZoneProviders.Tzdb["Europe/Lisbon"],
    };

    public static Pair New => new(new(BenAndAna, Meetings.Of(Monday)), Monday);

    public Meetings Meetings => Together.Meetings;

    public Session Session => Meetings.Session!;

    public CardSeen CardOf(PersonId person) => new(Session.Number, Session.SeatOf(person)!.Card);

    public Pair At(Instant now) => this with { Now = now };

    public Pair After(Duration time) => this with { Now = Now + time };

    /// <summary>Decided, and kept.</summary>
    public Pair Does(Decision<Meetings, MeetingsOutcome> decision) => decision.Changes ? this with { Together = Together with { Meetings = decision.Next! } } : this;

    public Pair Does(Func<Pair, Decision<Meetings, MeetingsOutcome>> decide) => Does(decide(this));

    public Pair Books(Instant start, int minutes = 60) => Does(Arranging.Book(Together, Ben, Meetings.Last + 1, start, minutes, default, Now));

    public Pair Talks(PersonId who) => Does(Conducting.Begin(Together, who, Now));

    public Pair Turns(PersonId who, Phase to) => Does(Conducting.Turn(Together, who, CardOf(who), Session.Phase, to, isShown: true));

    /// <summary>Whatever is due by now.</summary>
    public Pair Ticks()
    {
        var pair = this;
        while (Passing.Tick(pair.Together, Now) is { Changes: true } decision)
            pair = pair.Does(decision);
        return pair;
    }

    public static IReadOnlyList<string> Tells(Decision<Meetings, MeetingsOutcome> decision) =>
        [.. decision.Consequences.OfType<Consequence.Tell>().Select(tell => $"{tell.Kind} {tell.Subject} to {tell.Whom.Value}").Order(StringComparer.Ordinal)];

    public static Consequence.Step? Step(Decision<Meetings, MeetingsOutcome> decision, string kind) =>
        decision.Consequences.OfType<Consequence.Step>().SingleOrDefault(step => step.Kind == kind);
}
