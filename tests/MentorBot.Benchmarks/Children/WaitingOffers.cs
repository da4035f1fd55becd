using MentorBot.Benchmarks.Load;
using MentorBot.Domain;
using MentorBot.Domain.Offers;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Wishes;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace MentorBot.Benchmarks.Children;

/// <summary>One offer for each press to come, waiting for the coordinator; made by the product's own decisions.</summary>
public sealed class WaitingOffers(IServiceProvider services)
{
    private readonly IOffers offers = services.GetRequiredService<IOffers>();
    private readonly Reachable people = new(services);
    private readonly IReviewers reviewers = services.GetRequiredService<IReviewers>();
    private readonly MentoringProgramme programme = services.GetRequiredService<MentoringProgramme>();
    private readonly IClock clock = services.GetRequiredService<IClock>();

    public async Task Prepare(int count, Uri serviceUrl)
    {
        await people.Reach(Organisation.Coordinator, serviceUrl, default);
        await AtOnce.ForEach(count, (number, token) => Prepare(Organisation.Mentor(number), Organisation.OfferOf(number), serviceUrl, token));
    }

    public async Task<int> CountOpen(int count)
    {
        var open = 0;
        await AtOnce.ForEach(count, async (number, token) =>
        {
            if (await offers.Find(Organisation.Mentor(number), token) is { State: OfferState.Open })
                Interlocked.Increment(ref open);
        });
        return open;
    }

    private async Task Prepare(PersonId mentor, OfferId id, Uri serviceUrl, CancellationToken cancellationToken)
    {
        await people.Reach(mentor, serviceUrl, cancellationToken);
        var form = new OfferForm(
            [Help.SomeoneToThinkWith, Help.Advice], [programme.Themes[0].Id], Places.Two, Pace.AFewConversations,
            Confidential.From("Twenty years in three trades; I like to listen first, and to draw while we talk."),
            AtEaseWith.Anyone, ["en"], WayOfMeeting.Any, AtShortNotice: false, NeverList.Nobody, OwnWish: true);
        var zone = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];
        await offers.Decide(mentor, found => Offering.Send(found, id, mentor, form, null, zone, programme.Offers, clock.GetCurrentInstant()), cancellationToken);

        var who = await reviewers.Of(mentor, cancellationToken);
        await offers.Decide(mentor, found => Offering.TriedOut(found, id, TryOut.TookPlace, who, programme.Offers, clock.GetCurrentInstant()), cancellationToken);
    }
}
