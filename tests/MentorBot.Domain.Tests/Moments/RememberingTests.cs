using MentorBot.Domain.Moments;
using MentorBot.Domain.Tests.Matching;
using MentorBot.Domain.Tests.Relationships;
using NodaTime;

namespace MentorBot.Domain.Tests.Moments;

/// <summary>The small thing that turned up between conversations.</summary>
public sealed class RememberingTests
{
    private static readonly Instant Monday = Situation.Monday;
    private static readonly MomentId Id = new("moment-1");
    private static readonly Confidential Words = Confidential.From("one")!;
    private static readonly Moment Shared = Remembering.Keep(null, Id, Two.Ben, Words, [Two.Going.Id], Monday).Next!;

    [Fact]
    public void Its_author_alone_reads_it_unless_they_say_who_else_may()
    {
        var alone = Remembering.Keep(null, Id, Two.Ben, Words, [], Monday);

        Assert.Equal(new Moment(Id, Two.Ben, Words, [], Monday), alone.Next);
        Assert.Empty(alone.Consequences);
        Assert.Equal(MomentNotices.Share, Assert.Single(Remembering.Keep(null, Id, Two.Ben, Words, [Two.Going.Id], Monday).Consequences).Kind);
    }

    [Fact]
    public void The_same_form_twice_is_one_moment_and_nothing_written_is_none()
    {
        Assert.Equal(new MomentOutcome.AsItIs(Shared), Remembering.Keep(Shared, Id, Two.Ben, Words, [], Monday).Outcome);
        Assert.Equal(new MomentOutcome.OtherWords(), Remembering.Keep(Shared, Id, Two.Ben, Confidential.From("other words"), [], Monday).Outcome);
        Assert.False(Remembering.Keep(Shared, Id, Two.Ben, Confidential.From("other words"), [], Monday).Changes);
        Assert.Equal(new MomentOutcome.AsItIs(null), Remembering.Keep(null, Id, Two.Ben, null, [Two.Going.Id], Monday).Outcome);
    }

    [Fact]
    public void A_relationship_gets_one_copy_while_it_goes_on_and_only_from_one_of_the_two()
    {
        var copy = Remembering.Copy(Two.Going, null, Shared);

        Assert.Equal(Shared, copy.Next);
        Assert.False(Remembering.Copy(Two.Going, copy.Next, Shared).Changes);
        Assert.False(Remembering.Copy(Two.Ended, null, Shared).Changes);
        Assert.False(Remembering.Copy(null, null, Shared).Changes);
        Assert.False(Remembering.Copy(Two.Going, null, Shared with { Author = Two.Chidi }).Changes);
    }

    [Fact]
    public void A_copy_does_not_say_who_else_may_read_it() =>
        Assert.Equal([Two.Going.Id], Remembering.Copy(Two.Going, null, Shared with { Shared = [new("another"), Two.Going.Id] }).Next!.Shared.ToArray());
}
