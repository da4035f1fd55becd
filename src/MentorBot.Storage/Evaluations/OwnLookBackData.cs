using System.Runtime.CompilerServices;
using MentorBot.Domain;
using MentorBot.Domain.Evaluations;
using MentorBot.Domain.MyData;
using MentorBot.Domain.Relationships;

namespace MentorBot.Storage.Evaluations;

/// <summary>What somebody wrote to the questions at the end, while it waits. Of what was shown nobody knows any more whose it is.</summary>
public sealed class OwnLookBackData(IEvaluations evaluations, IRelationships relationships) : IOwnData
{
    private static readonly string[] Names = ["hoped", "cameAbout", "moment", "madePossible", "stoodInTheWay", "toChange"];

    public async IAsyncEnumerable<OwnSection> Of(PersonId person, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var waiting in await evaluations.Of(person, cancellationToken))
            yield return Names.Zip(waiting.Words.Texts).Aggregate(OwnSection.Of(OwnKind.LookingBack, waiting.About, at: waiting.Sent), (section, one) => section.Says(one.First, one.Second));

        foreach (var pair in await relationships.Of(person, cancellationToken))
            if (await evaluations.IsShown(person, pair.Id, cancellationToken))
                yield return OwnSection.Of(OwnKind.LookingBack, pair.Id).Has("shown", "yes");
        if (await evaluations.MayRead(person, cancellationToken))
            yield return OwnSection.Of(OwnKind.LookingBack).Has("mayReadWhatWasShown", "yes");
    }
}
