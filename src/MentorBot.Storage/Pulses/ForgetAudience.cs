using MentorBot.Domain.Pulses;
using MentorBot.Storage.Outbox;

namespace MentorBot.Storage.Pulses;

/// <summary>Six weeks after a launch, and not before it is closed: who was asked need not be compared any more.</summary>
public sealed class ForgetAudience(AudienceRows audiences) : IStep
{
    public string Kind => PulseNotices.Forget;

    public Task Run(string home, string subject, CancellationToken cancellationToken) => audiences.Forget(new(subject), cancellationToken);
}
