using Newtonsoft.Json.Linq;
using NodaTime;

namespace MentorBot.Rehearsal;

/// <summary>One entry of a chat as it stands now, updates applied.</summary>
/// <param name="Id">The activity's id, which the bot updates and deletes by.</param>
/// <param name="Speaker">The bot, or the person.</param>
/// <param name="Text">A plain message; null for a card.</param>
/// <param name="Card">An Adaptive Card; null for a plain message.</param>
/// <param name="Summary">What a notification shows of it; null when the bot gave none.</param>
/// <param name="Revision">How often it was replaced, by an update or in answer to its own press.</param>
/// <param name="IsPosted">Whether it was posted into the chat, which Teams announces; an answer to a press is not.</param>
public sealed record ChatEntry(string Id, string Speaker, bool IsFromBot, Instant At, string? Text, JObject? Card, string? Summary = null, int Revision = 0, bool IsDeleted = false, bool IsPosted = false);
