using System.Globalization;
using MentorBot.Domain.Sessions;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Experiments;
using MentorBot.Flows.Questions;
using MentorBot.Flows.Relationships;
using MentorBot.Flows.Turns;

namespace MentorBot.Flows.Sessions;

/// <summary>What there is beside the buttons on the card for the conversation.</summary>
internal static class SessionForms
{
    public static Form More(Sight sight)
    {
        var (together, session) = (sight.Together, sight.Session);
        var ids = PhaseCards.Ids(together, session, sight.Seat);
        return new(SessionText.More, Card.Of(
            null,
            [Card.One(SessionActions.To, SessionText.AnotherPart, Enum.GetValues<Phase>().Select(phase => (phase.ToString(), PhaseCards.Name(phase))), session.Phase)],
            Card.Submit(SessionText.GoThere, SessionActions.GoThere, [.. ids, (SessionActions.Phase, session.Phase.ToString())]),
            Card.Submit(SessionText.JustPrompts, SessionActions.JustPrompts, ids),
            Card.Submit(SessionText.ThingsToTry, ExperimentActions.ListNext, (RelationshipActions.Relationship, together.Pair.Id.Value)),
            PhaseCards.HasQuestion(sight)
                ? Card.Submit(SessionText.TheirQuestion, QuestionActions.ReadNext, (RelationshipActions.Relationship, together.Pair.Id.Value))
                : null,
            Card.Submit(
                SessionText.WeMet,
                SessionActions.WeMetInForm,
                (RelationshipActions.Relationship, together.Pair.Id.Value),
                (SessionActions.Number, session.Number.ToString(CultureInfo.InvariantCulture))),
            Card.Submit(TurnText.Close, ActionIds.CloseForm)));
    }
}
