using System.Globalization;
using System.Net;
using System.Text;
using Newtonsoft.Json;

namespace MentorBot.Rehearsal;

/// <summary>The ways in which a text comes to lie in a file, each as its bytes (a char a byte).</summary>
internal static class CanaryEncodings
{
    public static IEnumerable<(string Needle, string Encoding)> Of(string text)
    {
        yield return (AsBytes(Encoding.UTF8, text), "UTF-8");
        yield return (AsBytes(Encoding.Unicode, text), "UTF-16LE");
        yield return (AsBytes(Encoding.BigEndianUnicode, text), "UTF-16BE");
        foreach (var (tidied, how) in new[] { (text.ToLowerInvariant(), "lower case"), (text.ToUpperInvariant(), "upper case"), (CardWords.Squeeze(text), "single blanks") })
        {
            yield return (AsBytes(Encoding.UTF8, tidied), $"UTF-8 in {how}");
            yield return (AsBytes(Encoding.Unicode, tidied), $"UTF-16LE in {how}");
        }

        var escaped = JsonConvert.ToString(text)[1..^1];
        foreach (var json in new[] { escaped, JsonConvert.ToString(escaped)[1..^1], Escaped(text, "X4", alsoUnsafe: true), Escaped(text, "x4", alsoUnsafe: false), Escaped(text, "x4", alsoUnsafe: true) })
            yield return (AsBytes(Encoding.UTF8, json), "JSON-escaped");
        yield return (AllEscaped(text, "x4"), "JSON-escaped");
        yield return (AllEscaped(text, "X4"), "JSON-escaped");

        yield return (AsBytes(Encoding.UTF8, WebUtility.HtmlEncode(text)), "HTML");
        yield return (Uri.EscapeDataString(text), "percent-encoded");

        foreach (var encoding in new[] { Encoding.UTF8, Encoding.Unicode })
            for (var shift = 0; shift < 3; shift++)
            {
                var base64 = Base64(encoding.GetBytes(text), shift);
                yield return (base64, $"base64 of {encoding.WebName.ToUpperInvariant()}");
                yield return (base64.Replace('+', '-').Replace('/', '_'), $"base64url of {encoding.WebName.ToUpperInvariant()}");
            }
    }

    private static string AsBytes(Encoding encoding, string text) => Encoding.Latin1.GetString(encoding.GetBytes(text));

    /// <summary>The characters that depend on the text alone when it begins <paramref name="shift"/> bytes after a group of three.</summary>
    private static string Base64(byte[] bytes, int shift)
    {
        var encoded = Convert.ToBase64String([.. new byte[shift], .. bytes]);
        var first = ((shift * 8) + 5) / 6;
        var last = (shift + bytes.Length) * 8 / 6;
        return encoded[first..last];
    }

    private static string AllEscaped(string text, string format) => string.Concat(text.Select(each => @"\u" + ((int)each).ToString(format, CultureInfo.InvariantCulture)));

    private static string Escaped(string text, string format, bool alsoUnsafe)
    {
        var json = new StringBuilder();
        foreach (var each in text)
            json.Append(each switch
            {
                '\n' => @"\n",
                '\r' => @"\r",
                '\t' => @"\t",
                '\\' => @"\\",
                '"' when !alsoUnsafe => "\\\"",
                '"' or '\'' or '<' or '>' or '&' or '+' or '`' when alsoUnsafe => AllEscaped(each.ToString(), format),
                < ' ' or > '~' => AllEscaped(each.ToString(), format),
                _ => each.ToString(),
            });
        return json.ToString();
    }
}
