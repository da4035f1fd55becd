using MentorBot.Domain;
using MentorBot.Domain.Questions;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Sessions;
using MentorBot.Storage.Outbox;

namespace MentorBot.Storage.Questions;

/// <summary>
/// After a conversation: what each had asked ahead goes, if the other read it, and no card speaks of it any more. What the cards say
/// is made from what is there, and looked at once more at the end, for somebody may ask something new meanwhile.
/// </summary>
public sealed class DropReadQuestions(IQuestions questions, IMeetings meetings) : IStep
{
    public string Kind => SessionNotices.DropQuestions;

    public async Task Run(string home, string subject, CancellationToken cancellationToken)
    {
        var id = new RelationshipId(home);
        if (await meetings.Find(id, cancellationToken) is not { Pair.State: RelationshipState.Going } together)
            return;
        foreach (var author in together.Meetings.Questions)
            await Drop(id, author, together, cancellationToken);
    }

    private async Task Drop(RelationshipId id, PersonId author, Together together, CancellationToken cancellationToken)
    {
        await questions.Decide(id, author, (_, found) => AskingAhead.Talked(found, together.Meetings.Since), cancellationToken);
        bool isThere;
        do
        {
            isThere = await IsThere(id, author, cancellationToken);
            await meetings.Decide(id, now => Conducting.Questioned(now, author, isThere), cancellationToken);
        }
        while (isThere != await IsThere(id, author, cancellationToken));
    }

    private async Task<bool> IsThere(RelationshipId id, PersonId author, CancellationToken cancellationToken) =>
        (await questions.Find(id, author, cancellationToken)).Question is not null;
}
