namespace AdaptiveCards;

/// <summary>An element that the library has no class for: its type is set, its properties are the additional ones.</summary>
public class AdaptiveUnknownElement : AdaptiveElement
{
    public override string Type { get; set; }
}
