using MentorBot.Domain.Requests;

namespace MentorBot.Domain.Matching.Nevers;

/// <summary>
/// They are the mentor of the person asking already, or are being asked by them for something else. The other way round is no
/// hindrance: a mentee may mentor their mentor.
/// </summary>
public sealed class AlreadyTogether : Never
{
    public override bool Forbids(Pairing pairing) =>
        (pairing.Request.Invited != InvitedAs.IMentorThem && pairing.Mentor.IsMentorOf(pairing.Asking.Id)) || IsAskedForSomethingElse(pairing);

    private static bool IsAskedForSomethingElse(Pairing pairing)
    {
        foreach (var question in pairing.Mentor.Asked.AsSpan())
        {
            if (question.By == pairing.Asking.Id && question.Request != pairing.Request.Id)
                return true;
        }

        return false;
    }
}
