using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Standins.Tests.Bot;

public sealed class DialogTests
{
    private readonly List<string> _told = [];
    private readonly ConversationState _state = new(new Kept());
    private readonly DialogSet _dialogs;

    public DialogTests()
    {
        _dialogs = new DialogSet(_state.CreateProperty<DialogState>("dialogs"));
        _dialogs.Add(new Asking("outer", _told, begins: "inner")).Add(new Asking("inner", _told, begins: null));
    }

    [Fact]
    public async Task A_dialog_begins_waits_and_ends_over_several_turns()
    {
        Assert.Equal(DialogTurnStatus.Empty, (await InTurn((dialogs, cancel) => dialogs.ContinueDialogAsync(cancel))).Status);
        Assert.Equal(DialogTurnStatus.Waiting, (await InTurn((dialogs, cancel) => dialogs.BeginDialogAsync("inner", "please", cancel))).Status);
        Assert.Equal(DialogTurnStatus.Waiting, (await Says("one")).Status);

        var ended = await Says("end");

        Assert.Equal((DialogTurnStatus.Complete, "inner heard 2"), (ended.Status, (string)ended.Result));
        Assert.Equal(["inner begins with please", "inner hears one", "inner hears end", "inner leaves: EndCalled"], _told);
        Assert.Equal(DialogTurnStatus.Empty, (await Says("anybody?")).Status);
    }

    [Fact]
    public async Task A_dialog_that_began_another_goes_on_with_its_result()
    {
        await InTurn((dialogs, cancel) => dialogs.BeginDialogAsync("outer", null, cancel));
        await Says("begin");

        var resumed = await Says("end");

        Assert.Equal(DialogTurnStatus.Waiting, resumed.Status);
        Assert.Equal(["inner leaves: EndCalled", "outer resumes: EndCalled inner heard 1"], _told[^2..]);
        Assert.Equal("outer", await Active());
    }

    [Fact]
    public async Task Cancelling_ends_every_dialog_from_the_top()
    {
        await InTurn((dialogs, cancel) => dialogs.BeginDialogAsync("outer", null, cancel));
        await Says("begin");

        Assert.Equal(DialogTurnStatus.Cancelled, (await InTurn((dialogs, cancel) => dialogs.CancelAllDialogsAsync(cancel))).Status);

        Assert.Equal(["inner leaves: CancelCalled", "outer leaves: CancelCalled"], _told[^2..]);
        Assert.Null(await Active());
        Assert.Equal(DialogTurnStatus.Empty, (await InTurn((dialogs, cancel) => dialogs.CancelAllDialogsAsync(cancel))).Status);
    }

    [Fact]
    public async Task Ending_without_a_dialog_is_complete()
    {
        var ended = await InTurn((dialogs, cancel) => dialogs.EndDialogAsync("result", cancel));

        Assert.Equal((DialogTurnStatus.Complete, "result"), (ended.Status, ended.Result));
    }

    [Fact]
    public async Task What_a_dialog_does_not_override_ends_it()
    {
        _dialogs.Add(new Bare());
        Assert.Equal("Bare", _dialogs.Find("Bare").Id);

        await InTurn((dialogs, cancel) => dialogs.BeginDialogAsync("Bare", null, cancel));

        Assert.Equal(DialogTurnStatus.Complete, (await Says("anything")).Status);
    }

    [Fact]
    public async Task An_unknown_dialog_throws_and_the_stack_stays()
    {
        await InTurn((dialogs, cancel) => dialogs.BeginDialogAsync("inner", null, cancel));

        await Assert.ThrowsAnyAsync<Exception>(() => InTurn((dialogs, cancel) => dialogs.BeginDialogAsync("nobody", null, cancel)));
        await Assert.ThrowsAsync<ArgumentNullException>(() => InTurn((dialogs, cancel) => dialogs.BeginDialogAsync("", null, cancel)));

        Assert.Equal("inner", await Active());
    }

    [Fact]
    public async Task A_dialog_that_is_gone_from_the_set_cannot_be_continued_but_can_be_cancelled()
    {
        await InTurn((dialogs, cancel) => dialogs.BeginDialogAsync("inner", null, cancel));
        var later = new DialogSet(_state.CreateProperty<DialogState>("dialogs"));
        using var turn = StateTests.Turn();
        var context = await later.CreateContextAsync(turn);

        await Assert.ThrowsAnyAsync<Exception>(() => context.ContinueDialogAsync());

        Assert.Equal(DialogTurnStatus.Cancelled, (await context.CancelAllDialogsAsync()).Status);
        Assert.Empty(context.Stack);
    }

    [Fact]
    public async Task A_cancellation_token_in_the_place_of_a_value_is_refused()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => InTurn((dialogs, cancel) => dialogs.BeginDialogAsync("inner", CancellationToken.None, cancel)));
        await Assert.ThrowsAsync<ArgumentException>(() => InTurn((dialogs, cancel) => dialogs.EndDialogAsync(CancellationToken.None, cancel)));
    }

    [Fact]
    public void A_second_dialog_of_the_same_name_gets_a_number()
    {
        var second = new Asking("inner", _told, begins: null);
        var third = new Asking("inner", _told, begins: null);

        _dialogs.Add(second).Add(second).Add(third);

        Assert.Equal(("inner2", "inner3"), (second.Id, third.Id));
        Assert.Same(third, _dialogs.Find("inner3"));
        Assert.Null(_dialogs.Find("inner4"));
    }

    [Fact]
    public void The_stack_is_written_and_read_as_json()
    {
        var state = new DialogState([new DialogInstance { Id = "inner", State = new Dictionary<string, object> { ["offer"] = "o-1" } }]);

        var json = JsonConvert.SerializeObject(state, new JsonSerializerSettings { NullValueHandling = NullValueHandling.Ignore });
        var read = JsonConvert.DeserializeObject<DialogState>(json)!;

        SendingTests.AssertJson("""{ "dialogStack": [{ "id": "inner", "state": { "offer": "o-1" } }] }""", JObject.Parse(json));
        Assert.Equal(("inner", "o-1"), (read.DialogStack.Single().Id, read.DialogStack.Single().State["offer"]));
        Assert.Empty(new DialogState().DialogStack);
    }

    private Task<DialogTurnResult> Says(string text) => InTurn((dialogs, cancel) => dialogs.ContinueDialogAsync(cancel), text);

    private async Task<string?> Active()
    {
        using var turn = StateTests.Turn();
        return (await _dialogs.CreateContextAsync(turn)).ActiveDialog?.Id;
    }

    private async Task<DialogTurnResult> InTurn(Func<DialogContext, CancellationToken, Task<DialogTurnResult>> act, string text = "")
    {
        using var turn = StateTests.Turn(text);
        var context = await _dialogs.CreateContextAsync(turn, CancellationToken.None);
        var result = await act(context, CancellationToken.None);
        await _state.SaveChangesAsync(turn);
        return result;
    }

    private sealed class Bare : Dialog
    {
        public override Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
            => Task.FromResult(EndOfTurn);
    }

    private sealed class Asking(string id, List<string> told, string? begins) : Dialog(id)
    {
        public override Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
        {
            told.Add($"{Id} begins with {options}");
            dc.ActiveDialog.State["heard"] = 0;
            return Task.FromResult(EndOfTurn);
        }

        public override Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
        {
            told.Add($"{Id} hears {dc.Context.Activity.Text}");
            var heard = Convert.ToInt32(dc.ActiveDialog.State["heard"], null) + 1;
            dc.ActiveDialog.State["heard"] = heard;
            return dc.Context.Activity.Text switch
            {
                "begin" => dc.BeginDialogAsync(begins, null, cancellationToken),
                "end" => dc.EndDialogAsync($"{Id} heard {heard}", cancellationToken),
                _ => Task.FromResult(EndOfTurn),
            };
        }

        public override Task<DialogTurnResult> ResumeDialogAsync(DialogContext dc, DialogReason reason, object? result = null, CancellationToken cancellationToken = default)
        {
            told.Add($"{Id} resumes: {reason} {result}");
            return Task.FromResult(EndOfTurn);
        }

        public override Task EndDialogAsync(ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default)
        {
            told.Add($"{Id} leaves: {reason}");
            return Task.CompletedTask;
        }
    }
}
