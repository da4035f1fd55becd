using System.Globalization;
using System.Runtime.CompilerServices;
using MentorBot.Domain;
using MentorBot.Domain.Agreements;
using MentorBot.Domain.MyData;
using MentorBot.Domain.Relationships;

namespace MentorBot.Storage.Agreements;

/// <summary>What somebody noted about how they would like to do this, and which of it they show.</summary>
public sealed class OwnSheetData(IAgreements agreements, IRelationships relationships) : IOwnData
{
    public async IAsyncEnumerable<OwnSection> Of(PersonId person, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var pair in await relationships.Of(person, cancellationToken))
        {
            var sheet = await agreements.Own(person, pair.Id, cancellationToken);
            if (sheet.Revision == 0)
                continue;

            var section = OwnSection.Of(OwnKind.Agreement, pair.Id)
                .Has("howOften", sheet.Rhythm.HowOften)
                .Has("minutes", sheet.Rhythm.Minutes?.ToString(CultureInfo.InvariantCulture))
                .Has("where", sheet.Rhythm.Where)
                .Has("lookAgainAfter", sheet.Rhythm.LookAgainAfter?.ToString(CultureInfo.InvariantCulture));
            for (var at = 0; at < sheet.Answers.Length; at++)
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"question{at + 1}");
                section = section.Says(name, sheet.Answers[at].Words).Has(name + "Shown", sheet.Answers[at].IsShown ? "yes" : null);
            }

            yield return section;
        }
    }
}
