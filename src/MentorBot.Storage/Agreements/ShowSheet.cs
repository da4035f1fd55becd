using MentorBot.Domain;
using MentorBot.Domain.Agreements;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Scheduling;
using MentorBot.Domain.Sessions;
using MentorBot.Storage.Outbox;

namespace MentorBot.Storage.Agreements;

/// <summary>After somebody saved their sheet: the other sees what is ticked by now, and nothing else; and what both say about how long it should be holds from now on.</summary>
public sealed class ShowSheet(IAgreements agreements, IMeetings meetings) : IStep
{
    public string Kind => AgreementNotices.Show;

    public async Task Run(string home, string subject, CancellationToken cancellationToken)
    {
        var (author, relationship) = (new PersonId(home), new RelationshipId(subject));
        var sheet = await agreements.Own(author, relationship, cancellationToken);
        await agreements.DecideShown(relationship, author, (pair, shown) => Agreeing.Show(pair, shown, sheet), cancellationToken);
        if (await meetings.Find(relationship, cancellationToken) is not { } together)
            return;
        var minutes = await agreements.MinutesOf(together.Pair, cancellationToken);
        await meetings.Decide(relationship, now => Arranging.Agreed(now, minutes), cancellationToken);
    }
}
