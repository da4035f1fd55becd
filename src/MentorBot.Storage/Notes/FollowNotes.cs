using MentorBot.Domain.Notes;
using MentorBot.Domain.Sessions;
using MentorBot.Storage.Outbox;
using NodaTime;

namespace MentorBot.Storage.Notes;

/// <summary>A note for both came to be, or went: the conversation says in which parts there are some.</summary>
public sealed class FollowNotes(INotes notes, IMeetings meetings, IClock clock) : IStep
{
    public string Kind => NoteNotices.Changed;

    /// <summary>Looks once more afterwards: a note that was saved meanwhile is followed by whoever comes last.</summary>
    public async Task Run(string home, string subject, CancellationToken cancellationToken)
    {
        var (id, session, _) = SessionNotices.In(subject);
        var parts = await notes.Parts(id, session, cancellationToken);
        while (true)
        {
            await meetings.Decide(id, together => Conducting.Noted(together, session, parts, clock.GetCurrentInstant()), cancellationToken);
            var now = await notes.Parts(id, session, cancellationToken);
            if (now.SequenceEqual(parts))
                return;
            parts = now;
        }
    }
}
