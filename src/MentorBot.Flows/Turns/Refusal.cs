using System.Globalization;
using System.Net;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NodaTime;

namespace MentorBot.Flows.Turns;

/// <summary>What Teams said instead of doing it.</summary>
/// <param name="Code">Its own word for it; null where it says none that is known.</param>
/// <param name="IsBlocked">The person wants nothing from the bot, whatever else is said.</param>
/// <param name="After">How long it wants to be left alone; null where it does not say.</param>
internal sealed record Refusal(HttpStatusCode? Status, string? Code, bool IsBlocked, Duration? After)
{
    public const string NoConversation = "ConversationNotFound";

    /// <summary>They blocked the bot, or took it away. Whatever else is forbidden is not about one person's chat, and nobody is written off for it.</summary>
    private static readonly string[] OfThePerson = ["ConversationBlockedByUser", "BotNotInConversationRoster"];

    /// <summary>Our token or our registration, or something on the way, rather than the person.</summary>
    public bool IsForTheOperator => Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden && !IsBlocked && !OfThePerson.Contains(Code);

    public static Refusal Of(ErrorResponseException refused, IClock clock) =>
        new(refused.Response?.StatusCode, refused.Body?.Error?.Code, SubCodeOf(refused) == "MessageWritesBlocked", AfterOf(refused, clock));

    /// <summary>The SDK does not read it.</summary>
    private static string? SubCodeOf(ErrorResponseException refused)
    {
        try
        {
            return JToken.Parse(refused.Response?.Content ?? "").SelectToken("error.subCode") is JValue { Value: string code } ? code : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Duration? AfterOf(ErrorResponseException refused, IClock clock)
    {
        if (refused.Response is not { } response || !response.Headers.TryGetValue("Retry-After", out var values) || values.FirstOrDefault() is not { } value)
            return null;
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return Duration.FromSeconds(seconds);
        return DateTimeOffset.TryParseExact(value, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var until)
            ? Duration.Max(Duration.Zero, Instant.FromDateTimeOffset(until) - clock.GetCurrentInstant())
            : null;
    }
}
