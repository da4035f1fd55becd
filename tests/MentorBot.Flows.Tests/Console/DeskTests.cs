using MentorBot.Domain;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Requests;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Turns;
using static MentorBot.Flows.Tests.Console.DeskScene;
using static MentorBot.Flows.Tests.FlowRoom;

namespace MentorBot.Flows.Tests.Console;

/// <summary>The desk and what comes to it by itself.</summary>
public sealed class DeskTests : IDisposable
{
    private readonly DeskScene scene = new();

    private FlowRoom Room => scene.Room;

    public void Dispose() => scene.Dispose();

    [Fact]
    public async Task What_touches_a_coordinator_is_not_even_counted_on_their_desk()
    {
        scene.Mentors(Noor, mentees: Ana);
        scene.Waits(Ana, 9);
        scene.Waits(Noor, 8);
        scene.Looks(Tomas, 2);

        Assert.Contains("1 waiting, since Saturday 28 February", Shown(await Room.Type(Noor, "desk")), StringComparison.Ordinal);
        Assert.Contains("3 waiting, the longest since Saturday 21 February", Shown(await Room.Type(Sam, "desk")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_introduction_that_did_not_come_about_is_counted_and_nobody_named()
    {
        scene.Looks(Tomas);
        scene.Change(Tomas, request => request with { NotAgain = [Eva], FellThrough = true });

        var shown = Shown(await Room.Type(Noor, "desk"));

        Assert.Contains("One introduction didn't come about. The person has their old place back, and hears by Wednesday 4 March.", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Tom", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Eva", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_daily_card_comes_only_when_somebody_waits_whom_one_may_look_at()
    {
        Assert.Null(await Notice(RequestNotices.Desk, "2026-03-02", Noor));

        scene.Waits(Noor);

        Assert.Null(await Notice(RequestNotices.Desk, "2026-03-02", Noor));
        Assert.Equal(CardLife.Once, (await Notice(RequestNotices.Desk, "2026-03-02", Sam))!.Life);
    }

    [Fact]
    public async Task A_wish_for_a_word_tells_nothing_of_what_was_written_and_is_settled_with_it()
    {
        scene.Looks(Ana, form: Wish with { CoordinatorMayRead = true });
        scene.Change(Ana, request => request with { WordBy = OutAt });
        var subject = RequestNotices.Address(Ana, IdOf(Ana));

        var card = (await Notice(RequestNotices.Word, subject, Noor))!;
        Assert.Equal(CardLife.Follows, card.Life);
        Assert.Contains("I have promised a word by Wednesday 4 March.", Shown(new Answer.Becomes(card.Card)), StringComparison.Ordinal);
        Assert.DoesNotContain("broken", Shown(new Answer.Becomes(card.Card)), StringComparison.Ordinal);
        Assert.Equal(CardLife.Over, (await Notice(RequestNotices.Word, subject, Eva))!.Life);

        Room.Requests.Clear();
        Assert.Equal(CardLife.Over, (await Notice(RequestNotices.Word, subject, Noor))!.Life);
    }

    private Task<NoticeCard?> Notice(string kind, string subject, PersonId whom)
    {
        Reader.Speak(ReaderOf(whom).Culture);
        return Room.Routes.Notices[kind](new Notice(kind, "tenant", subject, "1", whom, null), ReaderOf(whom), default);
    }
}
