using System.Globalization;
using System.Runtime.CompilerServices;
using MentorBot.Domain;
using MentorBot.Domain.MyData;
using MentorBot.Domain.Pulses;

namespace MentorBot.Storage.Pulses;

/// <summary>What somebody chose in check-ins, statement by statement, also where one is still open.</summary>
public sealed class OwnCheckInData(OwnAnswerRows answers) : IOwnData
{
    public async IAsyncEnumerable<OwnSection> Of(PersonId person, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var own in await answers.Of(person, cancellationToken))
            yield return MentoringIndex.ItemsOf(own.Form).Aggregate(
                OwnSection.Of(OwnKind.CheckIn, own.About, at: own.At),
                (section, item) => section.Has(MentoringIndex.Statement(item), own.Answers[item]?.ToString(CultureInfo.InvariantCulture)));
    }
}
