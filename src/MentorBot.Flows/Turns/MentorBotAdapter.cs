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
        OnTurnError = (context, problem) =>
        {
            Reader.Speak(Reader.CultureOf(context.Activity.Locale));
            return context.SendActivityAsync(Message.Of(errors.Explain(problem, ErrorPlace.Chat)));
        };
    }
}
