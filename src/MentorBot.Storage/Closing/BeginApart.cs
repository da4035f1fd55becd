using MentorBot.Domain.Closing;
using MentorBot.Domain.Relationships;
using MentorBot.Storage.Outbox;
using NodaTime;

namespace MentorBot.Storage.Closing;

/// <summary>Both want a stretch without each other: it is quiet until its end.</summary>
public sealed class BeginApart(IClosings closings, IRelationships relationships, IClock clock) : IStep
{
    public string Kind => ClosingNotices.BeApart;

    public async Task Run(string home, string subject, CancellationToken cancellationToken)
    {
        if ((await closings.Find(new(home), cancellationToken)).Outlook.Stretch is { State: StretchState.Agreed, Ends: { } ends })
            await relationships.Decide(new(home), found => Relating.BeApart(found, ends, clock.GetCurrentInstant()), cancellationToken);
    }
}
