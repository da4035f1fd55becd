using MentorBot.Domain.Bundles;
using MentorBot.Domain.Notices;
using MentorBot.Flows.Bundles;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Turns;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using NodaTime;
using static MentorBot.Flows.Tests.FlowRoom;

namespace MentorBot.Flows.Tests.Bundles;

/// <summary>How much somebody would like to hear.</summary>
public sealed class QuietTests : IDisposable
{
    private const string Saved = "Saved. Type “quiet” to change it.";

    private readonly FlowRoom room = new();

    public void Dispose() => room.Dispose();

    [Theory]
    [InlineData("quiet", null)]
    [InlineData("Snooze", HowMuch.NothingForAWeek)]
    [InlineData("stop.", HowMuch.NothingUntilTheyWrite)]
    public async Task Each_word_leads_to_the_same_form_with_what_was_meant_chosen(string word, HowMuch? meant)
    {
        var card = Assert.Single(Assert.IsType<Answer.Posts>(await room.Type(Ana, word)).Cards);
        var data = CardAttachment.Json(card).DescendantsAndSelf().OfType<JObject>().Single(node => (string?)node["type"] == "Action.Submit")["data"]!;

        Assert.Equal(BundleActions.Quiet, (string?)data["action"]);
        Assert.Equal(meant?.ToString(), (string?)data[BundleActions.HowMuch]);
        Assert.Equal((meant ?? HowMuch.AtMostTwoAWeek).ToString(), Chosen(await room.Open(Ana, BundleActions.Quiet, data[BundleActions.HowMuch] is { } value ? [(BundleActions.HowMuch, (string)value!)] : [])));
    }

    [Fact]
    public async Task What_was_saved_is_chosen_the_next_time()
    {
        Assert.Equal(new Answer.Says(Saved), await Save((BundleActions.HowMuch, nameof(HowMuch.NothingForAMonth)), (BundleActions.From, "20:00"), (BundleActions.To, "09:00")));

        Assert.Equal(new QuietHours(new(20, 0), new(9, 0)), room.Bundles[Ana].QuietHours);
        Assert.Equal(FlowRoom.Start + Duration.FromDays(30), room.Bundles[Ana].PausedUntil);
        Assert.Equal(nameof(HowMuch.NothingForAMonth), Chosen(await room.Open(Ana, BundleActions.Quiet)));
        room.Clock.Advance(Duration.FromDays(30));
        Assert.Equal(nameof(HowMuch.AtMostTwoAWeek), Chosen(await room.Open(Ana, BundleActions.Quiet)));
    }

    [Theory]
    [InlineData("", "", "")]
    [InlineData("99", "25:99", "x")]
    [InlineData("Everything", "08:30", "-1")]
    public async Task What_is_no_choice_stays_as_it_was(string howMuch, string from, string to)
    {
        await Save((BundleActions.HowMuch, nameof(HowMuch.NothingForAWeek)), (BundleActions.From, "20:00"), (BundleActions.To, "09:00"));
        var before = room.Bundles[Ana];

        Assert.Equal(new Answer.Says(Saved), await Save((BundleActions.HowMuch, howMuch), (BundleActions.From, from), (BundleActions.To, to)));

        Assert.Equal(before, room.Bundles[Ana]);
    }

    [Fact]
    public async Task Nothing_at_all_stands_in_the_profile_until_they_do_something()
    {
        await Save((BundleActions.HowMuch, nameof(HowMuch.NothingUntilTheyWrite)));
        Assert.True(room.Profiles.Of(Ana).IsSilent);

        var update = ActivityOf(Ana, ActivityTypes.InstallationUpdate);
        update.Action = "add";
        await room.Receive(update);
        Assert.True(room.Profiles.Of(Ana).IsSilent);

        var typed = ActivityOf(Ana, ActivityTypes.Message);
        typed.Text = "hello";
        await room.Receive(typed);
        Assert.False(room.Profiles.Of(Ana).IsSilent);
    }

    [Fact]
    public async Task A_thing_alone_comes_as_its_own_card_and_several_come_a_line_each()
    {
        var (routes, handler) = With();

        Assert.Equal("alone one", Text(await Show(routes, handler, "one")));
        var several = Text(await Show(routes, handler, "one", "two"));
        Assert.Contains("A few things, in no hurry", several, StringComparison.Ordinal);
        Assert.Contains("until Thursday 5 March", several, StringComparison.Ordinal);
        Assert.Contains("line one", several, StringComparison.Ordinal);
        Assert.Contains("line two", several, StringComparison.Ordinal);
        Assert.DoesNotContain("alone", several, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_became_moot_on_the_way_is_left_out_and_where_nothing_is_left_nothing_comes()
    {
        var (routes, handler) = With();

        Assert.Equal("alone one", Text(await Show(routes, handler, "one", "moot", "unknown-kind")));
        Assert.Null(await Show(routes, handler, "moot"));
    }

    [Fact]
    public async Task What_is_shown_is_what_still_holds()
    {
        var mentions = new MentionsNow(With().Routes);

        Assert.True(await mentions.Holds(Ana, new("test", "one", "1"), CancellationToken.None));
        Assert.False(await mentions.Holds(Ana, new("test", "moot", "1"), CancellationToken.None));
        Assert.False(await mentions.Holds(Ana, new("unknown", "one", "1"), CancellationToken.None));
    }

    private Task<Answer> Save(params (string, string)[] data) => room.Submit(Ana, BundleActions.SaveQuiet, data);

    private (Routes Routes, BundleHandler Handler) With()
    {
        var handler = new BundleHandler(room.Bundles, room.Profiles, room.Clock);
        var routes = new Routes([handler]);
        routes.Mention("test", (subject, _, _) => Task.FromResult(
            subject == "moot" ? null : new Mention("line " + subject, Card.Press("Open", "one.thing.v1"), Card.Line("alone " + subject))));
        return (routes, handler);
    }

    /// <summary>The second message of the week, sent on Tuesday; the first was on the Thursday before.</summary>
    private async Task<NoticeCard?> Show(Routes routes, BundleHandler handler, params string[] things)
    {
        var tuesday = FlowRoom.Start + Duration.FromDays(1);
        room.Clock.Advance(tuesday - room.Clock.GetCurrentInstant());
        room.Bundles[Ana] = Bundle.Of(Ana) with
        {
            Last = 2,
            Sent = [new(1, tuesday - Duration.FromDays(5), []), new(2, tuesday, [.. things.Select(thing => new Thing(thing == "unknown-kind" ? "unknown" : "test", thing, "1"))])],
        };
        Reader.Speak(ReaderOf(Ana).Culture);
        return await routes.Notices[BundleNotices.Bundle](
            new Notice(BundleNotices.Bundle, Ana.Value, BundleNotices.Numbered(Ana, 2), "2", Ana, null), ReaderOf(Ana), CancellationToken.None);
    }

    private static string Chosen(Form form) =>
        (string)CardAttachment.Json(form.Card).DescendantsAndSelf().OfType<JObject>().Single(node => (string?)node["id"] == BundleActions.HowMuch)["value"]!;

    private static string Text(NoticeCard? card) => string.Join('\n', CardAttachment.Json(card!.Card).DescendantsAndSelf().OfType<JObject>().Select(node => (string?)node["text"]).OfType<string>());
}
