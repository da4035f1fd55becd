using System.Globalization;
using MentorBot.Domain.Notices;
using NodaTime;

namespace MentorBot.Domain.Pulses;

/// <summary>Somebody would like to be spoken to. Nothing in it says why, nor where they asked.</summary>
/// <param name="By">By when they were told that somebody gets in touch.</param>
public sealed record WordWanted(PersonId Person, WordThrough Through, Instant By)
{
    /// <summary>Working days until somebody gets in touch, in the zone of the person asking.</summary>
    public const int WorkingDays = 3;

    /// <summary>The subject of a <see cref="PulseNotices.Word"/>: there is nothing else to look up.</summary>
    public string Subject => Notices.Subject.Of(Person.Value, Through.ToString(), By.ToUnixTimeTicks().ToString(CultureInfo.InvariantCulture));

    /// <summary>What <see cref="Subject"/> gave.</summary>
    public static WordWanted In(string subject)
    {
        var parts = Notices.Subject.Parts(subject);
        return new(new(parts[0]), Enum.Parse<WordThrough>(parts[1]), Instant.FromUnixTimeTicks(long.Parse(parts[2], CultureInfo.InvariantCulture)));
    }
}
