using MentorBot.Domain.Matching;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Offers;
using MentorBot.Domain.Profiles;
using MentorBot.Domain.Pulses;
using MentorBot.Domain.Roster;
using MentorBot.Domain.Wishes;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Console;
using MentorBot.Flows.Pulses;
using MentorBot.Flows.Roster;
using MentorBot.Flows.Tests.Cards;
using MentorBot.Flows.Tests.Console;
using MentorBot.Flows.Turns;
using NodaTime;
using static MentorBot.Flows.Tests.Console.DeskScene;
using static MentorBot.Flows.Tests.FlowRoom;

namespace MentorBot.Flows.Tests.Roster;

/// <summary>A list is pasted, looked at, and taken over exactly as it was looked at.</summary>
public sealed class RosterTests : IDisposable
{
    private const string Two = "person,group,mentor\nana.lima,Field,yes\njun.park,,";

    private readonly FlowRoom room = new();

    public void Dispose() => room.Dispose();

    [Fact]
    public async Task What_was_looked_at_is_taken_over_once_however_often_it_is_sent()
    {
        var (basis, mark) = await Look(Two);

        Assert.Equal(new Answer.Says("The list stands, with 2 people."), await TakeOver(Two, basis, mark));
        Assert.Equal(new Answer.Says("The list stands, with 2 people."), await TakeOver(Two, basis, mark));
        Assert.Equal([new(Ana, "Field", true), new(Jun, null, false)], room.Rosters.Current!.Entries.AsEnumerable());
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("none", "")]
    [InlineData("none", "0123456789abcdef0123456789abcdef")]
    [InlineData("another", null)]
    public async Task What_was_not_looked_at_is_not_taken_over_but_shown(string basis, string? mark)
    {
        var (_, looked) = await Look(Two);

        var shown = Shown(await TakeOver(Two, basis, mark ?? looked));

        Assert.Contains("Something changed since you looked. Here it is afresh.", shown, StringComparison.Ordinal);
        Assert.Null(room.Rosters.Current);
    }

    [Fact]
    public async Task A_list_that_was_changed_meanwhile_is_shown_afresh()
    {
        var (basis, mark) = await Look(Two);
        await room.Rosters.TakeOver(NewRoster.Of([new(Sam, null, false)]), basis, default);

        var shown = Shown(await TakeOver(Two, basis, mark));

        Assert.Contains("Here it is afresh.", shown, StringComparison.Ordinal);
        Assert.Contains("New: 2. In another group: 0. No longer listed: 1.", shown, StringComparison.Ordinal);
        Assert.Equal([Sam], room.Rosters.Current!.Entries.Select(entry => entry.Person));
    }

    [Fact]
    public async Task Errors_are_told_by_line_twenty_at_most_and_what_was_pasted_stays()
    {
        var text = "person\n" + string.Join('\n', Enumerable.Range(1, 23).Select(number => $"stranger{number}"));
        var shown = Shown(await Check(text));

        Assert.Contains("Line 2: The directory knows nobody as “stranger1”.", shown, StringComparison.Ordinal);
        Assert.Contains("Line 21:", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Line 22:", shown, StringComparison.Ordinal);
        Assert.Contains("and 3 more.", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Take it over", shown, StringComparison.Ordinal);
        Assert.Contains("stranger23", Shown(await room.Submit(Noor, RosterActions.Change, (RosterActions.Text, text))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_and_too_much_bring_the_form_back()
    {
        Assert.Contains("Please paste at least a line", Shown(await room.Submit(Noor, RosterActions.Check)), StringComparison.Ordinal);
        Assert.Contains("Please keep this under 20000 characters. Your text is still here.", Shown(await Check("person\n" + new string('x', 20_000))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_most_twenty_are_named_of_those_who_will_be_asked()
    {
        var people = room.Get<Domain.Directory.IDirectory>();
        var some = (await people.Search("a", 100, default)).Concat(await people.Search("m", 100, default)).Select(person => person.Id.Value).Distinct().ToList();
        for (var letter = 'b'; some.Count < 25; letter++)
            some = [.. some.Union((await people.Search(letter.ToString(), 100, default)).Select(person => person.Id.Value))];

        var shown = Shown(await Check("person,mentor\n" + string.Join('\n', some.Take(25).Select(id => id + ",yes"))));

        Assert.Contains("25 people are asked whether they would like to mentor:", shown, StringComparison.Ordinal);
        Assert.Contains("and 5 more.", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RosterActions.Check)]
    [InlineData(RosterActions.Change)]
    [InlineData(RosterActions.TakeOver)]
    public async Task Only_who_looks_after_the_programme_may(string action)
    {
        Assert.Equal(NotYours, await room.Submit(Ana, action, (RosterActions.Text, Two)));
        Assert.IsType<Answer.Opens>(await room.Submit(Sam, action, (RosterActions.Text, Two)));
        Assert.Equal(NotYours, await room.Routes.Forms[RosterActions.Form](room.TurnOf(Ana), Of([]), default));
    }

    [Fact]
    public async Task Who_says_no_is_settled_and_nobody_says_it_for_them()
    {
        room.Rosters[Ana] = AskStage.Asked;

        Assert.Equal(NotYours, await room.Press(Jun, RosterActions.NotForMe, (RosterActions.Person, Ana.Value)));
        Assert.Equal(AskStage.Asked, room.Rosters[Ana]);
        Assert.Contains("All right. You are not listed, and I won't ask again.", Shown(await room.Press(Ana, RosterActions.NotForMe, (RosterActions.Person, Ana.Value))), StringComparison.Ordinal);
        Assert.Equal(AskStage.Settled, room.Rosters[Ana]);
        Assert.Null(await Mention());
    }

    [Fact]
    public async Task Who_offers_by_then_is_not_asked_any_more()
    {
        room.Rosters[Ana] = AskStage.Asked;
        Assert.NotNull(await Mention());

        room.Mentors.Put(EveryCard.MentorIn(Ana, MentorStanding.WaitingForCoordinator, Places.Two));
        Assert.Null(await Mention());
    }

    [Fact]
    public async Task For_who_has_just_come_the_question_is_the_first_card()
    {
        room.Rosters[Ana] = AskStage.Waits;
        room.Rosters[Jun] = AskStage.Asked;

        Assert.Contains("Would you like to mentor?", await Hello(Ana), StringComparison.Ordinal);
        Assert.Contains("Hello, I arrange conversations", await Hello(Jun), StringComparison.Ordinal);

        async Task<string> Hello(Domain.PersonId person) => CardAttachment.Json((await room.Routes.Notices[IProfiles.Hello](
            new Notice(IProfiles.Hello, person.Value, person.Value, "1", person, null), ReaderOf(person), default))!.Card).ToString();
    }

    [Fact]
    public async Task Its_groups_can_be_asked_in_a_check_in()
    {
        var (basis, mark) = await Look(Two);
        await TakeOver(Two, basis, mark);

        var form = CardAttachment.Json((await room.Open(Noor, PulseActions.LaunchForm)).Card).ToString();

        Assert.Contains(RosterGroup.IdOf("Field"), form, StringComparison.Ordinal);
        Assert.Equal(RosterGroup.IdOf("Field"), Of([("who", RosterGroup.IdOf("Field"))]).Id("who"));
    }

    private async Task<Mention?> Mention() => await room.Routes.Mentions[RosterNotices.Ask](Ana.Value, ReaderOf(Ana), default);

    private Task<Answer> Check(string text) => room.Submit(Noor, RosterActions.Check, (RosterActions.Text, text));

    private async Task<(string Basis, string Mark)> Look(string text)
    {
        var preview = Newtonsoft.Json.Linq.JObject.Parse(CardAttachment.Json(Assert.IsType<Answer.Opens>(await Check(text)).Form.Card).ToString());
        var data = preview.Descendants().OfType<Newtonsoft.Json.Linq.JObject>().First(one => (string?)one["action"] == RosterActions.TakeOver);
        return ((string)data[RosterActions.Basis]!, (string)data[RosterActions.Mark]!);
    }

    private Task<Answer> TakeOver(string text, string basis, string mark) =>
        room.Submit(Noor, RosterActions.TakeOver, (RosterActions.Text, text), (RosterActions.Basis, basis), (RosterActions.Mark, mark));
}
