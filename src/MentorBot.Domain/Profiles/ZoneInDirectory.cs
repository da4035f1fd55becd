using MentorBot.Domain.Directory;
using NodaTime;

namespace MentorBot.Domain.Profiles;

public static class ZoneInDirectory
{
    /// <summary>The zone in which somebody's days are counted: what their client reported; else what the directory has; else UTC.</summary>
    /// <param name="profile">Theirs; null when there is none.</param>
    public static async Task<DateTimeZone> ZoneOf(this IDirectory directory, PersonId person, Profile? profile, CancellationToken cancellationToken) =>
        profile?.Zone ?? (await directory.Find(person, cancellationToken))?.Zone ?? DateTimeZone.Utc;
}
