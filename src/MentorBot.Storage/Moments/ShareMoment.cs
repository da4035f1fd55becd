using MentorBot.Domain.Moments;
using MentorBot.Storage.Outbox;

namespace MentorBot.Storage.Moments;

/// <summary>Brings a moment to those who may read it, too: a copy in each relationship that its author chose.</summary>
public sealed class ShareMoment(MomentRows moments) : IStep
{
    public string Kind => MomentNotices.Share;

    public async Task Run(string home, string subject, CancellationToken cancellationToken)
    {
        if (await moments.Find(new(home), new(subject), cancellationToken) is not { } moment)
            return;
        foreach (var relationship in moment.Shared)
            await moments.Copy(relationship, moment, cancellationToken);
    }
}
