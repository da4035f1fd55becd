using MentorBot.Domain;
using MentorBot.Domain.Offers;
using MentorBot.Domain.Programme;
using MentorBot.Storage.Due;
using MentorBot.Storage.Rows;
using NodaTime;

namespace MentorBot.Storage.Offers;

/// <summary>Reminders, dates that pass, pauses that end: what happens to an offer by itself.</summary>
public sealed class OffersFallDue(OfferRows offers, IReviewers reviewers, MentoringProgramme programme, IClock clock) : IFallsDue
{
    public Table Table => Table.People;

    public async Task<bool> Tick(Partition partition, CancellationToken cancellationToken)
    {
        var person = new PersonId(PartitionOf.Home(partition));
        var forgot = await offers.ForgetGone(person, cancellationToken);
        var now = clock.GetCurrentInstant();
        if (await offers.Find(person, cancellationToken) is not { NextDue: { } due } || now < due)
            return forgot;

        var who = await reviewers.Of(person, cancellationToken);
        var outcome = await offers.Decide(person, found => Offering.Tick(found, who, programme.Offers, now), cancellationToken);
        return forgot || outcome is OfferOutcome.Done;
    }
}
