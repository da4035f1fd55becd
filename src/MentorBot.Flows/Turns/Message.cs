using AdaptiveCards;
using MentorBot.Flows.Cards;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace MentorBot.Flows.Turns;

/// <summary>Messages as they go out: whatever they hold, the preview is the same sentence.</summary>
internal static class Message
{
    public static Activity Of(AdaptiveCard card) => Previewed(MessageFactory.Attachment(CardAttachment.From(card)));

    public static Activity Of(string sentence) => Previewed(MessageFactory.Text(sentence));

    private static Activity Previewed(IMessageActivity message)
    {
        message.Summary = TurnText.Preview;
        return (Activity)message;
    }
}
