using MentorBot.Flows.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace MentorBot.Flows.Relationships;

/// <summary>
/// Two people who both said yes. Who: the two. When: from the yes until one of them stops, or the mentor hands over.
/// Shows: that both said yes, what the one who asked had written, how to make it lighter, and how it ended.
/// </summary>
public static class Relationships
{
    public static IServiceCollection AddRelationships(this IServiceCollection services) => services
        .AddSingleton<OpenedOrOpening>()
        .AddSingleton<RelationshipCards>()
        .AddSingleton<RelationshipForms>()
        .AddSingleton<IFlow, RelationshipHandler>();
}
