using System.Runtime.CompilerServices;
using MentorBot.Domain;
using MentorBot.Domain.MyData;
using MentorBot.Domain.Questions;
using MentorBot.Domain.Relationships;

namespace MentorBot.Storage.Questions;

/// <summary>What somebody asked ahead.</summary>
public sealed class OwnQuestionData(IQuestions questions, IRelationships relationships) : IOwnData
{
    public async IAsyncEnumerable<OwnSection> Of(PersonId person, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var pair in await relationships.Of(person, cancellationToken))
            if ((await questions.Find(pair.Id, person, cancellationToken)).Question is { } question)
                yield return OwnSection.Of(OwnKind.Question, pair.Id, at: question.At).Says("words", question.Words);
    }
}
