using MentorBot.Flows.Turns;

namespace MentorBot.Flows.Tests;

/// <summary>The fixed sentences with which a press is answered that does not fit.</summary>
internal static class Sentences
{
    public static readonly Answer OldCard = new Answer.Says("This card is from earlier and things have moved on. Type “where am I” to see where you are now.");

    public static readonly Answer NotYours = new Answer.Says("This card was meant for somebody else. Type “where am I” to see yours.");

    public static readonly Answer Settled = new Answer.Says("This has been settled. There is nothing for you to do.");
}
