using System.Globalization;
using System.Text;

namespace MentorBot.Storage.Sealing;

/// <summary>Several texts as one: each with its length before it, so that any text may stand in any place; "-" where there is none. It begins with a sign of its own, so that no texts at all are something to seal as well.</summary>
internal static class SeveralTexts
{
    private const char First = '+';
    private const char None = '-';
    private const char AfterLength = ':';

    public static string Join(IEnumerable<string?> texts)
    {
        var joined = new StringBuilder().Append(First);
        foreach (var text in texts)
        {
            if (text is null)
                joined.Append(None);
            else
                joined.Append(CultureInfo.InvariantCulture, $"{text.Length}{AfterLength}{text}");
        }

        return joined.ToString();
    }

    public static IEnumerable<string?> Split(string joined)
    {
        for (var at = 1; at < joined.Length;)
        {
            if (joined[at] == None)
            {
                at++;
                yield return null;
                continue;
            }

            var text = joined.IndexOf(AfterLength, at) + 1;
            var length = int.Parse(joined.AsSpan(at, text - 1 - at), NumberStyles.None, CultureInfo.InvariantCulture);
            yield return joined.Substring(text, length);
            at = text + length;
        }
    }
}
