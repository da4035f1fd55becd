using MentorBot.Domain.Relationships;
using MentorBot.Storage.Rows;

namespace MentorBot.Storage.Relationships;

/// <summary>What one of the two keeps for themselves about a relationship: rows in their own partition, which go when the relationship is erased.</summary>
public static class OfOne
{
    /// <summary>What the keys of all such rows begin with.</summary>
    public static string Prefix(RelationshipId id) => $"with-{KeyText.Of(id.Value)}-";
}
