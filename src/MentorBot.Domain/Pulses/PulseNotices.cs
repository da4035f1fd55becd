using MentorBot.Domain.Notices;
using MentorBot.Domain.Relationships;

namespace MentorBot.Domain.Pulses;

/// <summary>The kinds of <see cref="Consequence"/> that come of check-ins. Stored, so never renamed.</summary>
public static class PulseNotices
{
    /// <summary>A mention: they are asked about one relationship. Subject: check-in and relationship.</summary>
    public const string Invite = "pulses.invite";

    /// <summary>A mention: the one reminder. Subject: check-in and relationship.</summary>
    public const string Remind = "pulses.remind";

    /// <summary>To everyone invited and the coordinators, at one moment: the result. Subject: check-in.</summary>
    public const string Result = "pulses.result";

    /// <summary>To a coordinator: somebody would like a word. Subject: the person.</summary>
    public const string Word = "pulses.word";

    public static string About(PulseId id, RelationshipId relationship) => Subject.Of(id.Value, relationship.Value);

    public static (PulseId Id, RelationshipId About) In(string subject)
    {
        var parts = Subject.Parts(subject);
        return (new(parts[0]), new(parts[1]));
    }
}
