using MentorBot.Domain.Pulses;
using MentorBot.Storage.Outbox;

namespace MentorBot.Storage.Pulses;

/// <summary>Two people hear that they are asked.</summary>
public sealed class AskPair(Mentioning mentioning) : IStep
{
    public string Kind => PulseNotices.Ask;

    public Task Run(string home, string subject, CancellationToken cancellationToken) => mentioning.Run(subject, isAgain: false, cancellationToken);
}
