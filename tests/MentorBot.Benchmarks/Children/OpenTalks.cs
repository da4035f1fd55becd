using MentorBot.Benchmarks.Load;
using MentorBot.Domain;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Requests;
using MentorBot.Domain.Sessions;
using MentorBot.Domain.Wishes;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace MentorBot.Benchmarks.Children;

/// <summary>One conversation for each press to come: both have its card and see its first phase; made by the product's own decisions.</summary>
public sealed class OpenTalks(IServiceProvider services)
{
    private readonly IRelationships relationships = services.GetRequiredService<IRelationships>();
    private readonly IMeetings meetings = services.GetRequiredService<IMeetings>();
    private readonly MentoringProgramme programme = services.GetRequiredService<MentoringProgramme>();
    private readonly IClock clock = services.GetRequiredService<IClock>();
    private readonly Reachable people = new(services);

    public Task Prepare(int count, Uri serviceUrl) => AtOnce.ForEach(count, async (number, token) =>
    {
        var (mentee, mentor, id, now) = (Organisation.Mentee(number), Organisation.Mentor(number), Organisation.PairOf(number), clock.GetCurrentInstant());
        await people.Reach(mentee, serviceUrl, token);
        await people.Reach(mentor, serviceUrl, token);

        var accepted = new RequestState.Accepted(new(id.Value), mentor, now, ByTurns: false);
        var form = new RequestForm(
            null, [HelpWanted.SomeoneToThinkWith], [programme.Themes[0].Id], HowSoon.NextWeeks, Pace.AFewConversations,
            null, AtEaseWith.Anyone, ["en"], WayOfMeeting.Any, NeverList.Nobody, null, false, []);
        var request = new Request(new(id.Value), mentee, 1, 1, form, accepted, now, DateTimeZoneProviders.Tzdb[Activities.Zone], [], false, null, null);
        await relationships.Decide(id, current => Relating.Open(current, request, accepted), token);
        await meetings.Decide(id, together => Conducting.Begin(together, mentor, now), token);
        await meetings.Decide(id, together => Conducting.Begin(together, mentee, now), token);
    });

    /// <summary>How many are at the phase after the first.</summary>
    public async Task<int> CountTurned(int count)
    {
        var turned = 0;
        await AtOnce.ForEach(count, async (number, token) =>
        {
            if (await meetings.Find(Organisation.PairOf(number), token) is { Meetings.Session.Phase: Phase.Learn })
                Interlocked.Increment(ref turned);
        });
        return turned;
    }
}
