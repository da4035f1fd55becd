using MentorBot.Domain.Offers;
using MentorBot.Domain.Requests;
using MentorBot.Domain.Wishes;

namespace MentorBot.Domain.Matching;

/// <summary>
/// Wishes that keep two people apart until the person asking says that something else would be fine as well. Unlike a
/// <see cref="Nevers.Never"/> they bind only the bot's own search: whoever asks for somebody by name has looked past them.
/// </summary>
public static class Suits
{
    public static bool Each(Pairing pairing) => IsByName(pairing) || (SuitsThePace(pairing) && SuitsTheWay(pairing) && SuitsTheDay(pairing));

    private static bool IsByName(Pairing pairing) => pairing.AsPeer || pairing.Request.Invited is not null || pairing.Request.Form.WishedFor == pairing.Mentor.Person;

    private static bool SuitsThePace(Pairing pairing) =>
        pairing.Request.Form.Pace is not (Pace.AFewConversations or Pace.SomethingLonger)
        || pairing.Mentor.Offers is not ({ Places: Places.SingleConversations } or { Pace: Pace.OneConversation })
        || Widened(pairing, Widening.OneConversation);

    private static bool SuitsTheWay(Pairing pairing) =>
        pairing.Request.Form.Meeting == WayOfMeeting.Any
        || pairing.Mentor.Offers is not { Meeting: not WayOfMeeting.Any and var theirs }
        || theirs == pairing.Request.Form.Meeting
        || Widened(pairing, Widening.AnotherWayOfMeeting);

    private static bool SuitsTheDay(Pairing pairing) =>
        Widened(pairing, Widening.OtherHours)
        || (pairing.Asked is { } asked && SharedHours.Of(pairing.Asking.Person, asked.Person, pairing.Now) > 0);

    private static bool Widened(Pairing pairing, Widening what) => pairing.Request.Form.Widened.Contains(what);
}
