namespace MentorBot.Domain.Matching;

/// <summary>Somebody who might be proposed.</summary>
/// <param name="Asked">The same in the directory; null when they have left it.</param>
/// <param name="EndedByChoice">The two have ended before, and not both asked for one another again.</param>
/// <param name="AsPeer">They are looking, too, and would talk as equals.</param>
public sealed record Candidate(Mentor Mentor, Colleague? Asked, bool EndedByChoice, bool AsPeer = false);
