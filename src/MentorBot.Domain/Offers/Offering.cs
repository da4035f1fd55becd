using System.Collections.Immutable;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Programme;
using NodaTime;
using static MentorBot.Domain.Offers.OfferState;

namespace MentorBot.Domain.Offers;

/// <summary>
/// What the person offering decides about their own offer, and what happens to it by itself. (What a coordinator decides is
/// in <see cref="Reviewing"/>.) Every press may be stale, doubled or forged: whatever does not fit the offer as it is now
/// changes nothing and answers with how things stand.
/// </summary>
public static class Offering
{
    private static readonly LocalTime Morning = new(8, 0);

    /// <summary>Longest pause.</summary>
    private static readonly Period LongestPause = Period.FromMonths(12);

    /// <summary>The form is filled in and kept for later. Once the offer was sent (from another window), what is in it is a change.</summary>
    public static Decision<Offer, OfferOutcome> Keep(Found found, OfferId id, PersonId person, OfferForm form, DateTimeZone zone, OfferTerms terms, Instant now) =>
        (found.Current, found.Gone.Contains(id)) switch
        {
            (null, false) => Done(new Offer(id, person, 1, form, new Kept(now + Duration.FromDays(terms.DraftDays)), zone)),
            ({ State: Kept } kept, _) when kept.Id == id && kept.Form != form => Done(Next(kept, kept.State) with { Form = form }),
            _ => Change(found, id, form),
        };

    /// <summary>The form is sent, at once or after it was kept; sent again with other answers (from another window), it is a change.</summary>
    /// <param name="partner">Somebody for the try-out; null when nobody is there for it.</param>
    public static Decision<Offer, OfferOutcome> Send(
        Found found, OfferId id, PersonId person, OfferForm form, PersonId? partner, DateTimeZone zone, OfferTerms terms, Instant now)
    {
        var trying = new TryingOut(
            partner, [], now + Duration.FromDays(terms.TryOutReminderDays), now + Duration.FromDays(terms.TryOutErasureDays));
        return (found.Current, found.Gone.Contains(id)) switch
        {
            (null, false) => Done(new Offer(id, person, 1, form, trying, zone), AskPartner(id, 1, partner)),
            ({ State: Kept } kept, _) when kept.Id == id => Done(Next(kept, trying) with { Form = form }, AskPartner(id, kept.Revision + 1, partner)),
            _ => Change(found, id, form),
        };
    }

    /// <summary>Other answers in the form, at any time.</summary>
    public static Decision<Offer, OfferOutcome> Change(Found found, OfferId id, OfferForm form) =>
        found.Only(id) is { } offer && offer.Form != form
            ? Done(Next(offer, offer.State) with { Form = form }, offer.State is Waiting waiting ? Reviewing.ShowTo(waiting.Asked, offer.Id, waiting.Round, offer.Revision + 1) : [])
            : AsItIs(found);

    /// <summary>The try-out took place, or was had before, long ago.</summary>
    public static Decision<Offer, OfferOutcome> TriedOut(Found found, OfferId id, TryOut how, Reviewers reviewers, OfferTerms terms, Instant now)
    {
        if (found.Only(id) is not { State: TryingOut trying } offer)
            return AsItIs(found);

        var next = Next(offer, new Waiting(how, 1, reviewers.First, WorkingDays.After(now, terms.ReviewWorkingDays, offer.Zone), null));
        return Done(next, [
            .. AskPartner(id, next.Revision, trying.Partner),
            .. Remind(offer, next.Revision),
            .. Reviewing.ShowTo(reviewers.First, id, 1, next.Revision)]);
    }

    /// <summary>Somebody else for the try-out: asked by either of the two.</summary>
    /// <param name="asker">The person offering, or the partner who would rather not.</param>
    /// <param name="partner">The next partner; null when nobody is left.</param>
    public static Decision<Offer, OfferOutcome> SomeoneElse(Found found, OfferId id, PersonId asker, PersonId? partner)
    {
        if (found.Only(id) is not { State: TryingOut trying } offer)
            return AsItIs(found);
        if (asker != offer.Person && asker != trying.Partner)
            return trying.NotAgain.Contains(asker) ? AsItIs(found) : NotYours(found);
        if (trying.Partner == partner)
            return AsItIs(found);

        var notAgain = trying.Partner is { } former ? trying.NotAgain.Add(former) : trying.NotAgain;
        var next = Next(offer, trying with { Partner = partner, NotAgain = notAgain });
        return Done(next, [.. AskPartner(id, next.Revision, trying.Partner), .. AskPartner(id, next.Revision, partner)]);
    }

    /// <summary>A pause until a day, from tomorrow on and within the next twelve months; also longer or shorter than the one that runs.</summary>
    public static Decision<Offer, OfferOutcome> Pause(Found found, OfferId id, LocalDate until, Instant now)
    {
        if (found.Only(id) is not { State: Open or Paused or Resting } offer)
            return AsItIs(found);
        var (first, last) = PauseDays(now, offer.Zone);
        if (until < first || until > last)
            return Unchanged(found, new OfferOutcome.DayOutOfRange());
        if (offer.State is Paused already && already.Until == until)
            return AsItIs(found);

        var endsAt = until.At(Morning).InZoneLeniently(offer.Zone).ToInstant();
        return Done(Next(offer, new Paused(ConfirmedBy(offer.State), until, endsAt)));
    }

    /// <summary>The days on which a pause may end, in this zone.</summary>
    public static (LocalDate First, LocalDate Last) PauseDays(Instant now, DateTimeZone zone)
    {
        var today = now.InZone(zone).Date;
        return (today.PlusDays(1), today + LongestPause);
    }

    /// <summary>Back before the pause ends by itself, or from a rest.</summary>
    public static Decision<Offer, OfferOutcome> Resume(Found found, OfferId id) =>
        found.Only(id) is { State: Paused or Resting } offer ? Done(Next(offer, new Open(ConfirmedBy(offer.State)))) : AsItIs(found);

    /// <summary>Too many questions in a row went unanswered: nobody new is asked until the mentor is back. They are told kindly, by a card of its own.</summary>
    public static Decision<Offer, OfferOutcome> Rest(Found found)
    {
        if (found.Current is not { State: Open open } offer)
            return AsItIs(found);
        var next = Next(offer, new Resting(open.ConfirmedBy));
        return Done(next, new Consequence.Tell(OfferNotices.Resting, OfferNotices.Numbered(offer.Id, next.Revision), Occasion(next.Revision), offer.Person));
    }

    /// <summary>Taken back or thrown away before it was confirmed: the offer is erased. (A card from then, pressed later, stops nothing.)</summary>
    public static Decision<Offer, OfferOutcome> TakeBack(Found found, OfferId id) =>
        found.Only(id) is { State: Kept or TryingOut or Waiting } offer ? Gone(offer) : AsItIs(found);

    /// <summary>No longer offered: erased, wherever it stands. The people one talks with are another matter.</summary>
    public static Decision<Offer, OfferOutcome> Stop(Found found, OfferId id) => found.Only(id) is { } offer ? Gone(offer) : AsItIs(found);

    /// <summary>What falls due by itself.</summary>
    public static Decision<Offer, OfferOutcome> Tick(Found found, Reviewers reviewers, OfferTerms terms, Instant now)
    {
        if (found.Current is not { } offer || offer.NextDue is not { } due || now < due)
            return AsItIs(found);

        return offer.State switch
        {
            TryingOut { RemindAt: not null } trying =>
                Done(Next(offer, trying with { RemindAt = null }), new Consequence.Tell(OfferNotices.TryOutReminder, offer.Id.Value, Occasion(offer.Revision + 1), offer.Person)),
            Waiting waiting => Reviewing.NextRound(offer, waiting, reviewers, terms, now),
            Paused paused => BackByItself(offer, paused),
            _ => Gone(offer),
        };
    }

    private static Decision<Offer, OfferOutcome> BackByItself(Offer offer, Paused paused)
    {
        var next = Next(offer, new Open(paused.ConfirmedBy));
        return Done(next, new Consequence.Tell(OfferNotices.Back, OfferNotices.Numbered(offer.Id, next.Revision), Occasion(next.Revision), offer.Person));
    }

    private static Decision<Offer, OfferOutcome> Gone(Offer offer)
    {
        var revision = offer.Revision + 1;
        ImmutableArray<Consequence> others = offer.State switch
        {
            TryingOut trying => [.. AskPartner(offer.Id, revision, trying.Partner), .. Remind(offer, revision)],
            Waiting waiting => Reviewing.ShowTo(waiting.Asked, offer.Id, waiting.Round, revision),
            _ => [],
        };
        return new(new OfferOutcome.Done(null), true, null, [.. Own(offer, revision), .. others, List(offer, revision)]);
    }

    /// <summary>The change, with what always follows: one's own card shows it, and the list of mentors follows.</summary>
    internal static Decision<Offer, OfferOutcome> Done(Offer next, params ImmutableArray<Consequence> others) =>
        new(new OfferOutcome.Done(next), true, next, [.. Own(next, next.Revision), .. others, List(next, next.Revision)]);

    internal static Decision<Offer, OfferOutcome> AsItIs(Found found) => Unchanged(found, new OfferOutcome.AsItIs(found.Current));

    internal static Decision<Offer, OfferOutcome> NotYours(Found found) => Unchanged(found, new OfferOutcome.NotYours());

    internal static Offer Next(Offer offer, OfferState state) => offer with { Revision = offer.Revision + 1, State = state };

    internal static string Occasion(int revision) => revision.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static Decision<Offer, OfferOutcome> Unchanged(Found found, OfferOutcome outcome) => new(outcome, false, found.Current, []);

    private static PersonId ConfirmedBy(OfferState state) => state switch
    {
        Open open => open.ConfirmedBy,
        Resting resting => resting.ConfirmedBy,
        _ => ((Paused)state).ConfirmedBy,
    };

    private static ImmutableArray<Consequence> Own(Offer offer, int revision)
    {
        var kind = offer.State is Open or Paused or Resting ? OfferNotices.Mentor : OfferNotices.Enrolling;
        return [new Consequence.Tell(kind, offer.Id.Value, Occasion(revision), offer.Person)];
    }

    private static Consequence.Step List(Offer offer, int revision) => new(OfferNotices.List, offer.Person.Value, Occasion(revision));

    private static ImmutableArray<Consequence> AskPartner(OfferId id, int revision, PersonId? partner) =>
        partner is { } whom ? [new Consequence.Tell(OfferNotices.Partner, id.Value, Occasion(revision), whom)] : [];

    private static ImmutableArray<Consequence> Remind(Offer offer, int revision) => offer.State is TryingOut { RemindAt: null }
        ? [new Consequence.Tell(OfferNotices.TryOutReminder, offer.Id.Value, Occasion(revision), offer.Person)]
        : [];
}
