namespace Microsoft.Bot.Schema;

public static class InputHints
{
    public const string AcceptingInput = "acceptingInput";
}
