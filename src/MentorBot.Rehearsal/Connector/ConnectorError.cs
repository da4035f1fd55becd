using Newtonsoft.Json.Linq;

namespace MentorBot.Rehearsal;

/// <summary>What the connector says instead of doing it, in Teams' words.</summary>
internal sealed record ConnectorError(int Status, string Code, string Message, string? SubCode = null)
{
    public static readonly ConnectorError NoConversation = new(404, "ConversationNotFound", "Conversation not found.");
    public static readonly ConnectorError NoActivity = new(404, "ActivityNotFoundInConversation", "The activity is not in the conversation.");
    public static readonly ConnectorError NoMember = new(404, "MemberNotFoundInConversation", "The member is not in the conversation.");
    public static readonly ConnectorError NotInstalled = new(403, "BotNotInConversationRoster", "Bot is not installed in user's personal scope.");
    public static readonly ConnectorError Blocked = new(403, "ConversationBlockedByUser", "The user blocked the conversation with the bot.", "MessageWritesBlocked");
    public static readonly ConnectorError NotRegistered = new(401, "BotNotRegistered", "No registration found for this bot.");
    public static readonly ConnectorError TooBig = new(413, "MessageSizeTooBig", "Message size too large.");
    public static readonly ConnectorError NoGroups = new(400, "BadSyntax", "Creating a group conversation is not supported.");
    public static readonly ConnectorError CannotDelete = new(501, "NotImplemented", "Not implemented.");

    public static ConnectorError Bad(string why) => new(400, "BadArgument", why);

    public JObject Body
    {
        get
        {
            var error = new JObject { ["code"] = Code, ["message"] = Message };
            if (SubCode is not null)
                error["subCode"] = SubCode;
            return new JObject { ["error"] = error };
        }
    }
}
