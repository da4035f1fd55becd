using MentorBot.Domain.Directory;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Scheduling;
using MentorBot.Domain.Sessions;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Relationships;
using MentorBot.Flows.Turns;
using NodaTime;

namespace MentorBot.Flows.Scheduling;

/// <summary>What the other did, as each sees it: rendered from what is booked now.</summary>
public sealed class SchedulingNoticeHandler(IMeetings meetings, IDirectory directory, ChoosingTimes choosing, BookedCards cards) : IFlow
{
    private static readonly NoticeCard Settled = new(Card.Settled(), CardLife.Over);

    private delegate Task<NoticeCard?> Render(Together together, string name, Reader reader, CancellationToken cancellationToken);

    public void Map(Routes routes)
    {
        routes.Notice(SchedulingNotices.Times, (notice, reader, token) => AtMoment(notice, reader, Times, token));
        routes.Notice(SchedulingNotices.Remind, (notice, reader, token) => AtMoment(notice, reader, Remind, token));
        routes.Notice(SchedulingNotices.Suggested, (notice, reader, token) => AtMoment(notice, reader, Suggested, token));
        routes.Notice(SchedulingNotices.Declined, (notice, reader, token) => AtMoment(notice, reader, Declined, token));
        routes.Notice(SchedulingNotices.Cancelled, (notice, reader, token) => AtMoment(notice, reader, Cancelled, token));
        routes.Notice(SchedulingNotices.Booked, (notice, reader, token) => Numbered(notice, reader, Booked, token));
        routes.Notice(SchedulingNotices.Series, (notice, reader, token) => Numbered(notice, reader, Series, token));
        routes.Notice(SchedulingNotices.Shorter, (notice, reader, token) => Numbered(notice, reader, Shorter, token));
    }

    private Task<NoticeCard?> AtMoment(Notice notice, Reader reader, Func<Instant, Render> render, CancellationToken cancellationToken)
    {
        var (id, moment) = SchedulingNotices.MomentIn(notice.Subject);
        return About(id, reader, render(moment), cancellationToken);
    }

    private Task<NoticeCard?> Numbered(Notice notice, Reader reader, Func<int, int, Render> render, CancellationToken cancellationToken)
    {
        var (id, number, second) = SchedulingNotices.In(notice.Subject);
        return About(id, reader, render(number, second), cancellationToken);
    }

    /// <summary>After the two have parted nothing of it is left.</summary>
    private async Task<NoticeCard?> About(RelationshipId id, Reader reader, Render render, CancellationToken cancellationToken) =>
        await meetings.Find(id, cancellationToken) is { Pair.State: RelationshipState.Going } together
            ? await render(together, await directory.NameOf(together.Pair.OtherThan(reader.Person), cancellationToken), reader, cancellationToken)
            : Settled;

    private Render Times(Instant until) => async (together, name, reader, token) => together.Meetings.Times switch
    {
        { } open when open.Until == until && open.RemindAt is null => new(Card.Newer(), CardLife.Over),
        { } open when open.Until == until => await Open(together, name, open, reader, null, token),
        _ => await Chosen(together, name, reader, token),
    };

    private Render Remind(Instant until) => async (together, name, reader, token) => together.Meetings.Times switch
    {
        { } open when open.Until == until => open.RemindAt is null ? await Open(together, name, open, reader, SchedulingText.TimesAgain, token) : null,
        _ => await Chosen(together, name, reader, token),
    };

    private async Task<NoticeCard> Open(Together together, string name, TimesOpen open, Reader reader, string? lead, CancellationToken cancellationToken)
    {
        var wanted = Wanted.New(together).After(open.InsteadOf, reader);
        if (open.InsteadOf is { } insteadOf)
            lead ??= SchedulingText.TimesInsteadOf.With(reader.Day(insteadOf));
        return new(await choosing.Card(together, name, wanted, reader, lead, cancellationToken), CardLife.Follows);
    }

    /// <summary>Times that are not open any more: what one chose there; or that nobody chose.</summary>
    private async Task<NoticeCard> Chosen(Together together, string name, Reader reader, CancellationToken cancellationToken) => together.Meetings.Next switch
    {
        null => new(Card.Line(SchedulingText.TimesOver, Card.Press(SchedulingText.FindATime, SchedulingActions.Find, (RelationshipActions.Relationship, together.Pair.Id.Value))), CardLife.Over),
        var next when next.By == reader.Person => new(await cards.AsItIs(together, next, name, reader, cancellationToken), CardLife.Over),
        _ => Settled,
    };

    private Render Suggested(Instant start) => async (together, name, reader, token) => together.Meetings.Suggested is { } suggested && suggested.Start == start && suggested.By != reader.Person
        ? new(BookedCards.WouldBeFine(together, suggested, name, reader), CardLife.Follows)
        : together.Meetings.Booked.FirstOrDefault(one => one.Start == start && one.By == reader.Person) is { } booking
            ? new(await cards.AsItIs(together, booking, name, reader, token), CardLife.Over)
            : Settled;

    private Render Declined(Instant start) => async (together, name, reader, token) =>
        new(await choosing.Card(together, name, Wanted.New(together), reader, SchedulingText.WasRatherNot.With(name, reader.Moment(start)), token), CardLife.Once);

    private static Render Cancelled(Instant start) => (together, name, reader, _) => Result(new(BookedCards.DoesNotTakePlace(together.Pair.Id, start, name, reader), CardLife.Once));

    private Render Booked(int number, int version) => async (together, name, reader, token) => await OfVersion(together, number, version, reader, booking =>
        cards.AsItIs(together, booking, name, reader, token));

    private static Render Shorter(int number, int version) => async (together, name, reader, _) => number == 0
        ? together.Meetings.IsNextShort ? new(BookedCards.NextIsShort(name), CardLife.Once) : null
        : await OfVersion(together, number, version, reader, booking => Task.FromResult(BookedCards.Shorter(together, booking, name, reader)));

    private static Render Series(int first, int count) => (together, name, reader, _) =>
        Result(together.Meetings.Booked.RemoveAll(one => one.Number < first || one.Number >= first + count) is { IsEmpty: false } series
            ? new(BookedCards.Series(together, series, name, reader, SchedulingText.SeriesTheirs.With(name)), CardLife.Once)
            : null);

    /// <summary>The card of one version: replaced by the next one, which comes anew, for there is something new to say.</summary>
    private static async Task<NoticeCard> OfVersion(
        Together together, int number, int version, Reader reader, Func<Booking, Task<AdaptiveCards.AdaptiveCard>> render) => together.Meetings.Find(number) switch
        {
            null => Settled,
            { } booking when booking.Version == version => new(await render(booking), CardLife.Follows),
            { } booking when booking.By == reader.Person => new(await render(booking), CardLife.Over),
            _ => new(Card.Newer(), CardLife.Over),
        };

    private static Task<NoticeCard?> Result(NoticeCard? card) => Task.FromResult(card);
}
