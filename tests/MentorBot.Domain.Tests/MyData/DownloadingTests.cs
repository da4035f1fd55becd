using MentorBot.Domain.MyData;
using NodaTime;

namespace MentorBot.Domain.Tests.MyData;

public sealed class DownloadingTests
{
    private static readonly PersonId Ana = new("ana.lima");
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 8, 0);

    [Fact]
    public void While_one_is_being_made_there_is_no_second()
    {
        var asked = Downloading.Ask(null, Ana, 0).Next;

        Assert.False(Downloading.Ask(asked, Ana, 1).Changes);
    }

    [Fact]
    public void A_button_asks_for_one_file_however_often_it_is_pressed()
    {
        var taken = Downloading.Take(Ready(), "hash", Now).Next;

        Assert.False(Downloading.Ask(taken, Ana, 0).Changes);
        Assert.Equal(2, Downloading.Ask(taken, Ana, 1).Next!.Number);
    }

    [Fact]
    public void A_link_works_once()
    {
        var taken = Downloading.Take(Ready(), "hash", Now);

        Assert.Equal(DownloadStage.Taken, taken.Outcome!.Stage);
        Assert.Null(Downloading.Take(taken.Next, "hash", Now).Outcome);
    }

    [Fact]
    public void A_link_that_is_over_or_was_replaced_gives_nothing()
    {
        Assert.Null(Downloading.Take(Ready(), "hash", Now + Downloading.Lifetime).Outcome);
        Assert.Null(Downloading.Take(Downloading.Link(Ready(), 1, "newer").Next, "hash", Now).Outcome);
    }

    [Fact]
    public void What_was_not_fetched_in_time_is_over() =>
        Assert.Equal(DownloadStage.RunOut, Downloading.Tick(Ready(), Now + Downloading.Lifetime).Next!.Stage);

    private static Download? Ready() => Downloading.Link(Downloading.Made(Downloading.Ask(null, Ana, 0).Next, 1, 1, Now).Next, 1, "hash").Next;
}
