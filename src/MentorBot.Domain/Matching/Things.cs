using System.Collections.Immutable;
using MentorBot.Domain.Offers;

namespace MentorBot.Domain.Matching;

/// <summary>The one thing to know about a proposal, for the coordinator's view.</summary>
public static class Things
{
    /// <summary>Fewer shared hours than this are few.</summary>
    private const int Enough = 3;

    /// <summary>The most important that holds; null where there is nothing to say.</summary>
    /// <param name="others">How many other people who wait would suit this mentor, too.</param>
    public static ThingToKnow? About(Pairing pairing, Proposal proposal, int others)
    {
        var (mentor, form) = (pairing.Mentor, pairing.Request.Form);

        // Who has said "one at a time" has only ever a last place; to say so of most mentors would say nothing.
        if (!pairing.AsPeer && mentor is { Free: 1, Offers: { } offers } && offers.Places.Count() > 1)
            return new ThingToKnow.LastFreePlace();
        if (pairing.Asked is { } asked && SharedHours.Of(pairing.Asking.Person, asked.Person, pairing.Now) is < Enough and var hours)
            return new ThingToKnow.FewSharedHours(hours);
        if (form.Themes.Any(Score.IsTheme) && !proposal.Reasons.Any(reason => reason.Kind == ReasonKind.Theme))
            return new ThingToKnow.NoSharedTheme();
        if (!pairing.AsPeer && mentor.Begun == 0)
            return new ThingToKnow.FirstAsMentor();
        return others > 0 ? new ThingToKnow.OthersSuit(others) : null;
    }

    /// <summary>What to know about all of them together; null where nobody was found, which is said elsewhere, and where they are as many as anybody gets.</summary>
    public static ThingToKnow? AboutAll(ImmutableArray<Proposal> people) =>
        people.Length is > 0 and < Finding.Most ? new ThingToKnow.OnlySoMany(people.Length) : null;
}
