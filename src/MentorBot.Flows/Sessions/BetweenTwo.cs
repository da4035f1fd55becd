using MentorBot.Domain.Directory;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Sessions;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Relationships;
using MentorBot.Flows.Turns;

namespace MentorBot.Flows.Sessions;

/// <summary>Finds the two whom a press or a word is about, as they are now. Only for one of them, and only while they go on.</summary>
public sealed class BetweenTwo(IMeetings meetings, IRelationships relationships, IDirectory directory)
{
    /// <summary>A card has room for six buttons.</summary>
    private const int MostListed = 6;

    /// <param name="then">What to do; the text is the other's name.</param>
    public async Task<Answer> With(Turn turn, Submission submission, Func<Together, string, Task<Answer>> then, CancellationToken cancellationToken)
    {
        if (IdIn(submission) is not { } id || await meetings.Find(id, cancellationToken) is not { } together)
            return new Answer.Says(TurnText.OldCard);
        if (!together.Pair.IsOf(turn.Actor.Person))
            return new Answer.Says(TurnText.NotYours);
        return together.Pair.State is RelationshipState.Going
            ? await then(together, await directory.NameOf(together.Pair.OtherThan(turn.Actor.Person), cancellationToken))
            : new Answer.Says(TurnText.OldCard);
    }

    /// <summary>For a typed word: with the only one they talk with; where there are several, it asks.</summary>
    /// <param name="action">The press that does the same, with the relationship that was meant.</param>
    public async Task<Answer> WithWhom(Turn turn, string action, Func<Together, string, Task<Answer>> then, CancellationToken cancellationToken)
    {
        var me = turn.Actor.Person;
        var going = (await relationships.Of(me, cancellationToken)).Where(one => one.State is RelationshipState.Going).ToList();
        switch (going)
        {
            case []:
                return new Answer.Says(SessionText.Nobody);
            case [var only] when await meetings.Find(only.Id, cancellationToken) is { } together:
                return await then(together, await directory.NameOf(only.OtherThan(me), cancellationToken));
            default:
                var names = await Task.WhenAll(going.Take(MostListed).Select(one => directory.NameOf(one.OtherThan(me), cancellationToken)));
                return new Answer.Posts(Card.Of(
                    SessionText.WithWhom,
                    [],
                    going.Zip(names, (one, name) => Card.Press(name, action, (RelationshipActions.Relationship, one.Id.Value)))));
        }
    }

    public static RelationshipId? IdIn(Submission submission) =>
        submission.Id(RelationshipActions.Relationship) is { Length: > 0 } id ? new RelationshipId(id) : null;
}
