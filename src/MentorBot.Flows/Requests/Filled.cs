using MentorBot.Domain.Requests;
using MentorBot.Flows.Cards;

namespace MentorBot.Flows.Requests;

/// <summary>What is in the form of somebody who asks: the answers, and the people in it as the form shows them.</summary>
/// <param name="Wrong">What has to be put right before it can be taken; null when nothing has, beside what the people may bring.</param>
public sealed record Filled(RequestForm Form, Picked Wished, Picked Never, string? Wrong = null)
{
    public bool HasWrongPeople => Wished.Wrong is not null || Never.Wrong is not null;

    public bool CanBeTaken => Wrong is null && !HasWrongPeople;
}
