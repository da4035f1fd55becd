using AdaptiveCards;
using MentorBot.Domain.Keeping;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Relationships;
using MentorBot.Flows.Cards;
using MentorBot.Flows.MyData;
using MentorBot.Flows.Turns;

namespace MentorBot.Flows.Keeping;

/// <summary>The card about keeping something of a conversation, for each of the two. Never a word that anybody wrote.</summary>
public sealed class KeepingCards(MentoringProgramme programme)
{
    public NoticeCard Of(FoundKeep found, Reader reader) => found.Keep.Stage switch
    {
        KeepStage.Nothing => new(Card.Line(KeepingText.NothingWasKept.With(found.Name)), CardLife.Over),
        KeepStage.Open when !found.MayKeep => new(Card.Settled(), CardLife.Follows),
        KeepStage.Open when found.IsAsked => new(Asked(found, reader), CardLife.Follows),
        KeepStage.Open when found.Keep.OnTable != 0 => new(Showing(found, reader), CardLife.Follows),
        KeepStage.Open => new(Open(found, reader), CardLife.Follows),
        KeepStage.Kept => new(Kept(found), CardLife.Follows),
        _ => new(Own(found), CardLife.Follows),
    };

    /// <summary>The morning after; and what they said since.</summary>
    private static AdaptiveCard Open(FoundKeep found, Reader reader) => found.Mine.Wish switch
    {
        KeepWish.Nothing => Card.Line(KeepingText.AllRight),
        KeepWish.Later => Card.Line(KeepingText.DraftWaits.With(reader.Day(found.Keep.Until)), Opens(KeepingText.OpenIt, KeepingActions.Draft, found)),
        KeepWish.Mine => Card.Line(KeepingText.KeptForYouAlone, Opens(KeepingText.OpenIt, KeepingActions.Draft, found)),
        _ => Card.Of(
            KeepingText.OfferTitle,
            [Card.Text(KeepingText.Offer.With(found.Name, reader.Day(found.Keep.Until)))],
            Opens(KeepingText.KeepSomething, KeepingActions.Draft, found),
            Card.Press(KeepingText.NothingToKeep, KeepingActions.Nothing, found.Ids)),
    };

    /// <summary>For who showed something.</summary>
    private static AdaptiveCard Showing(FoundKeep found, Reader reader) =>
        Card.Line(KeepingText.CanReadNow.With(found.Name, reader.Day(found.Keep.Until)), Opens(KeepingText.ReadIt, KeepingActions.Read, found));

    /// <summary>For the other: fine like this?</summary>
    private static AdaptiveCard Asked(FoundKeep found, Reader reader) => Card.Of(
        KeepingText.AskedTitle.With(found.Name),
        [Card.Text(KeepingText.Asked.With(reader.Day(found.Keep.Until)))],
        Opens(KeepingText.ReadIt, KeepingActions.Read, found),
        Card.Press(KeepingText.Later, KeepingActions.NotNow, found.Ids));

    private AdaptiveCard Kept(FoundKeep found) => Card.Of(
        KeepingText.KeptTitle,
        [Card.Text(KeepingText.Kept.With(programme.ErasureDays))],
        Opens(KeepingText.OpenIt, KeepingActions.Open, found),
        Card.Open(KeepingText.WhoOpenedIt, MyDataActions.WhoOpened, found.Ids[0]),
        Opens(KeepingText.HowLocked, KeepingActions.HowLocked, found));

    private static AdaptiveCard Own(FoundKeep found) => Card.Line(
        KeepingText.OwnLines,
        Opens(KeepingText.OpenMine, KeepingActions.Mine, found),
        found.MayKeep && found.Keep.MayTryAgain ? Opens(KeepingText.TryOnceMore, KeepingActions.Draft, found) : null);

    private static AdaptiveAction Opens(string title, string id, FoundKeep found) => Card.Open(title, id, found.Ids);
}
