using MentorBot.Domain;
using MentorBot.Domain.Agreements;
using MentorBot.Domain.Relationships;
using MentorBot.Storage.Outbox;

namespace MentorBot.Storage.Agreements;

/// <summary>After somebody saved their sheet: the other sees what is ticked by now, and nothing else.</summary>
public sealed class ShowSheet(IAgreements agreements) : IStep
{
    public string Kind => AgreementNotices.Show;

    public async Task Run(string home, string subject, CancellationToken cancellationToken)
    {
        var (author, relationship) = (new PersonId(home), new RelationshipId(subject));
        var sheet = await agreements.Own(author, relationship, cancellationToken);
        await agreements.DecideShown(relationship, author, (pair, shown) => Agreeing.Show(pair, shown, sheet), cancellationToken);
    }
}
