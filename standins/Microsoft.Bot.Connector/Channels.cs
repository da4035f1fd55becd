namespace Microsoft.Bot.Connector;

public static class Channels
{
    public const string Emulator = "emulator";
    public const string Msteams = "msteams";
}
