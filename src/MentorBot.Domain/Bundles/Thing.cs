namespace MentorBot.Domain.Bundles;

/// <summary>Something that somebody is to hear of in no hurry. Each is mentioned once.</summary>
/// <param name="Kind">Under which a flow says how it reads, such as "questions.waiting".</param>
/// <param name="About">What it is about: ids only.</param>
/// <param name="Occasion">Tells a repetition from something new about the same.</param>
public sealed record Thing(string Kind, string About, string Occasion)
{
    public bool IsSameAs(Thing other) => Kind == other.Kind && About == other.About;
}
