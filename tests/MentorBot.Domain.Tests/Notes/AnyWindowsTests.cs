using FsCheck;
using FsCheck.Fluent;
using MentorBot.Domain.Notes;
using MentorBot.Domain.Sessions;
using MentorBot.Domain.Tests.Matching;
using MentorBot.Domain.Tests.Relationships;
using NodaTime;

namespace MentorBot.Domain.Tests.Notes;

/// <summary>Two people, each with three windows open on the same part of a conversation, who open, type and save in any order.</summary>
public sealed class AnyWindowsTests
{
    private const int WindowsEach = 3;

    private static readonly NotePlace Place = new(Two.Going.Id, 1, Phase.Review);

    /// <summary>One of the windows is opened anew; or what stands in it by then is saved.</summary>
    private sealed record Doing(bool IsBen, int Window, bool Opens, string? Types)
    {
        public PersonId Who => IsBen ? Two.Ben : Two.Ana;
    }

    [Fact]
    public void No_word_is_lost_and_nobody_overwrites_the_other() => Prop.ForAll(Any().ArrayOf().ToArbitrary(), Holds).QuickCheckThrowOnFailure();

    private static bool Holds(Doing[] all)
    {
        var kept = new Dictionary<PersonId, Note?> { [Two.Ben] = null, [Two.Ana] = null };
        var shown = new Dictionary<(PersonId, int), Note?>();
        var now = Situation.Monday;
        foreach (var one in all)
        {
            now += Duration.FromMilliseconds(1);
            if (one.Opens)
            {
                shown[(one.Who, one.Window)] = kept[one.Who];
                continue;
            }

            var (before, others) = (kept[one.Who], kept[Two.Going.OtherThan(one.Who)]);
            var saw = shown.GetValueOrDefault((one.Who, one.Window));
            var words = Confidential.From(one.Types);
            var decision = Noting.ForBoth(Two.Going, before, Place, one.Who, saw?.Version ?? "", words, now);
            kept[one.Who] = decision.Next;

            var isAsItWas = decision.Next == before;
            var holds = decision.Outcome switch
            {
                // What goes had been before the eyes of who replaced it.
                NoteOutcome.Kept => decision.Next!.Words.Equals(words) && (before is null || before == saw),
                NoteOutcome.Erased => decision.Next is null && before == saw && words is null,
                NoteOutcome.AsItIs => isAsItWas && Equals(before?.Words, words),

                // The form comes back with both.
                NoteOutcome.ChangedMeanwhile changed => isAsItWas && changed.Now == before,
                _ => false,
            };
            if (!holds || decision.Next is { } next && next.Author != one.Who || kept[Two.Going.OtherThan(one.Who)] != others)
                return false;
        }

        return true;
    }

    private static Gen<Doing> Any() =>
        from isBen in Gen.Elements(true, false)
        from window in Gen.Choose(1, WindowsEach)
        from opens in Gen.Elements(true, false)
        from types in Gen.Elements(null, "a", "b", "c", " ")
        select new Doing(isBen, window, opens, types);
}
