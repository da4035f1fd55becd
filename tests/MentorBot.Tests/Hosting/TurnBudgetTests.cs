using MentorBot.Rehearsal;
using MentorBot.Rehearsing;
using MentorBot.Storage.Rows;
using MentorBot.Testing.Rows;
using MentorBot.Testing.Time;
using MentorBot.Testing.Towns;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace MentorBot.Tests.Hosting;

/// <summary>Something that the bot needs says nothing for ever: whoever wants something from it still gets an answer while Teams waits.</summary>
public sealed class TurnBudgetTests : IAsyncLifetime
{
    private const string Apology = "something went wrong on my side";

    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(12);

    private readonly MemoryRowStore store = new();
    private readonly TimersByHand timers = new();
    private readonly TaskCompletionSource goesOn = new();
    private readonly TaskCompletionSource isStuck = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Town town = null!;
    private Resident ana = null!;

    public async Task InitializeAsync()
    {
        town = await TestTown.Start(change: builder => builder.Services.AddSingleton<IRowStore>(store).AddSingleton<TimeProvider>(timers));
        ana = town.Person("Ana");
        await ana.Installs();
        await town.Settles();
    }

    public async Task DisposeAsync() => await town.DisposeAsync();

    [Theory]
    [InlineData("adaptiveCard/action", Apology)]
    [InlineData("task/fetch", Apology)]
    [InlineData("task/submit", Apology)]
    [InlineData("application/search", "\"results\":[]")]
    public async Task Whoever_presses_while_the_rows_say_nothing_has_an_answer_after_twelve_seconds(string name, string answered)
    {
        store.BeforeGet = _ => Stuck();
        var invoke = ana.Blank("invoke");
        (invoke["name"], invoke["value"]) = (name, new JObject());

        var answer = await InTime(ana.SendsRaw(invoke));

        Assert.Equal(200, answer.Status);
        Assert.Contains(answered, answer.Body!.ToString(Formatting.None), StringComparison.Ordinal);
        Assert.Contains(town.Bot.LogLines, line => line.Contains("given up after 12 seconds", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_writes_while_the_rows_say_nothing_reads_an_apology_too()
    {
        store.BeforeGet = _ => Stuck();

        await InTime(Done(ana.Says("help")));

        ana.Sees(Apology);
    }

    [Fact]
    public async Task A_transaction_that_was_sent_may_still_go_through_and_doing_the_thing_again_shows_how_it_stands()
    {
        store.BeforeTransact = _ => Stuck();
        var press = ana.Sees("Hello, I arrange conversations");
        Assert.True((await InTime(press.Press("I'd like to mentor"))).IsShowing(Apology));

        store.BeforeTransact = _ => Task.CompletedTask;
        goesOn.SetResult();
        await press.Press("I'd like to mentor");
        await town.Settles();

        ana.Sees("Before you write anything");
    }

    [Fact]
    public async Task What_was_decided_is_shown_although_the_card_in_the_chat_cannot_be_replaced()
    {
        await ana.Sees("Hello, I arrange conversations").Press("I'd like to mentor");
        town.Fails(Fault.Stalled(goesOn.Task));
        var sends = town.Sends;

        var press = ana.Sees("Before you write anything").Press("Not now");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (town.Sends == sends)
            await Task.Delay(TimeSpan.FromMilliseconds(5), patience.Token);
        isStuck.SetResult();

        (await InTime(press)).Shows("Nothing was noted");
        goesOn.SetResult();
    }

    [Fact]
    public async Task Who_hangs_up_before_ends_the_turn_without_an_apology()
    {
        store.BeforeGet = _ => Stuck();
        using var hangsUp = new CancellationTokenSource();
        var services = ((RehearsedBot)town.Bot).Services;
        var activity = JsonConvert.DeserializeObject<Activity>(ana.Blank("invoke").ToString())!;
        activity.Name = "task/fetch";
        using var context = new TurnContext((CloudAdapter)services.GetRequiredService<IBotFrameworkHttpAdapter>(), activity);

        var turn = services.GetRequiredService<IBot>().OnTurnAsync(context, hangsUp.Token);
        await isStuck.Task;
        await hangsUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => turn);
        Assert.DoesNotContain(town.Bot.LogLines, line => line.Contains("Unhandled", StringComparison.Ordinal));
    }

    private static async Task<bool> Done(Task work)
    {
        await work;
        return true;
    }

    private Task Stuck()
    {
        isStuck.TrySetResult();
        return goesOn.Task;
    }

    /// <summary>Lets every turn's time run out, once this one is stuck, until it has its answer.</summary>
    private async Task<T> InTime<T>(Task<T> asked)
    {
        await isStuck.Task.WaitAsync(TimeSpan.FromSeconds(60));
        while (await Task.WhenAny(asked, timers.Next(Budget)) is Task<TimersByHand.Started> next)
            (await next).Elapse();
        return await asked;
    }
}
