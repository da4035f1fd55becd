using MentorBot.Domain.Requests;
using NodaTime;

namespace MentorBot.Domain.Matching;

/// <summary>Two people who might be introduced, with all that the rules and the score look at.</summary>
/// <param name="Asking">Who asks.</param>
/// <param name="Mentor">Who would be asked, as matching knows them.</param>
/// <param name="Asked">The same in the directory; null when they have left it.</param>
/// <param name="EndedByChoice">The two have ended before, and not both asked for one another again.</param>
/// <param name="AsPeer">Who would be asked is looking, too, and would talk as equals.</param>
public sealed record Pairing(Request Request, Colleague Asking, Mentor Mentor, Colleague? Asked, bool EndedByChoice, Instant Now, bool AsPeer = false);
