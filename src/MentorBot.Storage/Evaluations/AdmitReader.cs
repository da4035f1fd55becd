using MentorBot.Domain.Evaluations;
using MentorBot.Storage.Outbox;

namespace MentorBot.Storage.Evaluations;

/// <summary>What somebody wrote is shown: from now on they may read what was. The step comes before they are told, by its name.</summary>
public sealed class AdmitReader(EvaluationRows rows) : IStep
{
    public string Kind => EvaluationNotices.Admit;

    public Task Run(string home, string subject, CancellationToken cancellationToken)
    {
        var (person, about) = EvaluationNotices.In(subject);
        return rows.Admit(person, about, cancellationToken);
    }
}
