using AdaptiveCards.Writing;
using Newtonsoft.Json;

namespace AdaptiveCards;

public class AdaptiveOpenUrlAction : AdaptiveAction
{
    public const string TypeName = "Action.OpenUrl";

    public override string Type { get; set; } = TypeName;

    public Uri Url { get; set; }

    internal override void WriteMembers(JsonWriter writer)
    {
        writer.WriteText("url", Url?.OriginalString);
        base.WriteMembers(writer);
    }
}
