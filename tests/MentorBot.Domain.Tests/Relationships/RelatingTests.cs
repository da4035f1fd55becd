using MentorBot.Domain.Notices;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Requests;
using MentorBot.Domain.Tests.Matching;
using NodaTime;

namespace MentorBot.Domain.Tests.Relationships;

/// <summary>How two people begin, make it lighter, and part.</summary>
public sealed class RelatingTests
{
    private static readonly PersonId Ben = new("ben");
    private static readonly PersonId Ana = new("ana");
    private static readonly PersonId Chidi = new("chidi");
    private static readonly Instant Monday = Situation.Monday;
    private static readonly RequestState.Accepted SaidYes = new(new("match-1"), Ana, Monday, ByTurns: false);
    private static readonly Request Request = Situation.RequestOf("ben") with { State = SaidYes, Since = Monday - Duration.FromDays(40) };
    private static readonly Relationship BenAndAna = Relating.Open(null, Request, SaidYes).Next!;

    [Fact]
    public void It_begins_with_what_was_asked_and_the_place_in_the_queue_should_it_end()
    {
        Assert.Equal(("match-1", Ben, Ana), (BenAndAna.Id.Value, BenAndAna.Mentee, BenAndAna.Mentor));
        Assert.Equal(Monday - Duration.FromDays(40), BenAndAna.Since);
        Assert.Equal(["relationships.begun to ben"], Tells(Relating.Open(null, Request, SaidYes)));
    }

    [Fact]
    public void Whom_one_would_rather_not_meet_does_not_go_with_it() =>
        Assert.True(Relating.Open(null, Request with { Form = Request.Form with { NotThese = NeverList.Of([Chidi]) } }, SaidYes).Next!.Asked.NotThese.IsEmpty);

    [Fact]
    public void Who_invites_somebody_to_mentor_is_the_mentor()
    {
        var opened = Relating.Open(null, Request with { Invited = InvitedAs.IMentorThem }, SaidYes).Next!;

        Assert.Equal((Ana, Ben), (opened.Mentee, opened.Mentor));
    }

    [Fact]
    public void It_is_opened_once() => Assert.False(Relating.Open(BenAndAna, Request, SaidYes).Changes);

    [Theory]
    [InlineData("ben")]
    [InlineData("ana")]
    public void Either_may_stop_at_any_time_and_both_are_told(string who)
    {
        var stopped = Relating.Stop(BenAndAna, new(who), 180, Monday);

        Assert.Equal(new RelationshipState.Ended(new(who), Ending.Stopped, Monday, Monday + Duration.FromDays(180)), stopped.Next!.State);
        Assert.Contains("relationships.ended to ben", Tells(stopped));
        Assert.Contains("relationships.ended to ana", Tells(stopped));
        Assert.Contains(stopped.Consequences, one => one is Consequence.Step { Kind: RelationshipNotices.Free });
        Assert.False(Relating.Stop(stopped.Next, Ben, 180, Monday).Changes);
    }

    [Fact]
    public void Nobody_else_may_stop_it_or_make_it_lighter()
    {
        Assert.IsType<RelationshipOutcome.NotYours>(Relating.Stop(BenAndAna, Chidi, 180, Monday).Outcome);
        Assert.IsType<RelationshipOutcome.NotYours>(Relating.BeQuiet(BenAndAna, Chidi, Monday).Outcome);
        Assert.IsType<RelationshipOutcome.NotYours>(Relating.HandOver(BenAndAna, Chidi, 180, Monday).Outcome);
    }

    [Fact]
    public void The_mentor_wishes_for_a_quiet_month_and_the_other_reads_one_sentence()
    {
        var lighter = Relating.BeQuiet(BenAndAna, Ana, Monday);

        Assert.Equal(["relationships.lighter to ben"], Tells(lighter));
        Assert.False(Relating.BeQuiet(lighter.Next, Ana, Monday).Changes);
        Assert.IsType<RelationshipOutcome.NotYours>(Relating.BeQuiet(BenAndAna, Ben, Monday).Outcome);
    }

    [Fact]
    public void Where_they_take_turns_either_may_wish_for_a_quiet_month() =>
        Assert.True(Relating.BeQuiet(BenAndAna with { ByTurns = true }, Ben, Monday).Changes);

    [Fact]
    public void A_quiet_month_ends_by_itself_and_both_hear_and_are_offered_times()
    {
        var quiet = Relating.BeQuiet(BenAndAna, Ana, Monday).Next!;
        var over = Relating.Tick(quiet, quiet.NextDue!.Value);

        Assert.Equal(Monday + Duration.FromDays(30), quiet.NextDue);
        Assert.Equal(["relationships.quiet-over to ben", "relationships.quiet-over to ana"], Tells(over));
        Assert.Equal("scheduling.offer", over.Consequences.OfType<Consequence.Step>().Single().Kind);
        Assert.Null(over.Next!.NextDue);
        Assert.False(Relating.Tick(quiet, Monday).Changes);
    }

    [Fact]
    public void A_quiet_month_may_end_earlier_by_either_and_the_other_hears() =>
        Assert.Equal(["relationships.quiet-over to ana"], Tells(Relating.GoOn(Relating.BeQuiet(BenAndAna, Ana, Monday).Next, Ben)));

    private static IEnumerable<string> Tells(Decision<Relationship, RelationshipOutcome> decision) =>
        decision.Consequences.OfType<Consequence.Tell>().Select(tell => $"{tell.Kind} to {tell.Whom}");
}
