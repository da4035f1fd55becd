using System.Collections.Immutable;
using MentorBot.Domain.Keeping;
using MentorBot.Domain.Notes;
using MentorBot.Domain.Sessions;
using NodaTime;
using static MentorBot.Domain.Tests.Keeping.KeepScene;

namespace MentorBot.Domain.Tests.Keeping;

/// <summary>What one has of a conversation for oneself alone.</summary>
public sealed class OwnLinesTests
{
    private static readonly OwnLines Nothing = OwnLines.Nothing(Ana, Pair.Id, Number);
    private static readonly Note OfAna = new(Pair.Id, Number, Phase.Learn, Ana, 1, Words("Ask before advising"), Tuesday);
    private static readonly Note OfBen = OfAna with { Author = Ben, Words = Words("Say no once") };

    [Fact]
    public void Each_gets_the_texts_they_put_together_and_what_they_noted_themselves()
    {
        var over = Approving.Tick(Pair, Shown, Shown.Until).Next!;

        Assert.Equal([new(null, Words("One")), new(Phase.Learn, OfAna.Words)], KeepingOwn.Of(over, Ana, [OfAna, OfBen]).Select(one => one.Line));
        Assert.Equal([new(Phase.Learn, OfBen.Words)], KeepingOwn.Of(over, Ben, [OfAna, OfBen]).Select(one => one.Line));
    }

    [Fact]
    public void What_both_kept_is_nobodys_own_but_an_earlier_text_is_its_authors()
    {
        var changed = Show(Shown, Ben, "Two").Next!;
        var kept = Fine(changed, Ana).Next!;

        Assert.Equal([Words("One")], KeepingOwn.Of(kept, Ana, []).Select(one => one.Line.Words));
        Assert.Empty(KeepingOwn.Of(kept, Ben, []));
    }

    [Fact]
    public void What_was_brought_does_not_come_again_not_even_when_they_took_it_out()
    {
        var news = KeepingOwn.Of(Approving.Tick(Pair, Shown, Shown.Until).Next!, Ana, [OfAna]).ToList();
        var taken = KeepingOwn.Take(Nothing, news).Next!;
        Assert.Equal(2, taken.Lines.Length);

        var emptied = KeepingOwn.Rewrite(taken, taken.Revision, null, []).Next!;
        Assert.False(KeepingOwn.Take(emptied, news).Changes);
    }

    [Fact]
    public void A_line_is_added_once()
    {
        var added = KeepingOwn.Add(Nothing, Words("Late")).Next!;

        Assert.Equal(new OwnLine(null, Words("Late")), Assert.Single(added.Lines));
        Assert.False(KeepingOwn.Add(added, Words("Late")).Changes);
    }

    [Fact]
    public void A_form_from_before_another_window_saved_takes_nothing_and_loses_nothing()
    {
        var first = KeepingOwn.Write(Nothing, 0, Words("First")).Next!;

        Assert.Equal(new OwnLinesOutcome.ChangedMeanwhile(first), KeepingOwn.Write(first, 0, Words("Second")).Outcome);
        Assert.Equal(new OwnLinesOutcome.AsItIs(first), KeepingOwn.Write(first, 0, Words("First")).Outcome);
        Assert.Equal(Words("Second"), KeepingOwn.Write(first, first.Revision, Words("Second")).Next!.Alone);
    }

    [Fact]
    public void A_note_goes_once_it_is_brought_unless_it_was_changed_since()
    {
        Assert.Null(KeepingOwn.Leave(OfAna, OfAna).Next);
        Assert.False(KeepingOwn.Leave(OfAna with { Revision = 2 }, OfAna).Changes);
        Assert.False(KeepingOwn.Leave(OfAna with { At = Tuesday + Duration.FromMinutes(1) }, OfAna).Changes);
        Assert.False(KeepingOwn.Leave(null, OfAna).Changes);
    }
}
