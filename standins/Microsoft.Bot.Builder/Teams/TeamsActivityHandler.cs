namespace Microsoft.Bot.Builder.Teams;

/// <summary>A bot for Teams. Ours answers every invoke itself, so the methods for what only Teams sends are left out.</summary>
public class TeamsActivityHandler : ActivityHandler
{
}
