using System.Globalization;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Relationships;
using NodaTime;

namespace MentorBot.Domain.Experiments;

/// <summary>The kinds of <see cref="Consequence"/> that come of things to try. Stored, so never renamed.</summary>
public static class ExperimentNotices
{
    /// <summary>To the author, later: the reminder that they asked for. Subject: relationship, id, and the author where it is theirs alone. Occasion: for when it was asked.</summary>
    public const string Reminder = "experiments.reminder";

    public static string Occasion(Instant at) => at.ToUnixTimeTicks().ToString(CultureInfo.InvariantCulture);

    public static string About(ExperimentAddress address) =>
        address.Alone is { } alone ? Subject.Of(address.In.Value, address.Id.Value, alone.Value) : Subject.Of(address.In.Value, address.Id.Value);

    public static ExperimentAddress In(string subject)
    {
        var parts = Subject.Parts(subject);
        return new(new RelationshipId(parts[0]), parts.Length > 2 ? new PersonId(parts[2]) : null, new(parts[1]));
    }
}
