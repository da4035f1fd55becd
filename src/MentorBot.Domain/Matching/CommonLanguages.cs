using System.Collections.Immutable;
using MentorBot.Domain.Requests;

namespace MentorBot.Domain.Matching;

/// <summary>
/// The languages in which two people like to talk with one another: those that each named for this, else those in the directory.
/// Tags of one language are common whatever their region: who speaks pt-BR and who speaks pt-PT understand one another.
/// </summary>
public static class CommonLanguages
{
    public static bool Any(Pairing pairing)
    {
        var theirs = Of(pairing.Mentor, pairing.Asked).AsSpan();
        return HaveOne(OfForm(pairing), theirs) || (IsWidened(pairing) && HaveOne(pairing.Asking.Person.Languages.AsSpan(), theirs));
    }

    /// <summary>The first that both like beside this one; null where there is none. The tag, or only its language where the regions differ.</summary>
    public static string? Beside(string language, Pairing pairing)
    {
        var theirs = Of(pairing.Mentor, pairing.Asked);
        var ours = IsWidened(pairing) ? [.. OfForm(pairing), .. pairing.Asking.Person.Languages] : OfForm(pairing).ToArray();
        foreach (var mine in ours)
        {
            if (IsSame(mine, language) || !HaveOne([mine], theirs.AsSpan()))
                continue;
            return theirs.Contains(mine, StringComparer.OrdinalIgnoreCase) ? mine : Primary(mine).ToString();
        }

        return null;
    }

    private static ReadOnlySpan<string> OfForm(Pairing pairing) =>
        pairing.Request.Form.Languages is { IsEmpty: false } named ? named.AsSpan() : pairing.Asking.Person.Languages.AsSpan();

    private static bool IsWidened(Pairing pairing) => pairing.Request.Form.Widened.Contains(Widening.AnotherLanguage);

    private static ImmutableArray<string> Of(Mentor mentor, Colleague? asked) =>
        mentor.Offers is { Languages: { IsEmpty: false } offered } ? offered : asked?.Person.Languages ?? [];

    private static bool HaveOne(ReadOnlySpan<string> ours, ReadOnlySpan<string> theirs)
    {
        foreach (var mine in ours)
        {
            foreach (var one in theirs)
            {
                if (IsSame(mine, one))
                    return true;
            }
        }

        return false;
    }

    private static bool IsSame(string tag, string other) => Primary(tag).Equals(Primary(other), StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> Primary(string tag) => tag.IndexOf('-', StringComparison.Ordinal) is > 0 and var end ? tag.AsSpan(0, end) : tag;
}
