using AdaptiveCards;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Sessions;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Relationships;
using MentorBot.Flows.Scheduling;
using MentorBot.Flows.Turns;
using NodaTime;

namespace MentorBot.Flows.Sessions;

/// <summary>After a long while without a conversation, asked once. What somebody answers changes nothing for the other, and nobody learns it.</summary>
public sealed class GoneQuietHandler(IMeetings meetings, IDirectory directory, BetweenTwo two, IClock clock) : IFlow
{
    public void Map(Routes routes)
    {
        routes.Mention(SessionNotices.Quiet, Mention);
        routes.Press(SessionActions.GoneQuiet, (turn, submission, token) => two.With(
            turn, submission, (now, name) => Task.FromResult<Answer>(new Answer.Posts(Question(now.Pair.Id, name))), token));
        routes.Press(SessionActions.RightAsItIs, (turn, submission, token) => two.With(
            turn, submission, (_, _) => Task.FromResult<Answer>(new Answer.Becomes(Card.Line(GoneQuietText.Good))), token));
    }

    public static AdaptiveCard Question(RelationshipId id, string name) => Card.Of(
        GoneQuietText.Title.With(name),
        [Card.Text(GoneQuietText.Asked.With(name))],
        Card.Press(GoneQuietText.FindATime, SchedulingActions.Find, (RelationshipActions.Relationship, id.Value)),
        Card.Press(GoneQuietText.RightAsItIs, SessionActions.RightAsItIs, (RelationshipActions.Relationship, id.Value)));

    /// <summary>Moot once they have something before them again, talked, or wished for a quiet time.</summary>
    private async Task<Mention?> Mention(string subject, Reader reader, CancellationToken cancellationToken)
    {
        var id = new RelationshipId(subject);
        if (await meetings.Find(id, cancellationToken) is not { } together || !Quietening.IsQuiet(together, clock.GetCurrentInstant()))
            return null;
        var name = await directory.NameOf(together.Pair.OtherThan(reader.Person), cancellationToken);
        return new(
            GoneQuietText.Line.With(name),
            Card.Press(GoneQuietText.Open, SessionActions.GoneQuiet, (RelationshipActions.Relationship, id.Value)),
            Question(id, name));
    }
}
