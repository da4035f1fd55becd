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

    /// <summary>To everyone invited and the coordinators, at one moment: the result. Subject: check-in. Left once that is closed.</summary>
    public const string Result = "pulses.result";

    /// <summary>To a coordinator: somebody would like a word. Subject: the person.</summary>
    public const string Word = "pulses.word";

    /// <summary>A step: everyone is invited, some at a time. Subject: check-in; the same below.</summary>
    public const string InviteAll = "pulses.invite-all";

    /// <summary>A step: two people hear of it, away from their conversations. Subject: check-in and relationship.</summary>
    public const string Ask = "pulses.ask";

    /// <summary>A step: the same for the one reminder.</summary>
    public const string AskAgain = "pulses.ask-again";

    /// <summary>A step: what was answered is folded.</summary>
    public const string Close = "pulses.close";

    /// <summary>A step: the next one goes out. Subject: check-in, and how many weeks it has waited.</summary>
    public const string Repeat = "pulses.repeat";

    /// <summary>A step: who was asked is forgotten.</summary>
    public const string Forget = "pulses.forget";

    /// <summary>A step: where the cards of a result are is forgotten.</summary>
    public const string Sweep = "pulses.sweep";

    /// <summary>A step: what there is of one that was stopped is erased.</summary>
    public const string EraseStopped = "pulses.erase-stopped";

    public static (PulseId Id, int Waits) InRepeat(string subject)
    {
        var (id, waits) = Subject.Numbered(subject);
        return (new(id), waits);
    }

    public static string About(PulseId id, RelationshipId relationship) => Subject.Of(id.Value, relationship.Value);

    public static (PulseId Id, RelationshipId About) In(string subject)
    {
        var parts = Subject.Parts(subject);
        return (new(parts[0]), new(parts[1]));
    }
}
