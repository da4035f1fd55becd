using MentorBot.Domain.Questions;
using MentorBot.Domain.Sessions;
using MentorBot.Storage.Outbox;

namespace MentorBot.Storage.Questions;

/// <summary>A question was left for next time, or taken back: the card of the other says so.</summary>
public sealed class FollowQuestions(IQuestions questions, IMeetings meetings) : IStep
{
    public string Kind => QuestionNotices.Changed;

    /// <summary>Looks once more afterwards: what was changed meanwhile is followed by whoever comes last.</summary>
    public async Task Run(string home, string subject, CancellationToken cancellationToken)
    {
        var (id, author) = QuestionNotices.In(subject);
        bool before, isThere = await IsThere();
        do
        {
            before = isThere;
            await meetings.Decide(id, together => Conducting.Questioned(together, author, before), cancellationToken);
            isThere = await IsThere();
        }
        while (isThere != before);

        async Task<bool> IsThere() => (await questions.Find(id, author, cancellationToken)).Question is not null;
    }
}
