using MentorBot.Flows.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace MentorBot.Flows.Notes;

/// <summary>Notes of a conversation, for both or for oneself. Who: the two of a relationship. When: during it, and after. Shows: forms only.</summary>
public static class Notes
{
    public static IServiceCollection AddNotes(this IServiceCollection services) => services.AddSingleton<IFlow, NoteHandler>();
}
