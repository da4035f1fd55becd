using AdaptiveCards.Writing;
using Newtonsoft.Json;

namespace AdaptiveCards;

public class AdaptiveExecuteAction : AdaptiveAction
{
    public const string TypeName = "Action.Execute";

    public override string Type { get; set; } = TypeName;

    public object Data { get; set; }

    public string DataJson
    {
        get => Data is null ? null : JsonConvert.SerializeObject(Data, Formatting.Indented);
        set => Data = value is null ? null : JsonConvert.DeserializeObject(value);
    }

    public AdaptiveAssociatedInputs AssociatedInputs { get; set; }

    /// <summary>Written even when empty.</summary>
    public string Verb { get; set; } = "";

    internal override void WriteMembers(JsonWriter writer)
    {
        if (Data is not null)
            writer.WriteAny("data", Data);
        writer.WriteUnlessDefault("associatedInputs", AssociatedInputs);
        writer.WriteText("verb", Verb);
        base.WriteMembers(writer);
    }
}
