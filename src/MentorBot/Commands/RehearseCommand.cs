using MentorBot.Settings;

namespace MentorBot.Commands;

public static class RehearseCommand
{
    public static Task<int> Run(BotSettings settings, string? name) => Task.FromResult(0);
}
