using System.Text.RegularExpressions;

namespace MentorBot.Flows.Tests.Cards;

/// <summary>Words and code fit each other: nothing unused, no place without its value.</summary>
public sealed partial class WordResourceTests
{
    /// <summary>Filled in where the code no longer says their names: chosen first, then filled.</summary>
    private static readonly Dictionary<string, int> FilledElsewhere = new(StringComparer.Ordinal)
    {
        ["OfferText.WelcomeSeveral"] = 1,
        ["OfferText.BackSeveral"] = 1,
        ["OfferText.StandingOpenSeveral"] = 1,
        ["OfferText.Review"] = 2,
        ["OfferText.ReviewAgain"] = 2,
        ["SchedulingText.None"] = 1,
        ["SchedulingText.NoneShort"] = 1,
        ["SchedulingText.NoneBeyond"] = 1,
        ["SchedulingText.NoneFurther"] = 1,
        ["TurnText.Error"] = 2,
        ["TurnText.ErrorInForm"] = 2,
    };

    public static TheoryData<string> Names => [.. WordResources.All.Select(word => word.ToString())];

    [Fact]
    public void A_name_stands_once() => Assert.Distinct(WordResources.All.Select(word => word.ToString()));

    [Theory]
    [MemberData(nameof(Names))]
    public void Words_are_used(string name) => Assert.Matches($@"\b{Regex.Escape(name)}\b", WordResources.Code);

    [Theory]
    [MemberData(nameof(Names))]
    public void Words_get_as_many_values_as_they_have_places(string name)
    {
        var places = Place().Matches(WordResources.All.Single(word => word.ToString() == name).Value).Select(place => place.Groups[1].ValueSpan[0] - '0').Distinct().Order().ToList();
        var fillings = Fillings(name).ToList();

        Assert.Equal(Enumerable.Range(0, places.Count), places);
        if (FilledElsewhere.TryGetValue(name, out var elsewhere))
            Assert.Equal(elsewhere, places.Count);
        else if (places.Count > 0)
            Assert.NotEmpty(fillings);
        Assert.All(fillings, filling => Assert.Equal(places.Count, filling));
    }

    /// <summary>How many values each use of these words fills in.</summary>
    private static IEnumerable<int> Fillings(string name)
    {
        foreach (Match use in Regex.Matches(WordResources.Code, $@"\b{Regex.Escape(name)}\.With\("))
            yield return Arguments(WordResources.Code.AsSpan(use.Index + use.Length));
    }

    private static int Arguments(ReadOnlySpan<char> from)
    {
        var count = 1;
        var depth = 0;
        foreach (var character in from)
        {
            if (character is '(' or '[')
                depth++;
            else if (character is ')' or ']' && depth-- == 0)
                return count;
            else if (character == ',' && depth == 0)
                count++;
        }

        throw new FormatException("A call does not end.");
    }

    [GeneratedRegex(@"\{(\d)\}")]
    private static partial Regex Place();
}
