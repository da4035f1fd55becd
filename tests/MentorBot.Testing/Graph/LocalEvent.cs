using System.Text.Json.Nodes;
using NodaTime;

namespace MentorBot.Testing.Graph;

/// <summary>Something in a mailbox of <see cref="LocalGraph"/>.</summary>
/// <param name="Id">With characters that have a meaning in addresses, as real ones have.</param>
/// <param name="Content">As it would be answered.</param>
public sealed record LocalEvent(string Id, Instant Start, Instant End, JsonObject Content)
{
    public string? Subject => (string?)Content["subject"];

    public string? Body => (string?)Content["body"]?["content"];

    public string ShowAs => (string?)Content["showAs"] ?? "busy";

    public string? TransactionId => (string?)Content["transactionId"];

    public bool IsOnlineMeeting => (bool?)Content["isOnlineMeeting"] == true;

    public string? JoinUrl => (string?)Content["onlineMeeting"]?["joinUrl"];

    /// <summary>Somebody's own, from elsewhere, with words that are nobody else's business.</summary>
    public static LocalEvent Own(Instant start, Instant end, string showAs = "busy", string subject = "Something of their own") =>
        new("", start, end, new() { ["subject"] = subject, ["showAs"] = showAs, ["location"] = new JsonObject { ["displayName"] = "A place of their own" } });
}
