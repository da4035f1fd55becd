using MentorBot.Domain.Closing;
using MentorBot.Domain.Relationships;
using MentorBot.Storage.Outbox;
using NodaTime;

namespace MentorBot.Storage.Closing;

/// <summary>Both want to stay in touch: they go on, as equals.</summary>
public sealed class BecomePeers(IClosings closings, IRelationships relationships, IClock clock) : IStep
{
    public string Kind => ClosingNotices.StayInTouch;

    public async Task Run(string home, string subject, CancellationToken cancellationToken)
    {
        if ((await closings.Find(new(home), cancellationToken)).Outlook.Touch is { State: TouchState.Agreed })
            await relationships.Decide(new(home), found => Relating.StayInTouch(found, clock.GetCurrentInstant()), cancellationToken);
    }
}
