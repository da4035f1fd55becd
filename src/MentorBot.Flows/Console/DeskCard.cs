using System.Collections.Immutable;
using AdaptiveCards;
using MentorBot.Domain;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Requests;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Pulses;
using MentorBot.Flows.Roster;
using MentorBot.Flows.Turns;

namespace MentorBot.Flows.Console;

/// <summary>The desk: what waits for its reader, and how many there are of what. No list of pairs, and never whose no it was.</summary>
public sealed class DeskCard(ThoseWaiting waiting, IMentors mentors, IReviewers reviewers, DeskLines lines)
{
    public async Task<AdaptiveCard> For(Reader reader, CancellationToken cancellationToken)
    {
        var (people, gathering) = await waiting.For(reader.Person, cancellationToken);
        return await Of(people, gathering.Mentors, reader, cancellationToken);
    }

    /// <summary>Whose offers wait and may be looked at by this person.</summary>
    public async Task<IReadOnlyList<PersonId>> OffersFor(PersonId reader, CancellationToken cancellationToken) =>
        await OffersFor(reader, await mentors.All(cancellationToken), cancellationToken);

    private async Task<IReadOnlyList<PersonId>> OffersFor(PersonId reader, ImmutableArray<Mentor> all, CancellationToken cancellationToken)
    {
        var people = new List<PersonId>();
        foreach (var mentor in all)
            if (mentor.Standing == MentorStanding.WaitingForCoordinator && (await reviewers.Of(mentor.Person, cancellationToken)).Include(reader))
                people.Add(mentor.Person);
        return people;
    }

    private async Task<AdaptiveCard> Of(ImmutableArray<Request> people, ImmutableArray<Mentor> all, Reader reader, CancellationToken cancellationToken)
    {
        var open = all.Where(mentor => mentor is { Standing: MentorStanding.Open, Offers: not null }).ToList();
        var offers = (await OffersFor(reader.Person, all, cancellationToken)).Count;
        var checkIn = await lines.NextCheckIn(reader, cancellationToken);
        if (people.IsEmpty && open.Count == 0 && offers == 0 && checkIn is null)
            return Card.Of(ConsoleText.EmptyTitle, [Card.Text(ConsoleText.Empty)], Card.Press(ConsoleText.OpenMyDesk, ConsoleActions.Desk), CheckIns, Roster);

        return Card.Of(
            ConsoleText.Title,
            [
                .. LinesOf(people, reader).Select(Card.Text),
                offers switch { 0 => null, 1 => Card.Text(ConsoleText.OffersOne), _ => Card.Text(ConsoleText.OffersSeveral.With(offers)) },
                MentorsLine(open) is { } line ? Card.Text(line) : null,
                all.Sum(mentor => mentor.Begun) is > 0 and var placed ? Card.Text(ConsoleText.Placed.With(placed)) : null,
                Card.Text(await lines.Held(reader, cancellationToken)),
                Card.Text(checkIn ?? ConsoleText.NoNextCheckIn),
                Card.Small(ConsoleText.NoPairs),
            ],
            people.IsEmpty ? null : Card.Press(ConsoleText.WhoIsWaiting, ConsoleActions.Waiting),
            offers == 0 ? null : Card.Press(ConsoleText.Offers, ConsoleActions.Offers),
            people.IsEmpty ? null : Card.Press(ConsoleText.EveryoneAtOnce, ConsoleActions.Everyone),
            CheckIns,
            Roster);
    }

    private static AdaptiveAction CheckIns => Card.Press(LaunchText.CardTitle, PulseActions.CheckIns);

    private static AdaptiveAction Roster => Card.Open(RosterText.Title, RosterActions.Form);

    private static IEnumerable<string> LinesOf(ImmutableArray<Request> people, Reader reader)
    {
        if (people.IsEmpty)
            yield break;
        var since = reader.Day(people.Min(request => request.Since));
        yield return people.Length == 1 ? ConsoleText.WaitingOne.With(since) : ConsoleText.WaitingSeveral.With(people.Length, since);

        var ready = people.Where(request => request.State is RequestState.Proposed).ToList();
        if (ready.Count > 0)
            yield return ready.Count == 1 ? ConsoleText.OutOne.With(Last(ready)) : ConsoleText.OutSeveral.With(ready.Count, Last(ready));

        var again = people.Where(request => request.FellThrough).ToList();
        if (again.Count > 0)
            yield return again.Count == 1 ? ConsoleText.NotAboutOne.With(Last(again)) : ConsoleText.NotAboutSeveral.With(again.Count, Last(again));

        string Last(IEnumerable<Request> those) => reader.Day(those.Max(ThoseWaiting.OutOn));
    }

    private static string? MentorsLine(List<Mentor> open)
    {
        var places = open.Sum(mentor => mentor.Free);
        return open.Count switch { 0 => null, 1 => ConsoleText.MentorsOne.With(places), _ => ConsoleText.MentorsSeveral.With(open.Count, places) };
    }
}
