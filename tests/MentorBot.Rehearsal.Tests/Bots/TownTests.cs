using Newtonsoft.Json.Linq;
using NodaTime;
using static MentorBot.Rehearsal.Tests.Script;

namespace MentorBot.Rehearsal.Tests.Bots;

public sealed class TownTests
{
    [Fact]
    public async Task Bot_that_listens_elsewhere_is_refused()
    {
        var script = new Script { Elsewhere = new Uri("https://bot.example/api/messages") };
        var failure = await Assert.ThrowsAsync<RehearsalException>(() => Neighbourhood.With(script));
        Assert.Contains("this machine only", failure.Message, StringComparison.Ordinal);
        Assert.Equal(1, script.Ends);
    }

    [Fact]
    public async Task Settling_goes_on_until_the_bot_sends_nothing_more()
    {
        var left = 3;
        var script = new Script
        {
            OnIdle = async bot =>
            {
                if (left-- > 0)
                    await bot.Call(HttpMethod.Get, "v3/conversations/a:nowhere/members");
            },
        };
        await using var town = await Neighbourhood.With(script);
        await town.Settles();
        Assert.Equal(-1, left);
    }

    [Fact]
    public async Task Settling_waits_for_what_is_still_on_its_way()
    {
        var script = new Script();
        await using var town = await Neighbourhood.With(script);
        var release = new TaskCompletionSource();
        town.Fails(Fault.Stalled(release.Task));
        var sending = script.Bot.Post(town.Person("Ana").ConversationId, Text("On its way"));
        while (town.Sends == 0)
            await Task.Yield();

        var settling = town.Settles();
        Assert.False(settling.IsCompleted);
        release.SetResult();
        await settling;
        town.Person("Ana").Sees("On its way");
        await sending;
    }

    [Fact]
    public async Task Bot_that_never_rests_is_told_on()
    {
        var script = new Script { OnIdle = bot => bot.Call(HttpMethod.Get, "v3/conversations/a:nowhere/members") };
        await using var town = await Neighbourhood.With(script);
        var failure = await Assert.ThrowsAsync<RehearsalException>(() => town.Settles());
        Assert.Contains("does not come to rest", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Time_stands_still_until_it_is_moved_and_the_bot_does_what_is_due()
    {
        var script = new Script();
        await using var town = await Neighbourhood.With(script);
        var ana = town.Person("Ana");
        var due = town.Clock.GetCurrentInstant() + Duration.FromDays(3);
        script.OnIdle = async bot =>
        {
            if (bot.Settings.Clock.GetCurrentInstant() >= due && ana.Chat.Count == 0)
                await bot.Post(ana.ConversationId, Text("Your pause is over."));
        };
        await town.Later(Duration.FromDays(2));
        ana.SeesNothingNew();
        town.Clock.Advance(1);
        await town.Settles();
        ana.Sees("Your pause is over.");
        Assert.Throws<ArgumentOutOfRangeException>(() => town.Clock.Advance(Duration.FromHours(-1)));
    }

    [Fact]
    public async Task Restarted_and_crashed_bots_find_their_folder_again()
    {
        var script = new Script();
        await using (var town = await Neighbourhood.With(script))
        {
            var first = script.Bot.Settings;
            await town.RestartBot();
            Assert.Equal((2, 1, 0), (script.Starts, script.Ends, script.Crashes));
            await town.CrashBot();
            Assert.Equal((3, 1, 1), (script.Starts, script.Ends, script.Crashes));
            Assert.Equal(first, script.Bot.Settings);
            await town.Person("Ana").Says("still there?");
            Assert.Single(script.Received);
        }

        Assert.Equal(3, script.Ends);
    }

    [Fact]
    public async Task Own_folder_goes_with_the_town_and_a_given_one_stays()
    {
        var given = Directory.CreateTempSubdirectory();
        string own;
        await using (var town = await Neighbourhood.With(new Script()))
            own = town.DataFolder;
        await using (await Neighbourhood.With(new Script(), new() { DataFolder = given.FullName }))
        {
        }

        Assert.False(Directory.Exists(own));
        Assert.True(given.Exists);
        given.Delete();
    }

    [Fact]
    public async Task Refused_message_fails_the_town()
    {
        var script = new Script { OnActivity = (_, _) => Task.FromResult<(int, JToken?)>((500, null)) };
        await using var town = await Neighbourhood.With(script);
        await town.Person("Bo").Says("hello");
        var failure = await Assert.ThrowsAsync<RehearsalException>(() => town.Settles());
        Assert.Contains("the bot answered Bo Chen's message with HTTP 500", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bot_that_does_not_answer_in_time_is_a_problem()
    {
        var release = new TaskCompletionSource();
        var script = new Script
        {
            OnActivity = async (_, _) =>
            {
                await release.Task;
                return (200, null);
            },
        };
        await using var town = await Neighbourhood.With(script, new() { AnswersWithin = TimeSpan.FromMilliseconds(1) });
        await town.Person("Bo").Says("hello");
        release.SetResult();
        town.Expected("not at all");
    }

    [Fact]
    public async Task Expected_problem_that_did_not_happen_is_a_failure()
    {
        await using var town = await Neighbourhood.With(new Script());
        Assert.Throws<RehearsalException>(() => town.Expected("HTTP 500"));
    }

    [Fact]
    public async Task Everybody_gets_the_bot_and_nobody_else_is_known()
    {
        var script = new Script();
        await using var town = await Neighbourhood.With(script, areInstalled: false);
        await town.EverybodyInstalls();
        Assert.Equal(8, script.Received.Count);
        Assert.Same(town.Person("Ana"), town.Person("Ana Lima"));
        Assert.Contains("Ana Lima · Bo Chen", Assert.Throws<RehearsalException>(() => town.Person("Cleo")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_presses_at_once_are_all_answered()
    {
        var script = Replying(Message(Card(Words("Once"), Buttons(Execute("Yes", "yes")))), _ => NewCard(Card(Words("Settled"))));
        await using var town = await Neighbourhood.With(script);
        var ana = town.Person("Ana");
        await ana.Says("hello");
        var card = ana.Sees("Once").OnAnOldScreen();
        var seen = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => card.Press("Yes")));
        Assert.All(seen, each => each.Shows("Settled"));
        Assert.Equal(20, script.Received.Select(activity => (string?)activity["id"]).Distinct().Count() - 1);
        await town.Settles();
    }
}
