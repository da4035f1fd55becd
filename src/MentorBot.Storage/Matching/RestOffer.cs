using MentorBot.Domain.Matching;
using MentorBot.Domain.Offers;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Requests;
using MentorBot.Storage.Outbox;

namespace MentorBot.Storage.Matching;

/// <summary>
/// The step from a mentor who let questions pass to their offer, which rests. A repetition finds their silences at nothing, once they
/// have answered or are back.
/// </summary>
public sealed class RestOffer(IOffers offers, IMentors mentors, MentoringProgramme programme) : IStep
{
    public string Kind => RequestNotices.Rest;

    public async Task Run(string home, string subject, CancellationToken cancellationToken)
    {
        if (await mentors.Find(new(subject), cancellationToken) is { } mentor && mentor.Silences >= programme.Matching.SilencesUntilRest)
            await offers.Decide(mentor.Person, Offering.Rest, cancellationToken);
    }
}
