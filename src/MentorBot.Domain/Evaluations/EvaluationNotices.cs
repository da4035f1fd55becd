using System.Globalization;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Relationships;
using NodaTime.Text;

namespace MentorBot.Domain.Evaluations;

/// <summary>The kinds of <see cref="Consequence"/> around the questions at the end. Stored, so never renamed.</summary>
public static class EvaluationNotices
{
    /// <summary>To five people and the coordinators: answers can be read. Subject: the day and number of what was shown.</summary>
    public const string Result = "evaluations.result";

    /// <summary>A step, in the morning: what enough people sent is shown, and what is past its time is erased. Subject: the day.</summary>
    public const string Morning = "evaluations.morning";

    /// <summary>A step: one whose answers are shown may read. Subject: person and relationship.</summary>
    public const string Admit = "evaluations.admit";

    public static string Of(Released released) => $"{LocalDatePattern.Iso.Format(released.On)}-{released.Number.ToString(CultureInfo.InvariantCulture)}";

    public static string Of(PersonId person, RelationshipId about) => Subject.Of(person.Value, about.Value);

    public static (PersonId Person, RelationshipId About) In(string subject)
    {
        var parts = Subject.Parts(subject);
        return (new(parts[0]), new(parts[1]));
    }
}
