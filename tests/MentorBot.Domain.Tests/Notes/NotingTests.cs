using MentorBot.Domain.Notes;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Sessions;
using MentorBot.Domain.Tests.Matching;
using MentorBot.Domain.Tests.Relationships;
using NodaTime;

namespace MentorBot.Domain.Tests.Notes;

/// <summary>Writing down what is said, for both and for oneself.</summary>
public sealed class NotingTests
{
    private static readonly NotePlace Place = new(Two.Going.Id, 2, Phase.Learn);
    private static readonly Instant Monday = Situation.Monday;
    private static readonly Instant Later = Monday + Duration.FromMinutes(1);
    private static readonly Note First = Kept(Noting.ForBoth(Two.Going, null, Place, Two.Ben, "", Said("one"), Monday));

    [Fact]
    public void A_note_says_whose_it_is_and_where_it_belongs() =>
        Assert.Equal(new Note(Two.Going.Id, 2, Phase.Learn, Two.Ben, 1, Said("one"), Monday), First);

    [Fact]
    public void Either_of_the_two_may_note_something_and_nobody_else()
    {
        Assert.Equal(Two.Ana, Kept(Noting.ForBoth(Two.Going, null, Place, Two.Ana, "", Said("two"), Monday)).Author);
        Unchanged<NoteOutcome.NotYours>(Noting.ForBoth(Two.Going, null, Place, Two.Chidi, "", Said("two"), Monday));
    }

    [Fact]
    public void Once_it_has_ended_nothing_new_is_for_both()
    {
        Unchanged<NoteOutcome.Ended>(Noting.ForBoth(Two.Ended, First, Place, Two.Ben, First.Version, Said("two"), Later));
        Unchanged<NoteOutcome.Gone>(Noting.ForBoth(null, First, Place, Two.Ben, First.Version, Said("two"), Later));
        Assert.Equal(Said("two"), Kept(Noting.Own(null, Place, Two.Ben, "", Said("two"), Later)).Words);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    [InlineData(int.MaxValue, false)]
    public void Every_conversation_that_they_had_or_have_before_them_takes_notes(int number, bool takes) =>
        Assert.Equal(takes, (Place with { Session = number }).IsAmong(Two.HadSoMany(2)));

    [Fact]
    public void With_every_note_for_both_that_comes_or_goes_goes_the_step_that_tells_of_it()
    {
        foreach (var decision in new[] { Noting.ForBoth(Two.Going, null, Place, Two.Ben, "", Said("one"), Monday), Noting.ForBoth(Two.Going, First, Place, Two.Ben, First.Version, null, Later) })
            Assert.Equal((NoteNotices.Changed, "match-1 2", null), Assert.Single(decision.Consequences) is Consequence.Step step ? (step.Kind, step.Subject, step.At) : default);

        Assert.Empty(Noting.ForBoth(Two.Going, First, Place, Two.Ben, First.Version, Said("two"), Later).Consequences);
        Assert.Empty(Noting.Own(null, Place, Two.Ben, "", Said("one"), Monday).Consequences);
        Assert.Equal((Two.Going.Id, 2, 0), SessionNotices.In("match-1 2"));
    }

    [Fact]
    public void Changing_what_one_saw_counts_on()
    {
        var second = Kept(Noting.ForBoth(Two.Going, First, Place, Two.Ben, First.Version, Said("two"), Later));

        Assert.Equal((2, Said("two"), Later), (second.Revision, second.Words, second.At));
    }

    [Fact]
    public void The_same_text_again_changes_nothing_whatever_the_form_had_seen()
    {
        Unchanged<NoteOutcome.AsItIs>(Noting.ForBoth(Two.Going, First, Place, Two.Ben, First.Version, Said("one"), Later));
        Unchanged<NoteOutcome.AsItIs>(Noting.ForBoth(Two.Going, First, Place, Two.Ben, "", Said("one"), Later));
    }

    [Theory]
    [InlineData("")]
    [InlineData("7.1")]
    [InlineData("nonsense")]
    public void What_a_form_did_not_show_it_does_not_overwrite(string seen)
    {
        Assert.Equal(First, Unchanged<NoteOutcome.ChangedMeanwhile>(Noting.ForBoth(Two.Going, First, Place, Two.Ben, seen, Said("two"), Later)).Now);
        Unchanged<NoteOutcome.ChangedMeanwhile>(Noting.ForBoth(Two.Going, First, Place, Two.Ben, seen, null, Later));
        Unchanged<NoteOutcome.ChangedMeanwhile>(Noting.Own(First, Place, Two.Ben, seen, Said("two"), Later));
    }

    [Fact]
    public void An_emptied_note_is_gone_and_emptying_nothing_is_nothing()
    {
        var emptied = Noting.ForBoth(Two.Going, First, Place, Two.Ben, First.Version, null, Later);

        Assert.IsType<NoteOutcome.Erased>(emptied.Outcome);
        Assert.True(emptied.Changes);
        Assert.Null(emptied.Next);
        Assert.Equal(new NoteOutcome.AsItIs(null), Unchanged<NoteOutcome.AsItIs>(Noting.ForBoth(Two.Going, null, Place, Two.Ben, First.Version, null, Later)));
    }

    [Fact]
    public void A_form_that_showed_a_note_which_was_emptied_and_written_anew_does_not_overwrite_it()
    {
        var anew = Kept(Noting.ForBoth(Two.Going, null, Place, Two.Ben, "", Said("anew"), Later));

        Assert.Equal(First.Revision, anew.Revision);
        Unchanged<NoteOutcome.ChangedMeanwhile>(Noting.ForBoth(Two.Going, anew, Place, Two.Ben, First.Version, Said("old window"), Later));
    }

    [Fact]
    public void What_was_emptied_elsewhere_is_kept_anew_rather_than_lost() =>
        Assert.Equal(Said("two"), Kept(Noting.ForBoth(Two.Going, null, Place, Two.Ben, First.Version, Said("two"), Later)).Words);

    [Fact]
    public void Shared_an_own_note_goes_unless_it_says_something_else_by_now()
    {
        Assert.IsType<NoteOutcome.Erased>(Noting.Shared(First, Said("one")).Outcome);
        Unchanged<NoteOutcome.AsItIs>(Noting.Shared(First, Said("something else")));
        Unchanged<NoteOutcome.AsItIs>(Noting.Shared(null, Said("one")));
    }

    private static Confidential Said(string words) => Confidential.From(words)!;

    private static Note Kept(Decision<Note, NoteOutcome> decision)
    {
        Assert.True(decision.Changes);
        Assert.Equal(new NoteOutcome.Kept(decision.Next!), decision.Outcome);
        return decision.Next!;
    }

    private static TOutcome Unchanged<TOutcome>(Decision<Note, NoteOutcome> decision)
    {
        Assert.False(decision.Changes);
        return Assert.IsType<TOutcome>(decision.Outcome);
    }
}
