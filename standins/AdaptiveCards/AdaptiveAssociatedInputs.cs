namespace AdaptiveCards;

public enum AdaptiveAssociatedInputs
{
    Auto,
    None,
}
