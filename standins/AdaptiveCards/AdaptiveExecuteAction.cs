using AdaptiveCards.Writing;
using Newtonsoft.Json;

namespace AdaptiveCards;

public class AdaptiveExecuteAction : AdaptiveAction
{
    public const string TypeName = "Action.Execute";

    public override string Type { get; set; } = TypeName;

    public object Data { get; set; }

    /// <summary>Written even when empty.</summary>
    public string Verb { get; set; } = "";

    internal override void WriteMembers(JsonWriter writer)
    {
        if (Data is not null)
            writer.WriteAny("data", Data);
        writer.WriteText("verb", Verb);
        base.WriteMembers(writer);
    }
}
