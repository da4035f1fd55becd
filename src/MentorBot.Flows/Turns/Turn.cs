using MentorBot.Domain;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Profiles;
using Microsoft.Bot.Builder;
using NodaTime;

namespace MentorBot.Flows.Turns;

/// <summary>One thing that somebody did, and who they are. Made once, before any handler sees it.</summary>
/// <param name="Actor">Whom the channel vouches for.</param>
/// <param name="Person">The same, as the directory knows them.</param>
/// <param name="Profile">As read at the start of the turn.</param>
/// <param name="Context">The SDK's side of it, for dialogs.</param>
public sealed record Turn(Actor Actor, Person Person, Profile Profile, Reader Reader, Instant Now, ITurnContext Context)
{
    /// <summary>The day on which this is for them.</summary>
    public LocalDate Today => Now.InZone(Reader.Zone).Date;
}
