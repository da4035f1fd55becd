using System.Collections.Immutable;

namespace MentorBot.Flows.Pulses;

/// <summary>The groups that a check-in may ask beside everyone. None can be picked by hand: that could point to someone.</summary>
public sealed record StandingGroups(ImmutableArray<StandingGroup> All)
{
    public StandingGroup? Find(string? id) => All.FirstOrDefault(group => group.Id == id);
}
