using FsCheck;
using FsCheck.Fluent;
using MentorBot.Domain.Sessions;

namespace MentorBot.Domain.Tests.Sessions;

/// <summary>Two people, some hundred presses each, with old cards and quick fingers among them: after every press these rules hold.</summary>
public sealed class RandomTalkTests
{
    private const int Steps = 500;

    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue).ToArbitrary();

    /// <remarks>Who had a card of one that was opened early, closed and begun again has no seat in it: their card says that it is closed.</remarks>
    [Fact]
    public void Both_cards_show_the_same_phase_and_the_same_prompts() => Always((_, talk) =>
        talk.Pair.Meetings.Session is not { IsOpen: true } open || talk.Newest.All(one =>
            one.Screen.Card.Number != open.Number || one.Screen.IsQuiet || open.SeatOf(one.Person) is null
            || (one.Screen.Phase == open.Phase && one.Screen.Draws == talk.Pair.Meetings.Deck.Draws[(int)open.Phase])));

    [Fact]
    public void No_card_looks_open_after_the_end() => Always((_, talk) =>
        talk.Pair.Meetings.Session is not { IsOpen: false } over || talk.Newest.All(one => one.Screen.Card.Number != over.Number || !one.Screen.IsOpen));

    [Fact]
    public void The_revision_grows_with_every_change_and_never_otherwise() => Always((before, talk) =>
        ReferenceEquals(before.Meetings, talk.Pair.Meetings) || talk.Pair.Meetings.Revision == before.Meetings.Revision + 1);

    [Fact]
    public void A_number_is_given_away_once_and_a_conversation_is_never_gone_back_to() => Always((before, talk) =>
        talk.Pair.Meetings.Last >= before.Meetings.Last
        && (talk.Pair.Meetings.Session is not { } session || session.Number <= talk.Pair.Meetings.Last));

    [Fact]
    public void A_card_belongs_to_every_seat() => Always((_, talk) =>
        talk.Pair.Meetings.Session is not { } session || session.Seats.All(seat => talk.Posted.Contains((seat.Person, new(session.Number, seat.Card)))));

    [Fact]
    public void Nobody_has_two_seats() => Always((_, talk) =>
        talk.Pair.Meetings.Session is not { } session || session.Seats.DistinctBy(seat => seat.Person).Count() == session.Seats.Length);

    [Fact]
    public void What_is_closed_stays_closed() => Always((before, talk) =>
        before.Meetings.Session is not { IsOpen: false } closed || talk.Pair.Meetings.Session is not { IsOpen: true } open || open.Number != closed.Number || before.Meetings.Find(closed.Number) is not null);

    [Fact]
    public void No_prompt_comes_again_before_all_three_of_its_kind_were_seen()
    {
        var seen = new Dictionary<(Phase, PromptKind), List<int>>();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(50), Prop.ForAll(Seeds, seed =>
        {
            seen.Clear();
            return Plays(seed, (before, talk) => Enum.GetValues<Phase>().All(phase => Enum.GetValues<PromptKind>().All(kind => IsFresh(before.Meetings.Deck, talk.Pair.Meetings.Deck, phase, kind))));
        }));

        bool IsFresh(Deck before, Deck now, Phase phase, PromptKind kind)
        {
            if (before.Draws[(int)phase] == now.Draws[(int)phase])
                return true;
            if (!seen.TryGetValue((phase, kind), out var prompts))
                seen[(phase, kind)] = prompts = [];
            prompts.Add(now.Of(phase, kind));
            return prompts.TakeLast(Deck.PromptsOfAKind).Distinct().Count() == Math.Min(prompts.Count, Deck.PromptsOfAKind);
        }
    }

    [Fact]
    public void A_conversation_counts_once_and_is_asked_about_once()
    {
        var counted = new List<int>();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(50), Prop.ForAll(Seeds, seed =>
        {
            counted.Clear();
            return Plays(seed, (before, talk) =>
            {
                var more = talk.Pair.Meetings.Held - before.Meetings.Held;
                if (more == 1)
                    counted.Add(Number(before, talk.Pair));
                return more is 0 or 1 && counted.Count == counted.Distinct().Count() && talk.Kept.Count == talk.Kept.Distinct().Count();
            });
        }));

        // What is over now and was not; else what was booked and is not any more, for they met.
        static int Number(Pair before, Pair after) =>
            before.Meetings.Session is { } was && (was.IsOpen || was is { Ending: SessionEnding.Overnight, IsTouched: false }) && (after.Session.Number != was.Number || after.Session.Ending != was.Ending)
                ? was.Number
                : before.Meetings.Booked.Except(after.Meetings.Booked).Single().Number;
    }

    [Fact]
    public void These_talks_are_lively()
    {
        var seen = new HashSet<string>();
        for (var seed = 0; seed < 20; seed++)
        {
            var talk = new RandomTalk(seed);
            for (var step = 0; step < Steps; step++)
            {
                var (what, outcome) = talk.Step();
                seen.Add($"{what}: {outcome.GetType().Name}");
                talk.Ticks();
                if (talk.Pair.Meetings.Session?.Ending is { } ending)
                    seen.Add(ending.ToString());
            }
        }

        string[] everything =
        [
            .. from what in new[] { "talk", "turn", "turn in form", "other prompts", "just the prompts", "one at a time", "end", "we met", "late", "note", "question", "call off" }
               from outcome in new[] { "Done", "AsItIs" }
               select $"{what}: {outcome}",
            "turn: BothTurned", "book: Done", "move: Done", "cancel: Done", "time: Done", "Done", "WeMet", "Overnight", "CalledOff",
        ];
        Assert.Empty(everything.Except(seen));
    }

    private static void Always(Func<Pair, RandomTalk, bool> rule) => Check.One(Config.QuickThrowOnFailure.WithMaxTest(50), Prop.ForAll(Seeds, seed => Plays(seed, rule)));

    /// <summary>Everything that is due is done at once, one thing at a time, and the rule is looked at after each.</summary>
    private static bool Plays(int seed, Func<Pair, RandomTalk, bool> rule)
    {
        var talk = new RandomTalk(seed);
        for (var step = 0; step < Steps; step++)
        {
            var before = talk.Pair;
            var (what, outcome) = talk.Step();
            if (!rule(before, talk))
                throw new InvalidOperationException($"After {step} presses, “{what}” gave {outcome.GetType().Name}: {talk.Pair.Meetings}");
        }

        return true;
    }
}
