using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace MentorBot.Adapters.Embedded;

/// <summary>
/// Language tags as people write them: language, perhaps script, perhaps region. The languages are listed here, so that
/// a file reads alike on every machine, whatever locale data the machine has.
/// </summary>
internal static partial class LanguageTag
{
    /// <summary>ISO 639-1, and below it languages and sign languages of workplaces that have three letters only.</summary>
    private static readonly FrozenSet<string> Known = """
        aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu
        fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km
        kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om
        or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr
        ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
        ase ast bfi bho ceb ckb cmn dgs dse fil fsl gsg gsw haw hsb ils ise kab kmr kok mai mni nds nso prs sat scn tzm vgt yue zgh
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The tag in its usual spelling ("PT-br" becomes "pt-BR"), or null when it names no known language.</summary>
    public static string? Normalize(string tag)
    {
        var match = Shape().Match(tag);
        var language = match.Groups["language"].Value.ToLowerInvariant();
        if (!match.Success || !Known.Contains(language))
            return null;

        var script = CultureInfo.InvariantCulture.TextInfo.ToTitleCase(match.Groups["script"].Value.ToLowerInvariant());
        var region = match.Groups["region"].Value.ToUpperInvariant();
        return string.Join('-', new[] { language, script, region }.Where(part => part.Length > 0));
    }

    [GeneratedRegex(@"^(?<language>[a-z]{2,3})(-(?<script>[a-z]{4}))?(-(?<region>[a-z]{2}|[0-9]{3}))?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
