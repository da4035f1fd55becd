using System.Globalization;
using MentorBot.Domain;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Sessions;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Relationships;
using MentorBot.Storage.Rows;
using NodaTime;
using NodaTime.Text;

namespace MentorBot.Storage.Sessions;

/// <summary>
/// How many conversations were held: beside the list of those who go on, the rows "held-{month}-{relationship}" with their numbers.
/// Nobody is named in them; they stay when a relationship is erased, and go with their month. "held-{month}" is what was told of it first.
/// </summary>
public sealed class HeldRows(IRowStore store, Decisions decisions, BesidePair pairs, IDirectory directory, MentoringProgramme programme, IClock clock) : IHeldConversations
{
    private const string Prefix = "held-";

    private static readonly YearMonthPattern Pattern = YearMonthPattern.Iso;

    private readonly Partition partition = PartitionOf.Going(programme.Tenant);

    public async Task<HeldInMonth> LastMonth(CancellationToken cancellationToken)
    {
        var month = (await ThisMonth(cancellationToken)).PlusMonths(-1);
        return new(month, await decisions.Run(
            partition,
            async token => await store.Get(partition, ToldOf(month), token) is { } row ? (row, []) : (Told: (Row?)null, Held: await store.Prefix(partition, PrefixOf(Text(month)), token)),
            async (read, token) =>
            {
                if (read.Told is { } before)
                    return Plan.Nothing(before.Properties.ContainsKey("number") ? before.Number("number") : (int?)null);
                int? number = await IsEnough(read.Held, token) ? read.Held.Sum(row => row.Several("numbers").Length) : null;
                return read.Held.Count == 0 ? Plan.Nothing(number) : Plan.Of(number, new Write.Insert(ToldOf(month), number is { } told ? new PropertyBag { { "number", told } }.Properties : new PropertyBag().Properties));
            },
            cancellationToken));
    }

    internal async Task<YearMonth> ThisMonth(CancellationToken cancellationToken) =>
        clock.GetCurrentInstant().InZone(await Zone(cancellationToken)).Date.ToYearMonth();

    /// <summary>From when on a month is shown no more.</summary>
    internal async Task<Instant> OverAt(YearMonth month, CancellationToken cancellationToken) =>
        (await Zone(cancellationToken)).AtStartOfDay(month.PlusMonths(2).OnDayOfMonth(1)).ToInstant();

    internal static string Text(YearMonth month) => Pattern.Format(month);

    /// <summary>What there is of that month begins so.</summary>
    internal static string All(string month) => Prefix + month;

    internal static string PrefixOf(string month) => $"{Prefix}{month}-";

    /// <summary>What was told first stands: nobody sees by it that something was erased since.</summary>
    internal static string ToldOf(YearMonth month) => Prefix + Text(month);

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
