using System.Globalization;
using MentorBot.Domain;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Sessions;
using MentorBot.Storage.Relationships;
using MentorBot.Storage.Rows;
using NodaTime;
using NodaTime.Text;

namespace MentorBot.Storage.Sessions;

/// <summary>
/// How many conversations were held: beside the list of those who go on, the rows "held-{month}-{relationship}" with their numbers.
/// Nobody is named in them; they stay when a relationship is erased, so that no number moves by one of them, and go with their month.
/// </summary>
public sealed class HeldRows(IRowStore store, BesidePair pairs, IDirectory directory, MentoringProgramme programme, IClock clock) : IHeldConversations
{
    private const string Prefix = "held-";

    private static readonly YearMonthPattern Pattern = YearMonthPattern.Iso;

    private readonly Partition partition = PartitionOf.Going(programme.Tenant);

    public async Task<HeldInMonth> LastMonth(CancellationToken cancellationToken)
    {
        var month = (await ThisMonth(cancellationToken)).PlusMonths(-1);
        var rows = await store.Prefix(partition, PrefixOf(Text(month)), cancellationToken);
        return new(month, await IsEnough(rows, cancellationToken) ? rows.Sum(row => row.Several("numbers").Length) : null);
    }

    internal async Task<YearMonth> ThisMonth(CancellationToken cancellationToken) =>
        clock.GetCurrentInstant().InZone(await Zone(cancellationToken)).Date.ToYearMonth();

    /// <summary>From when on a month is shown no more.</summary>
    internal async Task<Instant> OverAt(YearMonth month, CancellationToken cancellationToken) =>
        (await Zone(cancellationToken)).AtStartOfDay(month.PlusMonths(2).OnDayOfMonth(1)).ToInstant();

    internal static string Text(YearMonth month) => Pattern.Format(month);

    internal static string PrefixOf(string month) => $"{Prefix}{month}-";

    internal static string KeyOf(YearMonth month, RelationshipId id) => PrefixOf(Text(month)) + KeyText.Of(id.Value);

    internal static bool Has(Row? row, int number) => row?.Several("numbers").Contains(number.ToString(CultureInfo.InvariantCulture)) == true;

    internal static IReadOnlyDictionary<string, object> Properties(Row? row, int number) =>
        new PropertyBag { { "numbers", [.. row?.Several("numbers") ?? [], number.ToString(CultureInfo.InvariantCulture)] } }.Properties;

    /// <summary>Asked of as few as it takes.</summary>
    private async Task<bool> IsEnough(List<Row> rows, CancellationToken cancellationToken)
    {
        var those = new List<Relationship>();
        foreach (var row in rows)
        {
            if (await pairs.Pair(new(KeyText.Back(row.Key[PrefixOf("0000-00").Length..])), cancellationToken) is not { } pair)
                continue;
            those.Add(pair);
            if (HeldInMonth.IsEnough(those))
                return true;
        }

        return false;
    }

    private async Task<DateTimeZone> Zone(CancellationToken cancellationToken) =>
        (await directory.Find(programme.Coordinators[0], cancellationToken))?.Zone ?? DateTimeZone.Utc;
}
