using System.Globalization;
using MentorBot.Domain.Scheduling;
using NodaTime;

namespace MentorBot.Storage.Requests;

/// <summary>A time for two people as text: ticks since 1970 and minutes, "17727444000000000;60".</summary>
internal static class TimeText
{
    public static string Write(MeetingTime time) => string.Create(CultureInfo.InvariantCulture, $"{time.Start.ToUnixTimeTicks()};{time.Minutes}");

    public static string? WriteIfAny(MeetingTime? time) => time is { } one ? Write(one) : null;

    public static MeetingTime? ReadIfAny(string? text) => text is null ? null : Read(text);

    public static MeetingTime Read(string text)
    {
        var parts = text.Split(';');
        return new(Instant.FromUnixTimeTicks(long.Parse(parts[0], CultureInfo.InvariantCulture)), int.Parse(parts[1], CultureInfo.InvariantCulture));
    }
}
