using System.Collections.Immutable;
using System.Globalization;
using MentorBot.Domain.Bundles;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Rows;
using NodaTime;

namespace MentorBot.Storage.Bundles;

/// <summary>People: the row "bundle". Nothing in it is sealed, for nobody wrote a word of it.</summary>
internal sealed class BundleCodec : IRecordCodec<Bundle>
{
    public const string Key = "bundle";

    private const int Schema = 1;

    public ValueTask<IReadOnlyDictionary<string, object>> Encode(Partition partition, string key, Bundle bundle, CancellationToken cancellationToken) => ValueTask.FromResult(
        new PropertyBag
        {
            { "schema", Schema },
            { "choice", bundle.Choice },
            { "pausedUntil", bundle.PausedUntil },
            { "quietFrom", Minutes(bundle.QuietHours.From) },
            { "quietTo", Minutes(bundle.QuietHours.To) },
            { "waiting", bundle.Waiting.Select(Text) },
            { "last", bundle.Last },
            { "sent", bundle.Sent.Select(sent => string.Join('/', (IEnumerable<string>)[Text(sent.Number), Text(sent.At.ToUnixTimeTicks()), .. sent.Things.Select(Text)])) },
        }.Properties);

    public ValueTask<Bundle> Decode(Partition partition, Row row, CancellationToken cancellationToken) => ValueTask.FromResult(new Bundle(
        new(PartitionOf.Home(partition)),
        row.One<HowMuch>("choice"),
        row.MomentIfAny("pausedUntil"),
        new(Time(row.Number("quietFrom")), Time(row.Number("quietTo"))),
        [.. row.Several("waiting").Select(ThingIn)],
        row.Number("last"),
        [.. row.Several("sent").Select(SentIn)]));

    /// <summary>Its parts are written as in keys, so that no separator is in them.</summary>
    private static string Text(Thing thing) => string.Join(';', KeyText.Of(thing.Kind), KeyText.Of(thing.About), KeyText.Of(thing.Occasion));

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static Thing ThingIn(string text)
    {
        var parts = text.Split(';');
        return new(KeyText.Back(parts[0]), KeyText.Back(parts[1]), KeyText.Back(parts[2]));
    }

    private static SentBundle SentIn(string text)
    {
        var parts = text.Split('/');
        return new(
            int.Parse(parts[0], CultureInfo.InvariantCulture),
            Instant.FromUnixTimeTicks(long.Parse(parts[1], CultureInfo.InvariantCulture)),
            [.. parts[2..].Select(ThingIn)]);
    }

    private static int Minutes(LocalTime time) => (time.Hour * 60) + time.Minute;

    private static LocalTime Time(int minutes) => LocalTime.FromMinutesSinceMidnight(minutes);
}
