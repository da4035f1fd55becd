using AdaptiveCards;
using MentorBot.Domain.Requests;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Relationships;
using MentorBot.Flows.Turns;

namespace MentorBot.Flows.Matching;

/// <summary>What whoever is asked may know before they answer: one line, if there is one, and what was ticked.</summary>
internal static class MatchingForms
{
    public static Form More(Request request, string name, IEnumerable<AdaptiveAction> answers)
    {
        var line = FormText.Show(request.Form.Line);
        return new(MatchingText.MoreTitle, Card.Of(
            null,
            [
                Card.Text(MatchingText.Line.With(name)),
                line is null ? Card.Text(MatchingText.NoLine) : Card.Written(line),
                .. request.Invited is null
                    ? AskedLines.Of(request.Form)
                    : AskedLines.OfInvitation(request.Form),
                request.Invited is null ? Card.Text(MatchingText.WroteInFull.With(name)) : null,
            ],
            answers));
    }
}
