using MentorBot.Domain.Sessions;

namespace MentorBot.Domain.Keeping;

/// <summary>A line that somebody wrote about a conversation and that was not kept jointly.</summary>
/// <param name="From">In which phase it was noted; null for a text that was put together afterwards.</param>
public sealed record OwnLine(Phase? From, Confidential Words);
