namespace MentorBot.Domain.Profiles;

/// <summary>How the channel is asked to bring a message to a person: the parts of a conversation reference that name nobody.</summary>
/// <param name="ServiceUrl">Where this person's channel takes messages.</param>
/// <param name="User">The person's id in the channel, good for this bot alone.</param>
/// <param name="Bot">The bot's id in the channel.</param>
public sealed record Reach(string ServiceUrl, string Channel, string Conversation, string User, string Bot);
