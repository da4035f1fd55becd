using System.Globalization;
using System.Text.RegularExpressions;
using MentorBot.Domain;
using MentorBot.Domain.Offers;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Requests;
using MentorBot.Rehearsal;
using MentorBot.Storage.Rows;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json;

namespace MentorBot.EndToEnd.Crashes;

/// <summary>How things stand: rows, what is sealed in them, and everybody's chat. What differs from run to run is left out: ids, moments, keys.</summary>
internal sealed partial record Ending(string[] Rows, string[] Words, string[] Cards)
{
    private static readonly string[] Moments =
    [
        "until", "eraseAt", "remindAt", "by", "endsAt", "wordBy", "notBefore", "activity", "serviceUrl",
        "due", "searchAt", "releaseAt", "tellAt", "at", "since", "begun", "quietUntil", "start", "endedAt", "erasedAt", "timesUntil", "timesRemindAt", "booked", "suggested", "seats",
    ];

    public static async Task<Ending> Of(Town town, Journal journal)
    {
        var services = ((MortalBot)town.Bot).Services;
        var store = services.GetRequiredService<IRowStore>();
        var offers = services.GetRequiredService<IOffers>();
        var requests = services.GetRequiredService<IRequests>();
        var relationships = services.GetRequiredService<IRelationships>();
        var rows = new List<string>();
        var words = new List<string>();
        foreach (var partition in journal.Partitions)
        {
            await foreach (var row in store.Range(partition, "", "\uffff", CancellationToken.None))
            {
                // A claim that has run out is as good as none.
                if (row.Key.StartsWith("sending-", StringComparison.Ordinal) && row.Moment("until") <= town.Clock.GetCurrentInstant())
                    continue;

                // More than one pointer wakes for nothing once more.
                var plain = Plain($"{partition} {row.Key}: {string.Join(' ', row.Properties.OrderBy(each => each.Key, StringComparer.Ordinal).Select(Property))}");
                if (partition.Table != Table.Due || !rows.Contains(plain))
                    rows.Add(plain);
            }

            if (partition.Table != Table.People)
                continue;
            var person = new PersonId(PartitionOf.Home(partition));
            if (await offers.Find(person, CancellationToken.None) is { Form.About: { } about })
                words.Add($"{person} offers: {about.Reveal()}");
            words.AddRange((await requests.Of(person, CancellationToken.None)).Select(request => $"{person} asks: {request.Form.Words?.Reveal()} {request.Form.Line?.Reveal()}"));
            words.AddRange((await relationships.Of(person, CancellationToken.None)).Select(each => $"{person} with {each.OtherThan(person)}: {each.Asked.Words?.Reveal()}"));
        }

        var cards = town.Residents.SelectMany(person => person.Chat
            .Where(entry => entry.IsFromBot)
            .Select(entry => Plain($"{person.Name}: {entry.Text}{entry.Card?.ToString(Formatting.None)}{(entry.IsDeleted ? " (deleted)" : "")}")));
        return new([.. rows.Order(StringComparer.Ordinal)], [.. words.Order(StringComparer.Ordinal)], [.. cards.Order(StringComparer.Ordinal)]);
    }

    /// <summary>The cards that are here more often than there.</summary>
    public string[] MoreThan(Ending other)
    {
        var left = other.Cards.ToList();
        return [.. Cards.Where(card => !left.Remove(card))];
    }

    private static string Property(KeyValuePair<string, object> property) => (property.Key, property.Value) switch
    {
        var (name, _) when Moments.Contains(name) => name,
        (var name, byte[] bytes) => string.Create(CultureInfo.InvariantCulture, $"{name}=({bytes.Length} bytes)"),
        var (name, value) => string.Create(CultureInfo.InvariantCulture, $"{name}={value}"),
    };

    private static string Plain(string text) => Shard().Replace(Moment().Replace(Id().Replace(text, "(id)"), "(moment)"), "Due/(shard)");

    [GeneratedRegex("[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Id();

    /// <summary>It follows from the key of the partition, and so from ids.</summary>
    [GeneratedRegex("^Due/[0-9a-f]")]
    private static partial Regex Shard();

    /// <summary>Milliseconds in keys, ticks in lists.</summary>
    [GeneratedRegex(@"\b(\d{15}|\d{17})\b")]
    private static partial Regex Moment();
}
