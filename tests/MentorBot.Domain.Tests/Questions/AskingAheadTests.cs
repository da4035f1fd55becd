using MentorBot.Domain.Bundles;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Questions;
using MentorBot.Domain.Tests.Matching;
using MentorBot.Domain.Tests.Relationships;
using NodaTime;

namespace MentorBot.Domain.Tests.Questions;

/// <summary>A question sent ahead, changed, taken back and read.</summary>
public sealed class AskingAheadTests
{
    private static readonly Instant Monday = Situation.Monday;
    private static readonly Instant Later = Monday + Duration.FromHours(1);
    private static readonly Decision<Question, QuestionOutcome> Asked = AskingAhead.Ask(Two.Going, null, Two.Ben, "", Said("one"), Monday);
    private static readonly Question Waits = Asked.Next!;
    private static readonly Question IsRead = AskingAhead.Read(Two.Going, Waits, Two.Ana, Later).Next!;

    [Fact]
    public void The_other_hears_of_it_in_no_hurry_and_without_a_word_of_it()
    {
        Assert.Equal(new Question(Two.Going.Id, Two.Ben, 1, Said("one"), Monday, OpenedAt: null), Waits);
        var (whom, thing) = BundleNotices.In(Asked.Consequences[0].Subject);
        Assert.Equal((Two.Ana, QuestionNotices.Waiting), (whom, thing.Kind));
        Assert.Equal((Two.Going.Id, Two.Ben), QuestionNotices.In(thing.About));
        IsTold(Asked);
    }

    [Fact]
    public void Asking_anew_while_one_waits_changes_that_one_and_says_nothing_more()
    {
        var changed = AskingAhead.Ask(Two.Going, Waits, Two.Ben, Waits.Version, Said("two"), Later);

        Assert.Equal(Waits with { Revision = 2, Words = Said("two"), At = Later }, changed.Next);
        Assert.Empty(changed.Consequences);
    }

    [Fact]
    public void What_was_read_stays_until_they_talked_or_something_new_is_asked()
    {
        Assert.Equal(Later, IsRead.OpenedAt);
        Unchanged<QuestionOutcome.Read>(AskingAhead.TakeBack(Two.Going, IsRead, Two.Ben, IsRead.Version));

        var anew = AskingAhead.Ask(Two.Going, IsRead, Two.Ben, Waits.Version, Said("two"), Later);
        Assert.False(anew.Next!.IsOpened);
        IsTold(anew);
    }

    [Fact]
    public void Until_it_is_read_it_can_be_taken_back()
    {
        var back = AskingAhead.TakeBack(Two.Going, Waits, Two.Ben, Waits.Version);

        Assert.Equal(new QuestionOutcome.Done(null), back.Outcome);
        Assert.Null(back.Next);
        IsTold(back);
        Assert.Equal(new QuestionOutcome.AsItIs(null), Unchanged<QuestionOutcome.AsItIs>(AskingAhead.TakeBack(Two.Going, null, Two.Ben, Waits.Version)));
    }

    [Fact]
    public void An_older_window_neither_overwrites_nor_takes_back_what_it_did_not_show()
    {
        var changed = Waits with { Revision = 2, Words = Said("two"), At = Later };

        Assert.Equal(changed, Unchanged<QuestionOutcome.ChangedMeanwhile>(AskingAhead.Ask(Two.Going, changed, Two.Ben, Waits.Version, Said("three"), Later)).Now);
        Unchanged<QuestionOutcome.ChangedMeanwhile>(AskingAhead.Ask(Two.Going, changed, Two.Ben, "", Said("three"), Later));
        Unchanged<QuestionOutcome.ChangedMeanwhile>(AskingAhead.TakeBack(Two.Going, changed, Two.Ben, Waits.Version));
    }

    [Fact]
    public void The_same_question_again_and_no_question_change_nothing()
    {
        Unchanged<QuestionOutcome.AsItIs>(AskingAhead.Ask(Two.Going, Waits, Two.Ben, "", Said("one"), Later));
        Unchanged<QuestionOutcome.AsItIs>(AskingAhead.Ask(Two.Going, null, Two.Ben, "", null, Later));
        Unchanged<QuestionOutcome.AsItIs>(AskingAhead.Ask(Two.Going, Waits, Two.Ben, Waits.Version, null, Later));
    }

    [Fact]
    public void Reading_it_again_changes_nothing_and_reading_ones_own_is_not_reading()
    {
        Unchanged<QuestionOutcome.AsItIs>(AskingAhead.Read(Two.Going, IsRead, Two.Ana, Later));
        Unchanged<QuestionOutcome.NotYours>(AskingAhead.Read(Two.Going, Waits, Two.Ben, Later));
        Unchanged<QuestionOutcome.AsItIs>(AskingAhead.Read(Two.Going, null, Two.Ana, Later));
    }

    [Fact]
    public void After_they_talked_what_was_read_is_done_with_and_what_was_not_waits()
    {
        var gone = AskingAhead.Talked(IsRead, Later);
        Assert.True(gone.Changes);
        Assert.Null(gone.Next);

        Unchanged<QuestionOutcome.AsItIs>(AskingAhead.Talked(Waits, Later));
        Unchanged<QuestionOutcome.AsItIs>(AskingAhead.Talked(IsRead, Later - Duration.FromSeconds(1)));
        Unchanged<QuestionOutcome.AsItIs>(AskingAhead.Talked(null, Later));
    }

    [Fact]
    public void Nobody_else_and_nobody_after_the_end_asks_takes_back_or_reads()
    {
        Unchanged<QuestionOutcome.NotYours>(AskingAhead.Ask(Two.Going, null, Two.Chidi, "", Said("one"), Monday));
        Unchanged<QuestionOutcome.NotYours>(AskingAhead.Read(Two.Going, Waits, Two.Chidi, Later));
        Unchanged<QuestionOutcome.NotYours>(AskingAhead.TakeBack(Two.Going, null, Two.Chidi, ""));
        Unchanged<QuestionOutcome.Gone>(AskingAhead.Ask(Two.Ended, Waits, Two.Ben, Waits.Version, Said("two"), Monday));
        Unchanged<QuestionOutcome.Gone>(AskingAhead.Read(null, Waits, Two.Ana, Later));
    }

    /// <summary>The card of the other says so: with it goes the step for that.</summary>
    private static void IsTold(Decision<Question, QuestionOutcome> decision) =>
        Assert.Equal((Two.Going.Id, Two.Ben), QuestionNotices.In(Assert.Single(decision.Consequences.OfType<Consequence.Step>(), step => step.Kind == QuestionNotices.Changed).Subject));

    private static Confidential Said(string words) => Confidential.From(words)!;

    private static TOutcome Unchanged<TOutcome>(Decision<Question, QuestionOutcome> decision)
    {
        Assert.False(decision.Changes);
        Assert.Empty(decision.Consequences);
        return Assert.IsType<TOutcome>(decision.Outcome);
    }
}
