using MentorBot.Domain;

namespace MentorBot.Adapters.Graph;

internal static class GraphId
{
    /// <summary>Whether this can be an id there. What cannot (it came with a forged press) is not sent: it could name another route.</summary>
    public static bool IsOne(PersonId person) =>
        person.Value is { Length: > 0 and <= PersonId.Longest } id
        && char.IsAsciiLetterOrDigit(id[0])
        && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' or '_' or '@');
}
