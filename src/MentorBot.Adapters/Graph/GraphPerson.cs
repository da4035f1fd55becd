using System.Collections.Immutable;
using MentorBot.Adapters.Embedded;
using MentorBot.Domain;
using Microsoft.Graph.Models;
using NodaTime;
using Person = MentorBot.Domain.Directory.Person;
using WorkingHours = MentorBot.Domain.Directory.WorkingHours;

namespace MentorBot.Adapters.Graph;

/// <summary>Makes a person of what the directory and the mailbox say about them.</summary>
internal static class GraphPerson
{
    /// <summary>What is asked for, and nothing else.</summary>
    public static readonly string[] Fields =
        ["id", "displayName", "mail", "userPrincipalName", "jobTitle", "department", "preferredLanguage", "accountEnabled", "userType"];

    /// <summary>For who has no mailbox, or one that may not be looked at.</summary>
    public static readonly WorkingHours UsualHours = new(new LocalTime(9, 0), new LocalTime(17, 0));

    private const string UsualLanguage = "en";

    /// <summary>Who works here: neither a guest nor somebody whose account is closed.</summary>
    public static bool IsHere(User? user) =>
        user is { Id.Length: > 0, AccountEnabled: not false } && !string.Equals(user.UserType, "Guest", StringComparison.OrdinalIgnoreCase);

    public static string MailOf(User user) => user.Mail is { Length: > 0 } mail ? mail : user.UserPrincipalName ?? "";

    public static Person Of(User user, PersonId? manager, MailboxSettings? mailbox) => new(
        new(user.Id!),
        user.DisplayName is { Length: > 0 } name ? name : user.Id!,
        MailOf(user),
        user.JobTitle ?? "",
        user.Department ?? "",
        manager,
        [],
        ZoneOf(mailbox) ?? DateTimeZone.Utc,
        HoursOf(mailbox?.WorkingHours) ?? UsualHours,
        LanguagesOf(user, mailbox));

    /// <summary>The mailbox's own zone; where that is one made by hand, that of its working hours says how far it is from UTC.</summary>
    public static DateTimeZone? ZoneOf(MailboxSettings? mailbox) => GraphZone.ByName(mailbox?.TimeZone) ?? GraphZone.Of(mailbox?.WorkingHours?.TimeZone);

    /// <summary>Null where there are none.</summary>
    public static WorkingHours? HoursOf(Microsoft.Graph.Models.WorkingHours? hours) =>
        hours is { StartTime: { } start, EndTime: { } end } && TimeOf(start) is var from && TimeOf(end) is var until && from != until ? new(from, until) : null;

    /// <summary>That of their mailbox first: it is the one they set themselves.</summary>
    private static ImmutableArray<string> LanguagesOf(User user, MailboxSettings? mailbox)
    {
        var known = new[] { mailbox?.Language?.Locale, user.PreferredLanguage }.Select(tag => LanguageTag.Normalize(tag ?? "")).OfType<string>().Distinct(StringComparer.Ordinal);
        return [.. known.DefaultIfEmpty(UsualLanguage)];
    }

    private static LocalTime TimeOf(Microsoft.Kiota.Abstractions.Time time) => new(time.Hour, time.Minute, time.Second);
}
