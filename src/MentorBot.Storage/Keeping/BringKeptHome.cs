using MentorBot.Domain.Keeping;
using MentorBot.Domain.Sessions;
using MentorBot.Storage.Outbox;

namespace MentorBot.Storage.Keeping;

/// <summary>After it is decided: what is each one's own goes to where it is theirs alone.</summary>
public sealed class BringKeptHome(IKeeping keeping) : IStep
{
    public string Kind => KeepingNotices.BringHome;

    public Task Run(string home, string subject, CancellationToken cancellationToken)
    {
        var (id, number, _) = SessionNotices.In(subject);
        return keeping.BringHome(id, number, cancellationToken);
    }
}
