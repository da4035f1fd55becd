using AdaptiveCards.Writing;
using Newtonsoft.Json;

namespace AdaptiveCards;

public class AdaptiveToggleVisibilityAction : AdaptiveAction
{
    public const string TypeName = "Action.ToggleVisibility";

    public override string Type { get; set; } = TypeName;

    public List<AdaptiveTargetElement> TargetElements { get; set; } = [];

    internal override void WriteMembers(JsonWriter writer)
    {
        if (TargetElements is not null)
            writer.WriteArray("targetElements", TargetElements, static (writer, target) => target.WriteTo(writer));
        base.WriteMembers(writer);
    }
}
