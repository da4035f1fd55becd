using MentorBot.Domain;
using MentorBot.Domain.LearningStories;
using MentorBot.Domain.MyData;
using MentorBot.Domain.Offers;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Requests;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Outbox;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Scheduling;
using MentorBot.Storage.Sealing;
using NodaTime;

namespace MentorBot.Storage.MyData;

/// <summary>
/// Forgets somebody, in an order in which it can break off anywhere and be begun again: what others wait for is settled while it can
/// still be read, then the key goes, by which nothing can be read any more, then the rows.
/// </summary>
public sealed class ForgetPerson(
    RecordRows records,
    DataKeys keys,
    ForgettingRows forgetting,
    IRequests requests,
    IOffers offers,
    IRelationships relationships,
    IEnumerable<IForgets> elsewhere,
    ILearningStories stories,
    MentoringProgramme programme,
    IClock clock) : IStep
{
    public string Kind => MyDataNotices.Forget;

    public bool IsNeverGivenUp => true;

    public async Task Run(string home, string subject, CancellationToken cancellationToken)
    {
        var person = new PersonId(home);
        if (await forgetting.Find(person, cancellationToken) is not { } began)
            return;

        // Once the key is gone nothing can be read that would have to be settled, and nobody has said yes since.
        var owner = Owner.Person(programme.Tenant, person);
        var isSettled = await keys.IsErased(owner, cancellationToken) || await Settle(person, cancellationToken);
        await End(person, began.At + IForgetting.Notice, cancellationToken);
        if (!isSettled)
        {
            // Somebody said yes at that very moment: what that yes opens is ended right after.
            await forgetting.GoOnSoon(person, cancellationToken);
            return;
        }

        await keys.Erase(owner, cancellationToken);
        await records.Erase(PartitionOf.Person(programme.Tenant, person), "", Goes, cancellationToken);
        foreach (var place in elsewhere)
            await place.Forget(person, cancellationToken);
        await keys.BeginAfresh(owner, cancellationToken);
        await forgetting.Done(person, cancellationToken);
    }

    /// <returns>False where a question was just answered yes, and what follows from it is still on its way.</returns>
    private async Task<bool> Settle(PersonId person, CancellationToken cancellationToken)
    {
        foreach (var request in (await requests.WithoutWords(cancellationToken)).Where(one => one.Person == person))
            await requests.Decide(person, request.Id, null, Requesting.Withdraw, cancellationToken);
        await offers.Decide(person, found => found.Current is { } offer ? Offering.Stop(found, offer.Id) : new(new OfferOutcome.AsItIs(null), false, null, []), cancellationToken);

        foreach (var request in await requests.WithoutWords(cancellationToken))
            if (request.Open is { } asking && asking.Whom == person)
                await requests.Decide(request.Person, request.Id, null, scene => Answering.CannotBe(scene, asking.Match, clock.GetCurrentInstant()), cancellationToken);

        return !(await requests.WithoutWords(cancellationToken)).Any(one => one.State is RequestState.Accepted yes && (one.Person == person || yes.Whom == person));
    }

    private async Task End(PersonId person, Instant eraseAt, CancellationToken cancellationToken)
    {
        foreach (var pair in await relationships.Of(person, cancellationToken))
        {
            await relationships.Decide(pair.Id, found => Relating.Forget(found, person, eraseAt, clock.GetCurrentInstant()), cancellationToken);
            await stories.Decide(pair.Id, (_, story) => Writing.Forget(story, person), cancellationToken);
        }
    }

    /// <summary>
    /// What others are still to be brought up to date with stays until it is done, and so does what says how to take events out of their
    /// mailbox, which is done after this; what was to happen later to them does not happen.
    /// </summary>
    private bool Goes(Row row)
    {
        if (row.Key == ForgettingRows.Key || OutboxRows.IsSending(row) || CalendarEventRows.IsOne(row))
            return false;
        return !row.Key.StartsWith(OutboxRows.Prefix, StringComparison.Ordinal)
            || (row.Text("kind") is not (MyDataNotices.Forget or MyDataNotices.LastTraces) && row.MomentIfAny("notBefore") > clock.GetCurrentInstant());
    }
}
