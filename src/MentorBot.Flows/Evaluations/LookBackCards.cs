using AdaptiveCards;
using MentorBot.Domain.Evaluations;
using MentorBot.Domain.Relationships;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Relationships;
using MentorBot.Flows.Turns;
using NodaTime;

namespace MentorBot.Flows.Evaluations;

/// <summary>What is said about looking back outside of its forms. Not a word of an answer.</summary>
public static class LookBackCards
{
    /// <summary>The button, for as long as what the two kept is there.</summary>
    public static AdaptiveAction Open(RelationshipId about) => Card.Open(EvaluationText.LookBack, EvaluationActions.Write, About(about));

    internal static AdaptiveAction Read => Card.Open(EvaluationText.ReadThem, EvaluationActions.Read);

    internal static AdaptiveCard Sent(RelationshipId about) => Card.Line(
        EvaluationText.Sent,
        Card.Open(EvaluationText.Change, EvaluationActions.Write, About(about)),
        Card.Press(EvaluationText.TakeItBack, EvaluationActions.TakeBack, About(about)));

    /// <param name="why">One sentence.</param>
    internal static AdaptiveCard Nothing(RelationshipId about, string why) => Card.Line(why, Open(about));

    internal static AdaptiveCard Shown() => Card.Line(EvaluationText.Shown, Read);

    public static AdaptiveCard NewAnswers(Released released, Reader reader) => Card.Of(
        EvaluationText.NewTitle, [Card.Text(EvaluationText.New.With(LastDay(released.EraseAt, reader)))], Read);

    internal static string LastDay(Instant eraseAt, Reader reader) => reader.Day(eraseAt - Duration.FromSeconds(1));

    internal static (string, string)[] About(RelationshipId about) => [(RelationshipActions.Relationship, about.Value)];
}
