using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using MentorBot.Domain.Keeping;
using NodaTime;
using static MentorBot.Domain.Tests.Keeping.KeepScene;

namespace MentorBot.Domain.Tests.Keeping;

/// <summary>
/// Two people, their moves interleaved at random, with forms from any moment before: drafts, texts shown, a yes to any text there ever
/// was, changes, "rather not", nothing, once more, time, and the bringing home. Whatever comes of it keeps these rules.
/// </summary>
public sealed class AnyMovesTests
{
    private static readonly Gen<Move> Moves =
        from what in Gen.Frequency(
            (3, Gen.Constant("Later")), (5, Gen.Constant("Show")), (5, Gen.Constant("Fine")), (1, Gen.Constant("RatherNot")), (1, Gen.Constant("Nothing")),
            (2, Gen.Constant("Mine")), (2, Gen.Constant("Home")), (2, Gen.Constant("Time")))
        from who in Gen.Elements(Ana, Ben)
        from behind in Gen.Frequency((6, Gen.Constant(0)), (2, Gen.Choose(1, 3)))
        from hours in Gen.Frequency((6, Gen.Choose(0, 20)), (1, Gen.Choose(20, 200)))
        select new Move(what, who, behind, hours);

    [Fact]
    public void It_is_kept_only_when_both_said_of_the_same_text_that_it_is_fine() => Always((before, _, after) =>
        before.Keep.Stage == KeepStage.Kept || after.Keep.Stage != KeepStage.Kept
        || after.Keep.Shares.All(share => share.FineWith == after.Keep.OnTable && after.Said.Contains((share.Person, after.Keep.OnTable))));

    [Fact]
    public void A_yes_counts_for_the_text_that_was_seen_and_no_other() => Always((before, move, after) =>
        move.What != "Fine" || after.Keep == before.Keep || before.Seen(move) == before.Keep.OnTable);

    [Fact]
    public void A_change_asks_again() => Always((before, move, after) =>
        move.What != "Show" || after.Keep == before.Keep
        || (after.Keep.Stage == KeepStage.Open && after.Keep.OtherThan(move.Who).FineWith != after.Keep.OnTable && after.Keep.OtherThan(move.Who).Card > before.Keep.OtherThan(move.Who).Card));

    [Fact]
    public void What_both_kept_never_changes() => Always((before, _, after) =>
        before.Keep.Stage != KeepStage.Kept || (after.Keep.Stage == KeepStage.Kept && Equals(after.Keep.Text, before.Keep.Text)));

    [Fact]
    public void Nobody_reads_what_the_other_has_not_shown() => Always((_, _, after) =>
        after.Keep.Text is not { } text || after.Shown.Contains(text));

    [Fact]
    public void A_draft_gives_way_only_to_a_form_that_held_it() => Always((before, move, after) =>
        after.Keep.Stage != KeepStage.Open || before.Keep.Of(move.Who).Draft is not { } draft || after.Keep.Of(move.Who).Draft == draft || before.SeenDraft(move) == draft.Number);

    [Fact]
    public void In_the_end_every_word_that_somebody_wrote_is_still_theirs() => Always((_, _, after) =>
    {
        if (after.Keep.Stage == KeepStage.Open)
            return true;
        return after.Wrote.All(one => after.Has(one.Who, one.Words));
    });

    [Fact]
    public void Who_wrote_something_never_ends_with_nothing() => Always((_, _, after) =>
        after.Keep.Stage != KeepStage.Nothing || after.Wrote.IsEmpty);

    [Fact]
    public void It_always_comes_to_its_end() => Always((_, _, after) =>
    {
        var keep = after.Keep;
        for (var ticks = 0; ticks < 2 && keep.NextDue is { } due; ticks++)
            keep = Approving.Tick(Pair, keep, due).Next!;
        return keep.NextDue is null;
    });

    [Fact]
    public void The_same_press_again_changes_nothing() => Always((_, move, after) =>
        move.What is "Time" or "Home" || !after.Twice!().Changes);

    private static void Always(Func<World, Move, World, bool> rule) => Prop.ForAll(Moves.ArrayOf(60).ToArbitrary(), moves =>
    {
        var world = World.Begun;
        foreach (var move in moves)
        {
            var after = world.After(move);
            if (!rule(world, move, after))
                throw new InvalidOperationException($"{move} on {world.Keep} came to {after.Keep}.");
            world = after;
        }
    }).QuickCheckThrowOnFailure();

    private sealed record Move(string What, PersonId Who, int Behind, int Hours);

    /// <summary>How it stands, and what a bystander remembers: who wrote what, who saw and said what.</summary>
    private sealed record World(
        Keep Keep,
        Instant Now,
        int Step,
        ImmutableArray<int> Tables,
        ImmutableArray<Keep> Earlier,
        ImmutableArray<(PersonId Who, string As, Confidential Words)> Wrote,
        ImmutableArray<(PersonId Who, int Number)> Said,
        ImmutableArray<Confidential> Shown,
        ImmutableDictionary<PersonId, OwnLines> Own,
        Func<Decision<Keep, KeepOutcome>>? Twice)
    {
        public static readonly World Begun = new(
            Offered, Tuesday, 0, [0], [Offered], [], [], [],
            new[] { Ana, Ben }.ToImmutableDictionary(who => who, who => OwnLines.Nothing(who, Pair.Id, Number)),
            null);

        /// <summary>Which text a form showed that was opened some moves ago.</summary>
        public int Seen(Move move) => Tables[Math.Max(0, Tables.Length - 1 - move.Behind)];

        /// <summary>Which draft of theirs it held.</summary>
        public int SeenDraft(Move move) => Earlier[Math.Max(0, Earlier.Length - 1 - move.Behind)].Of(move.Who).Draft?.Number ?? 0;

        public bool Has(PersonId who, Confidential words) =>
            words.Equals(Keep.Text) || Keep.OwnOf(who).Any(text => text.Words.Equals(words)) || Own[who].Lines.Any(line => line.Words.Equals(words));

        public World After(Move move)
        {
            var (now, seen, words, own) = (Now + Duration.FromHours(move.Hours), Seen(move), Words($"{move.Who} {Step}"), Own);
            if (move.What == "Home" && !Keep.IsHome)
                foreach (var who in new[] { Ana, Ben })
                    own = own.SetItem(who, KeepingOwn.Take(own[who], KeepingOwn.Of(Keep, who, [])).Next!);

            var decision = Decide(move, seen, words, now);
            var next = decision.Next!;
            var isLateAndMine = move.What == "Mine" && next.Stage != KeepStage.Open;
            if (isLateAndMine)
                own = own.SetItem(move.Who, KeepingOwn.Add(own[move.Who], words).Next!);
            var took = isLateAndMine || (decision.Changes && move.What is ("Later" or "Show" or "Mine"));
            return this with
            {
                Keep = next,
                Now = now,
                Step = Step + 1,
                Earlier = Earlier.Add(next),
                Tables = next.OnTable == Tables[^1] ? Tables : Tables.Add(next.OnTable),
                Wrote = took ? Write(move, isLateAndMine ? "line" : move.What, words) : Wrote,
                Said = decision.Changes && move.What is ("Fine" or "Show") ? Said.Add((move.Who, next.OnTable)) : Said,
                Shown = took && move.What == "Show" ? Shown.Add(words) : Shown,
                Own = own,
                Twice = () => Sent(next),
            };

            Decision<Keep, KeepOutcome> Sent(Keep keep) => (this with { Keep = keep }).Decide(move, seen, words, now);
        }

        /// <summary>What they put in its place themselves is not theirs any more: a draft for a draft, a text for one shown, and for the draft it was made of.</summary>
        private ImmutableArray<(PersonId Who, string As, Confidential Words)> Write(Move move, string what, Confidential words)
        {
            var kind = what is "Later" or "Mine" ? "draft" : what;
            var isFirst = kind == "Show" && Keep.OnTable == 0;
            var before = Keep.Stage == KeepStage.Open ? Wrote : [.. Wrote.Select(one => one with { As = "line" })];
            return [.. before.Where(one => one.Who != move.Who || (one.As != kind && !(isFirst && one.As == "draft")) || one.As == "line"), (move.Who, kind, words)];
        }

        private Decision<Keep, KeepOutcome> Decide(Move move, int seen, Confidential words, Instant now) => move.What switch
        {
            "Later" => Drafting.Later(Pair, Keep, move.Who, seen, SeenDraft(move), words, false),
            "Show" => Drafting.Show(Pair, Keep, move.Who, seen, SeenDraft(move), words, false, now),
            "Fine" => Approving.Fine(Pair, Keep, move.Who, seen, false),
            "RatherNot" => Approving.RatherNot(Pair, Keep, move.Who, seen),
            "Nothing" => Drafting.NothingToKeep(Pair, Keep, move.Who),
            "Mine" => Drafting.KeepMineAlone(Pair, Keep, move.Who, SeenDraft(move), words, false),
            "Home" => Approving.Brought(Keep, Keep.Revision),
            _ => Approving.Tick(Pair, Keep, now),
        };
    }
}
