namespace MentorBot.Domain.Keeping;

/// <summary>A text that one of the two put together.</summary>
/// <param name="Number">Among all texts about this conversation, from 1; never given again. A yes names the one it saw.</param>
public sealed record Written(int Number, Confidential Words);
