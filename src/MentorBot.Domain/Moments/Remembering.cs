using System.Collections.Immutable;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Relationships;
using NodaTime;

namespace MentorBot.Domain.Moments;

/// <summary>Noting the small thing that turned up between conversations. Its author alone reads it, unless they say who else may.</summary>
public static class Remembering
{
    /// <summary>In characters.</summary>
    public const int LongestMoment = 1000;

    /// <summary>A form that arrives twice is one moment; one that comes with other words is none yet.</summary>
    /// <param name="with">Among whom the author chose: their relationships that go on.</param>
    public static Decision<Moment, MomentOutcome> Keep(Moment? found, MomentId id, PersonId author, Confidential? words, ImmutableArray<RelationshipId> with, Instant now)
    {
        if (found is not null && words is not null && !words.Equals(found.Words))
            return new(new MomentOutcome.OtherWords(), false, found, []);
        if (found is not null || words is null)
            return new(new MomentOutcome.AsItIs(found), false, found, []);

        var moment = new Moment(id, author, words, with, now);
        ImmutableArray<Consequence> share = with.IsEmpty ? [] : [new Consequence.Step(MomentNotices.Share, id.Value, "")];
        return new(new MomentOutcome.Kept(moment), true, moment, share);
    }

    /// <summary>The copy that one relationship has of it: while it goes on, and its author is one of the two. Repeating it changes nothing.</summary>
    public static Decision<Moment, MomentOutcome> Copy(Relationship? pair, Moment? copy, Moment moment) =>
        copy is null && pair is { State: RelationshipState.Going } && pair.IsOf(moment.Author)
            ? new(new MomentOutcome.Kept(moment), true, moment with { Shared = [pair.Id] }, [])
            : new(new MomentOutcome.AsItIs(copy), false, copy, []);
}
