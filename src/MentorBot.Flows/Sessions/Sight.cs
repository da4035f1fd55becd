using MentorBot.Domain.Sessions;
using NodaTime;

namespace MentorBot.Flows.Sessions;

/// <summary>An open conversation as one of the two sees it.</summary>
/// <param name="Name">The other's.</param>
/// <param name="Mail">The other's, by which they can be called; null when they have left the directory.</param>
public sealed record Sight(Together Together, Session Session, Seat Seat, string Name, string? Mail, Instant Now);
