using System.Runtime.CompilerServices;
using MentorBot.Domain;
using MentorBot.Domain.MyData;
using MentorBot.Domain.Offers;

namespace MentorBot.Storage.Offers;

/// <summary>What somebody offers. Whom they named in it is not in it.</summary>
public sealed class OwnOfferData(IOffers offers) : IOwnData
{
    public async IAsyncEnumerable<OwnSection> Of(PersonId person, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await offers.Find(person, cancellationToken) is not { } offer)
            yield break;
        var form = offer.Form;
        yield return OwnSection.Of(OwnKind.Offer)
            .Says("about", form.About)
            .Has("state", offer.State is OfferState.Kept ? "kept" : "sent")
            .Has("help", form.Help)
            .Has("themes", string.Join(", ", form.Themes))
            .Has("howMany", form.Places.ToString())
            .Has("howLong", form.Pace.ToString())
            .Has("atEaseWith", form.AtEaseWith.ToString())
            .Has("languages", string.Join(", ", form.Languages))
            .Has("meeting", form.Meeting.ToString())
            .Has("atShortNotice", form.AtShortNotice ? "yes" : "no")
            .Has("ownWish", form.OwnWish ? "yes" : "no");
    }
}
