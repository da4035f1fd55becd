using MentorBot.Domain;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Sessions;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Relationships;
using NodaTime;

namespace MentorBot.Storage.Sessions;

/// <summary>Meetings: one row beside each pair. What is due next is written with each change, as a step for later.</summary>
public sealed class MeetingRows(BesidePair rows) : IMeetings
{
    private readonly MeetingsCodec codec = new();

    public async Task<Together?> Find(RelationshipId id, CancellationToken cancellationToken)
    {
        var (pair, meetings) = await rows.Find(id, MeetingsCodec.Key, codec, cancellationToken);
        return pair is null ? null : new(pair, meetings ?? Meetings.Of(pair.Begun));
    }

    public Task<MeetingsOutcome> Decide(RelationshipId id, Func<Together, Decision<Meetings, MeetingsOutcome>> decide, CancellationToken cancellationToken) =>
        rows.Decide<Meetings, MeetingsOutcome>(
            id,
            MeetingsCodec.Key,
            codec,
            (pair, meetings) => pair is null
                ? new(new MeetingsOutcome.AsItIs(null), false, meetings, [])
                : WithWhatIsDue(decide(new(pair, meetings ?? Meetings.Of(pair.Begun))), pair),
            cancellationToken);

    private static Decision<Meetings, MeetingsOutcome> WithWhatIsDue(Decision<Meetings, MeetingsOutcome> decision, Relationship pair) =>
        decision is { Changes: true, Next: { } next } && Passing.NextDue(new(pair, next)) is { } due
            ? decision with { Consequences = decision.Consequences.Add(new Consequence.Step(SessionNotices.Tick, pair.Id.Value, "") { At = due }) }
            : decision;
}
