using MentorBot.Domain.Requests;

namespace MentorBot.Domain.Matching.Nevers;

/// <summary>They are the mentor of the person asking already. The other way round is no hindrance: a mentee may mentor their mentor.</summary>
public sealed class AlreadyTogether : Never
{
    public override bool Forbids(Pairing pairing) =>
        pairing.Request.Invited != InvitedAs.IMentorThem && pairing.Mentor.IsMentorOf(pairing.Asking.Id);
}
