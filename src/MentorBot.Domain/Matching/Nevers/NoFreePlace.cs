using MentorBot.Domain.Offers;
using MentorBot.Domain.Requests;

namespace MentorBot.Domain.Matching.Nevers;

/// <summary>
/// Nobody gets more people than they said. A place that is held for this very question is free for it, unless the mentor has as
/// many people as they would like by now (they may have lowered the number since). Who would be the mentor of the invited person
/// is the one who asks: their places are not in this pairing, and decided elsewhere.
/// </summary>
public sealed class NoFreePlace : Never
{
    public override bool Forbids(Pairing pairing) => pairing switch
    {
        { Request.Invited: InvitedAs.IMentorThem } => false,
        { Mentor.Free: > 0 } => false,
        { Mentor: { Offers: { } offers } mentor, Request.Open: { } open } when mentor.Reserved.Contains(open.Match) =>
            mentor.Taken.Length >= offers.Places.Count(),
        _ => true,
    };
}
