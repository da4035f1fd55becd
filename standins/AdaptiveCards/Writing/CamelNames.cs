namespace AdaptiveCards.Writing;

/// <summary>An enum's members as the schema spells them, by value.</summary>
internal static class CamelNames<TEnum>
    where TEnum : struct, Enum
{
    private static readonly string[] ByValue = [.. Enum.GetNames<TEnum>().Select(name => char.ToLowerInvariant(name[0]) + name[1..])];

    public static string Of(TEnum value) => ByValue[(int)(object)value];
}
