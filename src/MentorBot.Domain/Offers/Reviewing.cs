using System.Collections.Immutable;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Programme;
using NodaTime;
using static MentorBot.Domain.Offers.OfferState;

namespace MentorBot.Domain.Offers;

/// <summary>
/// What coordinators and deputies decide about an offer: that there is time, that it is the person's own wish, that the
/// try-out took place. Of all who may, the first press counts. A silence is never a yes.
/// </summary>
public static class Reviewing
{
    public static Decision<Offer, OfferOutcome> Confirm(Found found, OfferId id, PersonId by, Reviewers reviewers)
    {
        if (!reviewers.Include(by))
            return Offering.NotYours(found);
        if (found.Only(id) is not { State: Waiting waiting } offer)
            return Offering.AsItIs(found);

        var next = Offering.Next(offer, new Open(by));
        return Offering.Done(next, [
            new Consequence.Tell(OfferNotices.Enrolling, id.Value, Offering.Occasion(next.Revision), offer.Person),
            .. ShowTo(waiting.Asked, id, waiting.Round, next.Revision)]);
    }

    /// <summary>A word first, about one of the three. The offer goes on waiting, at least until the word was had.</summary>
    public static Decision<Offer, OfferOutcome> AskForAWord(Found found, OfferId id, PersonId by, OpenPoint about, Reviewers reviewers, OfferTerms terms, Instant now)
    {
        if (!reviewers.Include(by))
            return Offering.NotYours(found);
        if (found.Only(id) is not { State: Waiting waiting } offer || waiting.Word?.About == about)
            return Offering.AsItIs(found);

        var word = new WordFirst(about, WorkingDays.After(now, terms.ReviewWorkingDays, offer.Zone));
        var next = Offering.Next(offer, waiting with { Word = word, By = Instant.Max(waiting.By, word.By) });
        return Offering.Done(next, ShowTo(waiting.Asked, id, waiting.Round, next.Revision));
    }

    /// <summary>The date has passed without a press: everybody who may is asked anew, deputies as well, and the next date is set. (A word that somebody wanted first is still wanted, by the next date.)</summary>
    internal static Decision<Offer, OfferOutcome> NextRound(Offer offer, Waiting waiting, Reviewers reviewers, OfferTerms terms, Instant now)
    {
        var by = WorkingDays.After(now, terms.ReviewWorkingDays, offer.Zone);
        var next = Offering.Next(offer, waiting with
        {
            Round = waiting.Round + 1,
            Asked = [.. reviewers.First, .. reviewers.Later],
            By = by,
            Word = waiting.Word is { } word ? word with { By = by } : null,
        });
        var asked = ((Waiting)next.State).Asked;
        return Offering.Done(next, [
            .. ShowTo(waiting.Asked, offer.Id, waiting.Round, next.Revision),
            .. ShowTo(asked, offer.Id, waiting.Round + 1, next.Revision)]);
    }

    internal static ImmutableArray<Consequence> ShowTo(ImmutableArray<PersonId> asked, OfferId id, int round, int revision) =>
        [.. asked.Select(whom => new Consequence.Tell(OfferNotices.Review, OfferNotices.Numbered(id, round), Offering.Occasion(revision), whom))];
}
