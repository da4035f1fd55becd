using System.Globalization;
using MentorBot.Domain.MyData;
using MentorBot.Domain.Pulses;
using MentorBot.Flows.Pulses;
using MentorBot.Flows.Tests.Matching;
using MentorBot.Flows.Turns;
using NodaTime;
using static MentorBot.Flows.Tests.FlowRoom;
using static MentorBot.Flows.Tests.Pulses.PulseScene;

namespace MentorBot.Flows.Tests.Pulses;

/// <summary>What everybody sees at the same moment, and what somebody sees alone.</summary>
public sealed class ResultTests : IDisposable
{
    private readonly PulseScene scene = new();

    private FlowRoom Room => scene.Room;

    public void Dispose() => scene.Dispose();

    [Fact]
    public async Task Coordinators_see_exactly_what_everyone_sees()
    {
        scene.Opens(PulseForm.All);
        scene.Closes(AllFigures);

        Assert.Equal(await Result(ReaderOf(Ana)), await Result(ReaderOf(Noor)));
        Assert.Contains("As a file", Text(await Room.Open(Noor, PulseActions.Table, Ids)), StringComparison.Ordinal);
        Assert.DoesNotContain("As a file", Text(await Room.Open(Ana, PulseActions.Table, Ids)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_sees_it_before_its_moment()
    {
        scene.Opens();
        Assert.Null(await scene.Notice(PulseNotices.Result, Id.Value, Noor));

        Room.Clock.Advance(Room.Pulses[Id].ClosesAt - Room.Clock.GetCurrentInstant());
        Room.Pulses.Close(Id, Figures);

        Assert.Equal(Sentences.OldCard, await Room.Routes.Forms[PulseActions.Table](Room.TurnOf(Noor), FlowRoom.Of(Ids), default));
        Assert.Equal(Sentences.OldCard, await Room.Submit(Noor, PulseActions.File, Ids));
    }

    [Fact]
    public async Task Who_talks_with_nobody_here_was_not_meant()
    {
        scene.Opens();
        scene.Closes(Figures);

        Assert.Equal(Sentences.NotYours, await Room.Routes.Forms[PulseActions.Table](Room.TurnOf(Jun), FlowRoom.Of(Ids), default));
    }

    [Theory]
    [InlineData("en-GB", "4.8")]
    [InlineData("de-DE", "4,8")]
    public async Task Figures_are_written_as_the_reader_writes_them(string culture, string mean)
    {
        scene.Opens();
        scene.Closes(Figures);

        Assert.Contains($"Overall: {mean} on a scale", await Result(ReaderOf(Ana) with { Culture = CultureInfo.GetCultureInfo(culture) }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Earlier_ones_are_those_of_the_same_form_and_the_same_people()
    {
        var others = new[] { (PulseForm.B, (string?)null), (PulseForm.A, Field.Id), (PulseForm.A, null) };
        foreach (var (form, group) in others)
        {
            scene.Opens(form, new($"{form}-{group}"), group);
            scene.Closes(Figures, new($"{form}-{group}"));
            Room.Clock.Advance(Duration.FromDays(30));
        }

        scene.Opens();
        scene.Closes(Figures);
        var card = await Result(ReaderOf(Ana));

        Assert.Contains("Earlier ones of the same form:", card, StringComparison.Ordinal);
        Assert.Single(card.Split("June: 4.8").Skip(1));
        Assert.DoesNotContain("March: 4.8", card, StringComparison.Ordinal);
        Assert.DoesNotContain("April: 4.8", card, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en-GB")]
    [InlineData("de-DE")]
    [InlineData("fi-FI")]
    public void No_cell_of_the_file_is_taken_for_a_formula(string culture)
    {
        Reader.Speak(CultureInfo.GetCultureInfo(culture));
        var separator = CultureInfo.CurrentCulture.TextInfo.ListSeparator;

        var lines = FigureFile(AllFigures).Split("\r\n");

        Assert.Equal(13, lines.Length);
        Assert.All(lines, line => Assert.Equal(4, line.Split($"\"{separator}\"").Length));
        Assert.All(lines.SelectMany(line => line.Split($"\"{separator}\"")), cell => Assert.DoesNotMatch("^\"?[=+@\\t\\-]", cell));
        Reader.Speak(ReaderOf(Ana).Culture);
    }

    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("-0.3", "\"'-0.3\"")]
    [InlineData("@x", "\"'@x\"")]
    [InlineData("\tx", "\"'\tx\"")]
    [InlineData("say \"no\"", "\"say \"\"no\"\"\"")]
    [InlineData("", "\"\"")]
    public void A_cell_is_text_whatever_it_begins_with(string text, string cell) => Assert.Equal(cell, MentorBot.Flows.Pulses.FigureFile.Cell(text));

    [Fact]
    public async Task Ones_own_count_from_two_thirds_on_and_are_for_nobody_else()
    {
        scene.Opens(PulseForm.All);
        await scene.Send(Ana, Chosen(PulseForm.All, [7, 6, 0, .. Enumerable.Repeat(0, 3), .. Enumerable.Repeat(4, 15)]));
        await scene.Send(Asked.Chidi, Chosen(PulseForm.All, 1));
        scene.Closes(null);

        var own = Text(await Room.Open(Ana, PulseActions.Own));

        Assert.Contains("With Chidi Obi, Monday 2 March: 4.3 over 17 statements", own, StringComparison.Ordinal);
        Assert.Contains("Personal learning and growth: 6.5", own, StringComparison.Ordinal);
        Assert.Contains("Inspiration: too few of these to say", own, StringComparison.Ordinal);
        Assert.Contains((Ana, Opened.CheckIn), Room.Openings.Select(one => (one.Person, one.What)));
        Assert.Contains("With Ana Lima, Monday 2 March: too few of these to say", Text(await Room.Open(Asked.Chidi, PulseActions.Own)), StringComparison.Ordinal);
        Assert.Equal(new Answer.Says("There is nothing of yours here."), await Room.Submit(Noor, PulseActions.Statements, Ids));
    }

    [Fact]
    public async Task Erased_ones_own_are_gone_and_the_figures_stay()
    {
        scene.Opens();
        await scene.Send(Ana, Chosen(PulseForm.A, 1, 2, 3, 4, 5, 6, 7));
        await scene.Send(Asked.Chidi, Chosen(PulseForm.A, 7));
        scene.Closes(Figures);

        Assert.Equal(new Answer.Says("Erased."), await Room.Submit(Ana, PulseActions.Erase, Ids));
        Assert.Equal(new Answer.Says("Erased."), await Room.Submit(Ana, PulseActions.Erase, Ids));

        Assert.Equal(new Answer.Says("There is nothing of yours here."), await Room.Submit(Ana, PulseActions.OwnNext));
        Assert.NotNull(Room.Pulses.Kept(Id, Asked.Chidi, Relationships.Between.Id));
        Assert.Equal(Figures, Room.Pulses[Id].Figures);
    }

    private static string FigureFile(ShownFigures figures) => MentorBot.Flows.Pulses.FigureFile.Of(figures);

    private async Task<string> Result(Reader reader) => Text(new Answer.Becomes((await scene.Notice(PulseNotices.Result, Id.Value, reader.Person, reader))!.Card));
}
