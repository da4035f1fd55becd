using MentorBot.Domain;
using MentorBot.Domain.Notices;
using MentorBot.Storage.Rows;

namespace MentorBot.Storage.Requests;

/// <summary>Matching: the rows "desk-{whom}", the day on which a coordinator was last told that somebody is waiting: once a day is enough.</summary>
internal static class DeskRows
{
    public const string Prefix = "desk-";

    public static string KeyOf(PersonId whom) => Prefix + KeyText.Of(whom.Value);

    public static Write Told(Consequence.Tell tell) => new Write.Upsert(
        KeyOf(tell.Whom), new PropertyBag { { "whom", tell.Whom.Value }, { "day", tell.Subject } }.Properties);

    public static bool IsOf(Row row, string day) => row.Text("day") == day;

    public static PersonId WhomOf(Row row) => new(row.Text("whom"));
}
