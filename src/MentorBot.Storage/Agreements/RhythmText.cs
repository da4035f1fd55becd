using MentorBot.Domain.Agreements;
using MentorBot.Domain.Wishes;
using MentorBot.Storage.Rows;

namespace MentorBot.Storage.Agreements;

/// <summary>What is ticked, as properties of a row; what is left open is left out.</summary>
internal static class RhythmText
{
    public static void AddTo(PropertyBag row, Rhythm rhythm)
    {
        row.Add("howOften", rhythm.HowOften?.ToString());
        row.Add("where", rhythm.Where?.ToString());
        if (rhythm.Minutes is { } minutes)
            row.Add("minutes", minutes);
        if (rhythm.LookAgainAfter is { } conversations)
            row.Add("lookAgainAfter", conversations);
    }

    public static Rhythm In(Row row) => new(
        row.TextIfAny("howOften") is { } howOften ? Enum.Parse<HowOften>(howOften) : null,
        NumberIfAny(row, "minutes"),
        row.TextIfAny("where") is { } where ? Enum.Parse<WayOfMeeting>(where) : null,
        NumberIfAny(row, "lookAgainAfter"));

    private static int? NumberIfAny(Row row, string name) => row.Properties.ContainsKey(name) ? row.Number(name) : null;
}
