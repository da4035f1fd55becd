namespace Microsoft.Bot.Schema;

public static class DeliveryModes
{
    public const string ExpectReplies = "expectReplies";
}
