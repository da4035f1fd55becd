namespace Microsoft.Bot.Schema;

public static class AttachmentLayoutTypes
{
    public const string List = "list";
}
