using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Logging;

namespace MentorBot.Flows.Turns;

/// <summary>
/// The SDK's adapter with our error reply. (A subclass, since registering CloudAdapter itself leaves the container to choose
/// between its constructors, and it cannot.)
/// </summary>
public sealed class MentorBotAdapter : CloudAdapter
{
    public MentorBotAdapter(BotFrameworkAuthentication authentication, ErrorReply errors, ILogger<MentorBotAdapter> logger)
        : base(authentication, logger)
    {
        OnTurnError = async (context, problem) =>
        {
            Reader.Speak(Reader.CultureOf(context.Activity.Locale));
            var apology = Message.Of(errors.Explain(problem, ErrorPlace.Chat));
            try
            {
                await context.SendActivityAsync(apology);
            }
            catch (Exception unsent)
            {
                // Their chat is out of reach, which may be what went wrong before. An error for an answer would help nobody.
                errors.NoteUnsent(unsent);
            }
        };
    }
}
