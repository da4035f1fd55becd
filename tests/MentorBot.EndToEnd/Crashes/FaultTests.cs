using System.Globalization;
using MentorBot.Rehearsal;
using MentorBot.Rehearsing;
using MentorBot.Settings;
using MentorBot.Storage.Outbox;
using MentorBot.Testing.Towns;
using NodaTime;

namespace MentorBot.EndToEnd.Crashes;

/// <summary>The connector refuses, breaks off, or does a thing and never says so: at every send of the story.</summary>
public sealed class FaultTests
{
    private static readonly BotSettings Settings = TestTown.Settings();

    public static TheoryData<string> Faults => new(FaultsByName.Keys);

    private static Dictionary<string, Func<Fault>> FaultsByName => new()
    {
        ["refused"] = () => Fault.Refused(500),
        ["never arrived"] = Fault.NeverArrived,
        ["answer lost"] = Fault.AnswerLost,
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Every_send_goes_through_in_the_end(string fault)
    {
        var undisturbed = await Play(null, 0);
        var sends = undisturbed.Journal.Sends;
        Assert.Equal((7, 4), (sends.Count(send => !send.IsInTurn && send.IsPost), sends.Count(send => send.IsInTurn)));
        Assert.Equal(0, undisturbed.DoneAgain);

        await Parallel.ForEachAsync(Enumerable.Range(0, sends.Count), async (at, _) =>
        {
            var (send, played) = (sends[at], await Play(FaultsByName[fault](), at));
            var what = string.Create(CultureInfo.InvariantCulture, $"send {at}, {send}: {played.Journal.Doubts} in doubt");
            var missing = undisturbed.Ending.MoreThan(played.Ending);
            var doubles = played.Ending.MoreThan(undisturbed.Ending);
            if (send is { IsInTurn: true, IsPost: false })
            {
                // Whoever pressed sees what came of it; the card itself is replaced by its notice.
                Assert.True(missing.Length + doubles.Length == 0, $"{what}, missing: {string.Join('\n', missing)}, came twice: {string.Join('\n', doubles)}");
                Assert.Equal(0, played.DoneAgain);
            }
            else if (send.IsInTurn)
            {
                // Who pressed reads an apology, and presses again if what they wanted is not there.
                Assert.DoesNotContain(missing, line => line.Contains("AdaptiveCard", StringComparison.Ordinal));
                Assert.InRange(played.DoneAgain, 0, 1);
                Assert.InRange(doubles.Length, 1, 2);
                Assert.Contains(doubles, line => line.Contains("something went wrong on my side", StringComparison.Ordinal));
            }
            else
            {
                // A card whose answer was lost is one that nobody can replace; things may have moved on before another is sent.
                Assert.True(missing.Length <= doubles.Length, $"{what}, missing: {string.Join('\n', missing)}");
                Assert.True(doubles.Length <= (fault == "answer lost" && send.IsPost ? 1 : 0), $"{what}, came twice: {string.Join('\n', doubles)}");
                Assert.True(played.Journal.Doubts == (send.IsPost ? 1 : 0), what);
                Assert.Equal(0, played.DoneAgain);

                // One more, unless something newer took its place while it waited; and of a card that nobody knows of nothing follows.
                Assert.InRange(played.Journal.Sends.Count, sends.Count - (send.IsPost ? 1 : 0), sends.Count + 1);
            }
        });
    }

    [Fact]
    public async Task What_failed_is_tried_again_at_its_time_and_not_before()
    {
        await using var town = await TestTown.Start();
        var ana = town.Person("Ana");
        town.Fails(Fault.Refused(503), times: 2);
        await ana.Installs(repeats: 0);

        await town.Settles();
        await town.Settles();
        Assert.Equal(1, town.Sends);
        await town.Later(Duration.FromSeconds(29));
        Assert.Equal(1, town.Sends);

        await town.Later(Duration.FromSeconds(2));
        await town.Settles();
        Assert.Equal(2, town.Sends);
        await town.Later(Duration.FromSeconds(58));
        Assert.Equal(2, town.Sends);

        await town.Later(Duration.FromSeconds(3));
        Assert.Equal(3, town.Sends);
        ana.Sees("Hello, I arrange conversations");
        await town.Later(Duration.FromDays(1));
        Assert.Equal(3, town.Sends);
    }

    [Fact]
    public async Task Channel_that_says_how_long_to_wait_is_not_asked_before()
    {
        await using var town = await TestTown.Start();
        town.Fails(Fault.Throttled(600));
        await town.Person("Ana").Installs(repeats: 0);
        await town.Settles();

        await town.Later(Duration.FromSeconds(590));
        Assert.Equal(1, town.Sends);
        await town.Later(Duration.FromSeconds(15));
        Assert.Equal(2, town.Sends);
        town.Person("Ana").Sees("Hello, I arrange conversations");
    }

    [Fact]
    public async Task Person_who_blocked_the_bot_is_left_alone_until_they_are_back()
    {
        await using var town = await TestTown.Start();
        var (ana, noor) = (town.Person("Ana"), town.Person("Noor"));
        await noor.Installs();
        await ana.Installs();
        await town.Settles();
        await ana.Sees("Hello, I arrange conversations").Press("I'd like to mentor");
        var form = await ana.Sees("Before you write anything").Opens("Open the form");
        form.Fill("What could you be for someone? Choose any.", "Someone who listens");
        noor.Blocks();
        var before = town.Sends;
        await form.Submit("Offer this");
        await town.Settles();
        Assert.Equal(before + 2, town.Sends);

        await ana.Sees("Noor de Boer, who looks after mentoring here").Press("We have talked");
        await town.Settles();
        var sends = town.Sends;
        await town.Later(Duration.FromDays(3));
        Assert.Equal(sends, town.Sends);

        noor.Unblocks();
        await noor.Says("desk");
        await town.Settles();
        await noor.Sees("1 offer to look at").Press("Offers");
        noor.Sees("Ana Lima offers to mentor");
    }

    [Fact]
    public async Task What_fails_twelve_times_is_left_for_the_operator_and_the_log_says_so()
    {
        await using var town = await TestTown.Start();
        var ana = town.Person("Ana");
        town.Fails(Fault.Refused(500), times: 100, only: ana);
        await ana.Installs(repeats: 0);
        for (var day = 1; day <= 14; day++)
            await town.Later(Duration.FromDays(1));

        Assert.Equal(Postman.MostAttempts, town.Sends);
        var parked = Assert.Single(town.Bot.LogLines, line => line.Contains("left for the operator", StringComparison.Ordinal));
        Assert.StartsWith("Error ", parked, StringComparison.Ordinal);
        Assert.DoesNotContain("Ana", parked, StringComparison.OrdinalIgnoreCase);

        await town.Person("Ben").Installs();
        await town.Settles();
        town.Person("Ben").Sees("Hello, I arrange conversations");
    }

    private static async Task<Played> Play(Fault? fault, int after)
    {
        var journal = new Journal();
        Ending ending;
        ShortStory story;
        await using (var town = await Town.Start(MortalBot.Starting(Settings, journal), SampleTown.People(Settings.Directory), SampleTown.Options(Settings)))
        {
            if (fault is not null)
                town.Fails(fault, after: after);
            story = new ShortStory(town, mostTries: 2);
            await story.PlayFirstPart();
            await story.PlayLastPart();
            ending = await Ending.Of(town, journal);
        }

        return new(journal, ending, story.DoneAgain);
    }

    private sealed record Played(Journal Journal, Ending Ending, int DoneAgain);
}
