using MentorBot.Domain.Pulses;
using MentorBot.Storage.Outbox;

namespace MentorBot.Storage.Pulses;

/// <summary>The one reminder of two people.</summary>
public sealed class AskPairAgain(Mentioning mentioning) : IStep
{
    public string Kind => PulseNotices.AskAgain;

    public Task Run(string home, string subject, CancellationToken cancellationToken) => mentioning.Run(subject, isAgain: true, cancellationToken);
}
