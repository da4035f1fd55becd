using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using MentorBot.Domain.Bundles;
using MentorBot.Domain.Notices;
using NodaTime;

namespace MentorBot.Domain.Tests.Bundles;

/// <summary>Weeks in which anything may turn up at any time, become moot, be repeated, and in which somebody changes how much they would like to hear: these rules hold.</summary>
public sealed class AnyWeeksTests
{
    private static readonly PersonId Ben = new("ben");
    private static readonly Instant Start = Instant.FromUtc(2026, 3, 2, 10, 0);

    private static readonly Gen<Step> Steps =
        from what in Gen.Frequency((8, Gen.Constant("Mention")), (2, Gen.Constant("Repeat")), (2, Gen.Constant("Moot")), (1, Gen.Constant("Choose")), (4, Gen.Constant("Wait")))
        from thing in Gen.Choose(1, 40)
        from choice in Gen.Elements(Enum.GetValues<HowMuch>())
        from quietFrom in Gen.Choose(0, 23)
        from quietTo in Gen.Choose(0, 23)
        from minutes in Gen.Frequency((3, Gen.Choose(0, 120)), (3, Gen.Choose(0, 60 * 30)), (1, Gen.Choose(0, 60 * 24 * 12)))
        from late in Gen.Frequency((4, Gen.Constant(0)), (1, Gen.Choose(0, 60 * 20)))
        select new Step(what, thing, choice, new(new(quietFrom, 0), new(quietTo, 0)), Duration.FromMinutes(minutes), Duration.FromMinutes(late));

    /// <summary>On both sides of the date line, and where the clocks change within the weeks played.</summary>
    private static readonly Gen<DateTimeZone> Zones = Gen.Elements("Europe/Lisbon", "America/New_York", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Australia/Lord_Howe", "Asia/Kathmandu")
        .Select(id => DateTimeZoneProviders.Tzdb[id]);

    private static readonly Arbitrary<(DateTimeZone Zone, Step[] Steps)> Plays = Zones.SelectMany(zone => Steps.ArrayOf(120).Select(steps => (zone, steps))).ToArbitrary();

    [Fact]
    public void Never_more_than_two_messages_in_any_seven_days() => Always(played =>
        played.Sent.Select(sent => sent.At).ToList() is var all && all.Zip(all.Skip(Bundling.MostAWeek)).All(two => two.Second - two.First >= Duration.FromDays(7)));

    [Fact]
    public void Never_two_messages_on_one_day() => Always(played =>
        played.Sent.Select(sent => sent.At.InZone(played.Zone).Date).ToList() is var days && days.Distinct().Count() == days.Count);

    [Fact]
    public void Never_in_quiet_hours_nor_in_a_pause() => Always(played =>
        played.Sent.All(sent => !sent.Hours.Include(sent.At.InZone(played.Zone).TimeOfDay) && !(sent.At < sent.PausedUntil)));

    [Fact]
    public void Each_thing_is_mentioned_once_and_none_is_lost_unless_it_became_moot_or_nothing_at_all_was_wanted() => Always(played =>
        played.Sent.SelectMany(sent => sent.Things).ToList() is var mentioned
        && mentioned.Distinct().Count() == mentioned.Count
        && played.Wanted.SetEquals(mentioned));

    [Fact]
    public void No_message_is_empty_and_none_has_more_than_six_things() => Always(played => played.Sent.All(sent => sent.Things.Length is > 0 and <= Bundling.MostTogether));

    [Fact]
    public void The_weeks_played_have_messages_with_several_things_and_things_that_went() => Assert.Contains(
        Plays.Generator.Sample(40, 100).Select(play => new Play(play.Zone).After(play.Steps)),
        played => played.Sent.Any(sent => sent.Things.Length > 1) && played.Sent.Count > 4 && played.Dropped > 0);

    private static void Always(Func<Play, bool> rule) =>
        Prop.ForAll(Plays, play => rule(new Play(play.Zone).After(play.Steps))).Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    private sealed record Step(string What, int Thing, HowMuch Choice, QuietHours Hours, Duration Passes, Duration Late);

    private sealed record Message(Instant At, ImmutableArray<Thing> Things, QuietHours Hours, Instant? PausedUntil);

    /// <summary>Plays the part of rows, clock and worker: the one step for later that there is, taken when it is due or a little late.</summary>
    private sealed class Play(DateTimeZone zone)
    {
        private readonly HashSet<Thing> moot = [];
        private readonly List<Thing> seen = [];
        private Bundle bundle = Bundle.Of(Ben);
        private Instant now = Start;
        private Instant? look;

        public DateTimeZone Zone => zone;

        public List<Message> Sent { get; } = [];

        /// <summary>What has to be mentioned once everything has come to rest.</summary>
        public HashSet<Thing> Wanted { get; } = [];

        public int Dropped { get; private set; }

        public Play After(IEnumerable<Step> steps)
        {
            foreach (var step in steps)
            {
                Pass(now + step.Passes, step.Late);
                Do(step);
            }

            Pass(now + Duration.FromDays(400), Duration.Zero);
            Assert.Empty(bundle.Waiting);
            return this;
        }

        private void Do(Step step)
        {
            switch (step.What)
            {
                case "Mention":
                    var thing = new Thing("kind", "about" + step.Thing, seen.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
                    Wanted.RemoveWhere(other => other.IsSameAs(thing) && bundle.Waiting.Contains(other));
                    seen.Add(thing);
                    Wanted.Add(thing);
                    Take(Bundling.Mention(bundle, thing, zone, now));
                    break;
                case "Repeat" when seen.Count > 0 && (bundle.Waiting.Contains(seen[^1]) || bundle.Sent.Any(sent => sent.Things.Contains(seen[^1]))):
                    Take(Bundling.Mention(bundle, seen[^1], zone, now));
                    break;
                case "Moot" when !bundle.Waiting.IsEmpty:
                    Drop(bundle.Waiting[step.Thing % bundle.Waiting.Length]);
                    break;
                case "Choose":
                    if (step.Choice == HowMuch.NothingUntilTheyWrite)
                        foreach (var waiting in bundle.Waiting)
                            Drop(waiting);
                    Take(Bundling.Choose(bundle, step.Choice, step.Hours, zone, now));
                    break;
            }
        }

        private void Drop(Thing thing)
        {
            moot.Add(thing);
            Wanted.Remove(thing);
            Dropped++;
        }

        private void Pass(Instant until, Duration late)
        {
            while (look is { } due && due + late <= until)
            {
                now = Instant.Max(now, due + late);
                look = null;
                Take(Bundling.Tick(bundle, thing => !moot.Contains(thing), zone, now));
            }

            now = Instant.Max(now, until);
        }

        private void Take(Decision<Bundle, Bundle> decision)
        {
            bundle = decision.Next!;
            foreach (var consequence in decision.Consequences)
            {
                if (consequence is Consequence.Step step)
                    look = step.At;
                else
                    Sent.Add(new(now, bundle.Sent[^1].Things, bundle.QuietHours, bundle.PausedUntil));
            }
        }
    }
}
