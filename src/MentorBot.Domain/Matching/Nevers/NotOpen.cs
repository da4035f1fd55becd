using MentorBot.Domain.Requests;

namespace MentorBot.Domain.Matching.Nevers;

/// <summary>
/// Only who is open is asked. By an invitation, or as equals, somebody may be asked who does not offer, or not yet; who paused or
/// rests is left in peace by everybody. Somebody who is invited to be mentored need not be a mentor at all.
/// </summary>
public sealed class NotOpen : Never
{
    public override bool Forbids(Pairing pairing) => Forbids(pairing.Mentor.Standing, pairing.Request.Invited, pairing.AsPeer);

    public static bool Forbids(MentorStanding standing, InvitedAs? invited, bool asPeer) => standing switch
    {
        MentorStanding.Open => false,
        _ when invited == InvitedAs.IMentorThem => false,
        MentorStanding.NotOffering or MentorStanding.WaitingForCoordinator => invited is null && !asPeer,
        _ => true,
    };
}
