using NodaTime;

namespace MentorBot.Domain.Profiles;

/// <summary>What the bot needs to know to talk with somebody. Nothing in it says what they talk about.</summary>
/// <param name="Reach">Null when they took the bot away or blocked it; then nothing is sent until they are back.</param>
/// <param name="Locale">The language of their client, such as "en-GB".</param>
/// <param name="Zone">The zone their client reported; null where it never did.</param>
/// <param name="Welcomed">Whether the first-contact card was shown.</param>
/// <param name="OpenDialog">Which conversation of several steps is open; null for none, so that its state need not be read.</param>
/// <param name="Misunderstood">Whether the last thing they typed was not understood.</param>
/// <param name="IsSilent">They want to hear nothing at all until they write; whatever they do in the chat ends it.</param>
public sealed record Profile(
    PersonId Person,
    Reach? Reach,
    string Locale,
    DateTimeZone? Zone,
    bool Welcomed,
    string? OpenDialog,
    bool Misunderstood,
    bool IsSilent = false)
{
    public static Profile Of(PersonId person) => new(person, null, "en", null, false, null, false);
}
