using AdaptiveCards.Writing;
using Newtonsoft.Json;

namespace AdaptiveCards;

public class AdaptiveSubmitAction : AdaptiveAction
{
    public const string TypeName = "Action.Submit";

    public override string Type { get; set; } = TypeName;

    public object Data { get; set; }

    public string DataJson
    {
        get => Data is null ? null : JsonConvert.SerializeObject(Data, Formatting.Indented);
        set => Data = value is null ? null : JsonConvert.DeserializeObject(value);
    }

    public AdaptiveAssociatedInputs AssociatedInputs { get; set; }

    internal override void WriteMembers(JsonWriter writer)
    {
        if (Data is not null)
            writer.WriteAny("data", Data);
        writer.WriteUnlessDefault("associatedInputs", AssociatedInputs);
        base.WriteMembers(writer);
    }
}
