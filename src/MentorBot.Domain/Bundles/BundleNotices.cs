using MentorBot.Domain.Notices;

namespace MentorBot.Domain.Bundles;

/// <summary>The kinds of <see cref="Consequence"/> around what is mentioned in no hurry. Stored, so never renamed.</summary>
public static class BundleNotices
{
    /// <summary>A step: somebody is to hear of something with the next things. Subject: whom, the kind of mention, its occasion, and its own subject.</summary>
    public const string Mention = "bundles.mention";

    /// <summary>A step, later: what has come together goes out. Subject: the person.</summary>
    public const string Tick = "bundles.tick";

    /// <summary>To somebody: what has come together for them. Subject: the person, and the number of the message.</summary>
    public const string Bundle = "bundles.bundle";

    /// <summary>Somebody is to hear of it, with the next things and never more than two messages a week; until then it may become moot.</summary>
    /// <param name="kind">The kind under which a flow says how it reads, such as "questions.waiting".</param>
    /// <param name="subject">What it is about, without spaces in its parts.</param>
    /// <param name="occasion">Another one where there is something new to say about the same. Without spaces.</param>
    public static Consequence To(PersonId whom, string kind, string subject, string occasion) =>
        new Consequence.Step(Mention, Subject.Of(whom.Value, kind, occasion, subject), occasion);

    public static (PersonId Whom, Thing Thing) In(string subject)
    {
        var parts = Subject.Parts(subject);
        return (new(parts[0]), new(parts[1], Subject.Of(parts.AsSpan(3)), parts[2]));
    }

    public static string Numbered(PersonId person, int number) => Subject.Of(person.Value, number);

    public static (PersonId Whom, int Number) InBundle(string subject)
    {
        var (person, number) = Subject.Numbered(subject);
        return (new(person), number);
    }
}
