using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using MentorBot.Domain.Evaluations;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Relationships;
using NodaTime;

namespace MentorBot.Domain.Tests.Evaluations;

/// <summary>What people write to the questions at the end waits, and five of them are mixed.</summary>
public sealed class LookingBackTests
{
    /// <summary>A Friday afternoon.</summary>
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 6, 14, 0);

    private static readonly Instant EraseAt = Now + Duration.FromDays(180);
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];
    private static readonly PersonId Noor = new("noor");
    private static readonly RelationshipId About = new("pair");

    [Fact]
    public void What_is_sent_waits_and_is_looked_at_on_the_next_working_morning()
    {
        var sent = Send(null, Words("a"));

        Assert.Equal(1, sent.Next!.Revision);
        var morning = Assert.Single(sent.Consequences);
        Assert.Equal((EvaluationNotices.Morning, "2026-03-09", Instant.FromUtc(2026, 3, 9, 8, 0)), (morning.Kind, morning.Subject, morning.At));
    }

    [Fact]
    public void Sent_twice_it_is_once_and_sent_again_it_takes_the_place_of_the_first()
    {
        var first = Send(null, Words("a")).Next!;
        Assert.False(Send(first, Words("a")).Changes);

        var second = Send(first, Words("b"), seen: 1).Next!;
        Assert.Equal((2, Words("b")), (second.Revision, second.Words));
    }

    [Fact]
    public void What_was_written_before_something_else_was_sent_does_not_take_its_place()
    {
        var waiting = Send(null, Words("a")).Next!;
        Assert.Equal(new LookBackOutcome.ChangedMeanwhile(waiting), Send(waiting, Words("b")).Outcome);
        Assert.Equal(new LookBackOutcome.ChangedMeanwhile(null), Send(null, Words("b"), seen: 1).Outcome);
    }

    [Fact]
    public void With_nothing_written_nothing_is_kept_also_not_what_was_sent_before()
    {
        Assert.False(Send(null, Words()).Changes);
        var emptied = Send(Send(null, Words("a")).Next, Words(), seen: 1);
        Assert.True(emptied.Changes);
        Assert.Null(emptied.Next);
        Assert.Equal(new LookBackOutcome.Nothing(true), emptied.Outcome);
    }

    [Fact]
    public void Taken_back_nothing_is_left_and_taken_back_twice_is_once()
    {
        var taken = LookingBack.TakeBack(Of("ana", 1));
        Assert.True(taken.Changes);
        Assert.Null(taken.Next);
        Assert.False(LookingBack.TakeBack(null).Changes);
    }

    [Fact]
    public void Four_people_are_too_few_however_much_they_sent()
    {
        Assert.Empty(LookingBack.Ready(from person in "abcd" from pair in Enumerable.Range(1, 3) select Of($"{person}", pair)));
        Assert.Equal(5, LookingBack.Ready("abcde".Select((person, at) => Of($"{person}", at))).Length);
    }

    [Fact]
    public void Those_who_have_waited_longest_are_shown_and_a_second_one_of_somebody_waits()
    {
        var ready = LookingBack.Ready([Of("f", 6), Of("a", 1), Of("a", 0), Of("b", 2), Of("c", 3), Of("e", 5), Of("d", 4)]);
        Assert.Equal(["a 0", "b 2", "c 3", "d 4", "e 5"], ready.Select(one => $"{one.Person.Value} {one.About.Value}"));
    }

    [Fact]
    public void Each_question_is_mixed_by_draws_of_its_own()
    {
        var five = Five("abcde");
        var draws = new Drawn();
        var mixed = LookingBack.Mix(five, 1, 180, draws, Zone, Now);

        // Four draws a question, each among those that are left.
        Assert.Equal(Enumerable.Repeat<int[]>([5, 4, 3, 2], LookBack.Questions).SelectMany(bounds => bounds), draws.Bounds);
        Assert.NotEqual(Order(mixed, 0), Order(mixed, 1));
        Assert.Equal(["a", "b", "c", "d", "e"], Order(mixed, 5).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Each_order_of_the_answers_to_a_question_comes_as_often_as_any_other()
    {
        var draws =
            from first in Enumerable.Range(0, 5)
            from second in Enumerable.Range(0, 4)
            from third in Enumerable.Range(0, 3)
            from fourth in Enumerable.Range(0, 2)
            select new[] { first, second, third, fourth };
        var orders = draws.Select(draw => string.Concat(Order(LookingBack.Mix(Five("abcde"), 1, 180, new Drawn(draw), Zone, Now), 0))).ToList();

        Assert.Equal(120, orders.Count);
        Assert.Equal(120, orders.Distinct().Count());
    }

    [Fact]
    public void What_is_shown_says_the_day_and_no_more()
    {
        var mixed = LookingBack.Mix(Five("abcde"), 2, 180, new Drawn(), Zone, Now);
        Assert.Equal((new LocalDate(2026, 3, 6), 2, Instant.FromUtc(2026, 9, 1, 22, 0)), (mixed.On, mixed.Number, mixed.EraseAt));
        Assert.Equal("2026-03-06-2", EvaluationNotices.Of(mixed));
    }

    /// <summary>Some leave out some; whoever sends first, the same five give the same answers to each question.</summary>
    [Fact]
    public void In_whatever_order_five_people_send_the_same_answers_are_shown() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Shuffle(Enumerable.Range(0, 5)).ToArbitrary(),
        (int[] order) =>
        {
            var people = Five("abcde").Select((one, at) => one with { Words = Words([.. Enumerable.Range(0, 6).Select(question => question <= at ? $"{one.Person.Value}{question}" : null)]) }).ToArray();
            var five = LookingBack.Ready(order.Select((who, at) => people[who] with { Sent = Now + Duration.FromMinutes(at) }));
            var mixed = LookingBack.Mix(five, 1, 180, new Drawn(), Zone, Now);
            return Enumerable.Range(0, LookBack.Questions).All(question =>
                Enumerable.Range(question, Math.Max(5 - question, 0)).Select(at => $"{"abcde"[at]}{question}").SequenceEqual(Order(mixed, question).Order(StringComparer.Ordinal)));
        }));

    [Fact]
    public void The_five_and_the_coordinators_are_told_alike_and_nobody_twice()
    {
        var five = Five("abcd").Add(Of("noor", 7));
        var follows = LookingBack.Follows(LookingBack.Mix(five, 1, 180, new Drawn(), Zone, Now), five, [Noor, new("sam")]);

        Assert.Equal(["a", "b", "c", "d", "noor", "sam"], follows.OfType<Consequence.Tell>().Select(tell => tell.Whom.Value));
        Assert.Single(follows.OfType<Consequence.Tell>().Select(tell => (tell.Kind, tell.Subject, tell.Occasion, tell.At)).Distinct());
        Assert.Equal(5, follows.OfType<Consequence.Step>().Count(step => step.Kind == EvaluationNotices.Admit));
    }

    private static Decision<Waiting, LookBackOutcome> Send(Waiting? found, LookBack words, int seen = 0) =>
        LookingBack.Send(found, new("ana"), About, words, seen, EraseAt, Zone, Now);

    private static Waiting Of(string person, int minute) => new(
        new(person), new($"{minute}"), 1, Now + Duration.FromMinutes(minute), EraseAt, Words(person, person, person, person, person, person));

    private static ImmutableArray<Waiting> Five(string people) => [.. people.Select((person, at) => Of($"{person}", at))];

    private static LookBack Words(params string?[] texts) => LookBack.Of([.. Enumerable.Range(0, LookBack.Questions).Select(at => Confidential.From(texts.ElementAtOrDefault(at)))]);

    private static IEnumerable<string> Order(Released released, int question) => released.Answers[question].Select(answer => answer.Reveal());

    /// <summary>What is drawn is told beforehand: at first these, then always another.</summary>
    private sealed class Drawn(params int[] first) : IChance
    {
        public List<int> Bounds { get; } = [];

        public int Below(int bound)
        {
            Bounds.Add(bound);
            return Bounds.Count <= first.Length ? first[Bounds.Count - 1] : Bounds.Count * 7 % bound;
        }
    }
}
