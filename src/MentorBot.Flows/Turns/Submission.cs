using System.Collections.Immutable;
using System.Globalization;
using MentorBot.Domain;
using MentorBot.Flows.Cards;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NodaTime;
using NodaTime.Text;

namespace MentorBot.Flows.Turns;

/// <summary>
/// What came with a press or a form: ids from the card, and what was typed or ticked. Anybody can send anything, so each
/// reading gives a value that can be used, or nothing. Teams sends every input as a string, lists joined by commas, and
/// leaves empty ones out.
/// </summary>
public sealed class Submission(JObject data)
{
    private static readonly long LatestMoment = Instant.FromUtc(2100, 1, 1, 0, 0).ToUnixTimeTicks();

    /// <summary>An id that a card carried; empty when it is missing or cannot be one: ids of things and of people are letters, digits and a few signs.</summary>
    public string Id(string name) => Raw(name) is { } id && IsId(id) ? id : "";

    /// <summary>Ids of people who were picked, each once; what can be none is left out.</summary>
    public ImmutableArray<PersonId> Ids(string name) => [.. Ticked(name).Where(IsId).Distinct(StringComparer.Ordinal).Select(id => new PersonId(id))];

    public TEnum? One<TEnum>(string name)
        where TEnum : struct, Enum => Named<TEnum>(Raw(name));

    /// <summary>What was ticked, in the order of the choices; what is no choice is left out.</summary>
    public ImmutableArray<TEnum> Several<TEnum>(string name)
        where TEnum : struct, Enum => [.. Ticked(name).Select(Named<TEnum>).OfType<TEnum>().Distinct().Order()];

    /// <inheritdoc cref="Several{TEnum}"/>
    public ImmutableArray<string> Several(string name, IEnumerable<string> choices)
    {
        var ticked = Ticked(name).ToHashSet(StringComparer.Ordinal);
        return [.. choices.Where(ticked.Contains)];
    }

    /// <summary>A number that a card carried, from 0 on.</summary>
    public int? Number(string name) => int.TryParse(Raw(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>An instant that a card carried, as its ticks; of this century.</summary>
    public Instant? Moment(string name) => MomentOf(Raw(name));

    /// <summary>Several of them, joined by dots; what is none is left out.</summary>
    public ImmutableArray<Instant> Moments(string name) => [.. (Raw(name)?.Split('.') ?? []).Select(MomentOf).OfType<Instant>()];

    public bool IsTicked(string name) => string.Equals(Raw(name), "true", StringComparison.OrdinalIgnoreCase);

    public LocalDate? Day(string name) => Raw(name) is { } text && LocalDatePattern.Iso.Parse(text) is { Success: true } day ? day.Value : null;

    /// <summary>What was written, confidential from here on.</summary>
    public Confidential? Words(string name) => FormText.Read(Raw(name));

    private static Instant? MomentOf(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks < LatestMoment ? Instant.FromUnixTimeTicks(ticks) : null;

    private static bool IsId(string id) => id.Length <= PersonId.Longest && id.All(IsInIds);

    private static bool IsInIds(char character) => char.IsAsciiLetterOrDigit(character) || character is '.' or '_' or '~' or '@' or '-';

    private static TEnum? Named<TEnum>(string? name)
        where TEnum : struct, Enum => Enum.TryParse<TEnum>(name, out var value) && Enum.GetName(value) == name ? value : null;

    private string[] Ticked(string name) => Raw(name)?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private string? Raw(string name) => data.TryGetValue(name, StringComparison.Ordinal, out var token)
        ? token switch
        {
            JValue { Type: JTokenType.String, Value: string text } => text,
            JValue { Type: JTokenType.Date } moment => moment.ToString(Formatting.None).Trim('"'), // A text that reads like one, which the SDK makes of it.
            JValue { Type: JTokenType.Boolean, Value: bool ticked } => ticked ? "true" : "false",
            _ => null,
        }
        : null;
}
