namespace Microsoft.Bot.Schema;

/// <summary>Types that stay between bot and adapter and never go to a channel.</summary>
public static class ActivityTypesEx
{
    public const string InvokeResponse = "invokeResponse";
}
