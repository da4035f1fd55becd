using System.Globalization;

namespace MentorBot.Flows.Cards;

public static class Filling
{
    /// <summary>The sentence with its places filled in, {0} first.</summary>
    public static string With(this string sentence, params ReadOnlySpan<object?> values) => string.Format(CultureInfo.CurrentCulture, sentence, values);
}
