using MentorBot.Domain.Requests;

namespace MentorBot.Domain.Matching.Cohorts;

/// <summary>Somebody who waits, and whom they could talk with by the optimum over all.</summary>
/// <param name="Thing">What a coordinator might like to know; null for nothing.</param>
public sealed record Placed(Request Request, Proposal Proposal, ThingToKnow? Thing);
