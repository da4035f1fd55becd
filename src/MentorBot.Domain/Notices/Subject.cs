using System.Globalization;

namespace MentorBot.Domain.Notices;

/// <summary>The subject of a <see cref="Consequence"/> that is about more than one id. Stored, so how it is written never changes.</summary>
internal static class Subject
{
    /// <summary>No id holds it, not even a forged one: what a submission gives as an id has no spaces.</summary>
    private const char Separator = ' ';

    public static string Of(params ReadOnlySpan<string> parts) => string.Join(Separator, parts);

    public static string Of(string id, int number) => Of(id, number.ToString(CultureInfo.InvariantCulture));

    public static string[] Parts(string subject) => subject.Split(Separator);

    /// <summary>An id and the number beside it; 0 where there is none.</summary>
    public static (string Id, int Number) Numbered(string subject) =>
        Parts(subject) is [var id, var number] ? (id, int.Parse(number, CultureInfo.InvariantCulture)) : (subject, 0);
}
