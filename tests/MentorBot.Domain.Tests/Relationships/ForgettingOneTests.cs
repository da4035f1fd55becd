using MentorBot.Domain.Notices;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Tests.Matching;
using NodaTime;
using static MentorBot.Domain.Tests.Relationships.Two;

namespace MentorBot.Domain.Tests.Relationships;

public sealed class ForgettingOneTests
{
    private static readonly Instant Fortnight = Situation.Monday + Duration.FromDays(14);

    [Fact]
    public void For_the_other_it_ends_as_by_a_stop_and_who_is_forgotten_hears_nothing()
    {
        var forgotten = Relating.Forget(Going, Ben, Fortnight, Situation.Monday);

        var ended = Assert.IsType<RelationshipState.Ended>(forgotten.Next!.State);
        Assert.Equal((Ending.Stopped, Fortnight), (ended.How, ended.EraseAt));
        Assert.All(forgotten.Consequences.OfType<Consequence.Tell>(), tell => Assert.Equal(Going.OtherThan(Ben), tell.Whom));
        Assert.Contains(forgotten.Consequences, one => one is Consequence.Tell { Kind: RelationshipNotices.Ended });
    }

    [Fact]
    public void What_has_ended_is_erased_sooner_and_never_later()
    {
        var ended = Relating.Forget(Ended, Ben, Fortnight, Situation.Monday).Next!;

        Assert.Equal(Fortnight, ((RelationshipState.Ended)ended.State).EraseAt);
        Assert.False(Relating.Forget(ended, Ben, Fortnight + Duration.FromDays(1), Situation.Monday).Changes);
    }

    [Fact]
    public void The_notice_never_comes_on_the_day_of_the_end()
    {
        var forgotten = Relating.Forget(Going, Ben, Fortnight, Situation.Monday);

        Assert.All(
            forgotten.Consequences.Where(one => one.Kind == "bundles.mention"),
            one => Assert.True(one.At >= Situation.Monday + Duration.FromDays(1)));
    }
}
