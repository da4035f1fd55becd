using MentorBot.Domain.Questions;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Sessions;
using MentorBot.Storage.Outbox;

namespace MentorBot.Storage.Questions;

/// <summary>After a conversation: what each had asked ahead goes, if the other read it; <see cref="FollowQuestions"/> does the rest.</summary>
public sealed class DropReadQuestions(IQuestions questions, IMeetings meetings) : IStep
{
    public string Kind => SessionNotices.DropQuestions;

    public async Task Run(string home, string subject, CancellationToken cancellationToken)
    {
        var id = new RelationshipId(home);
        if (await meetings.Find(id, cancellationToken) is not { Pair.State: RelationshipState.Going } together)
            return;
        foreach (var author in together.Meetings.Questions)
            await questions.Decide(id, author, (_, found) => AskingAhead.Talked(found, together.Meetings.Since), cancellationToken);
    }
}
