using MentorBot.Domain.Profiles;
using MentorBot.Domain.Programme;
using Microsoft.Bot.Schema;

namespace MentorBot.Flows.Turns;

/// <summary>
/// What is typed in the chat. A known word goes to the flow that listens for it, anything else to the conversation that is
/// open; what nobody understands is answered kindly, never repeated and never kept.
/// </summary>
public sealed class TypedText(Routes routes, MentoringProgramme programme, Conversations conversations, IProfiles profiles, Misunderstandings misunderstandings)
{
    public async Task<Answer> Answer(Turn turn, IMessageActivity message, CancellationToken cancellationToken)
    {
        var text = message.Text ?? "";
        var word = WordFinder.Find(text, routes.Words.Where(one => !one.ForCoordinators || programme.IsLookedAfterBy(turn.Actor.Person)));
        if (!turn.Profile.Welcomed)
        {
            await profiles.Welcome(turn.Actor.Person, cancellationToken);
            if (word is null || word.IsGreeting)
                return new Answer.Posts();
        }

        if (word is null)
        {
            return await conversations.Continue(turn, cancellationToken) is { } continued
                ? continued
                : await misunderstandings.Answer(turn, hasFile: text.Length == 0 && message.Attachments is { Count: > 0 }, cancellationToken);
        }

        if (turn.Profile.Misunderstood)
            await profiles.Change(turn.Actor.Person, profile => profile with { Misunderstood = false }, cancellationToken);
        await conversations.End(turn, cancellationToken);
        return await word.Handle(turn, cancellationToken);
    }
}
