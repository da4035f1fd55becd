using AdaptiveCards;
using MentorBot.Domain;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Offers;
using MentorBot.Domain.Programme;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Turns;
using NodaTime;

namespace MentorBot.Flows.Offers;

/// <summary>
/// What coordinators and deputies do with an offer: confirm it, ask for a word first, read it. Whoever may is asked; the first
/// press counts, and the others' cards say so.
/// </summary>
public sealed class ReviewHandler(IOffers offers, OfferForms forms, IReviewers reviewers, IDirectory directory, MentoringProgramme programme) : IFlow
{
    private const string Point = "point";

    public void Map(Routes routes)
    {
        routes.Press(OfferActions.Confirm, Confirm);
        routes.Form(OfferActions.WordForm, OpenWord);
        routes.Form(OfferActions.See, See);
        routes.Submit(OfferActions.SendWord, SendWord);
        routes.Notice(OfferNotices.Review, Review);
    }

    /// <summary>The card of an offer to look at, for somebody who may.</summary>
    public async Task<AdaptiveCard> CardOf(Offer offer, Reader reader, CancellationToken cancellationToken)
    {
        var name = await directory.NameOf(offer.Person, cancellationToken);
        return offer.State switch
        {
            OfferState.Waiting waiting => Waiting(offer, waiting, name, reader),
            OfferState.Open { ConfirmedBy: var by } when by == reader.Person => Card.Line(ConfirmedLine(offer, name)),
            OfferState.Open or OfferState.Paused or OfferState.Resting => Card.Line(OfferText.DoneByColleague),
            _ => Card.Settled(),
        };
    }

    private static AdaptiveCard Waiting(Offer offer, OfferState.Waiting waiting, string name, Reader reader)
    {
        (string, string)[] ids = [(OfferActions.Offer, offer.Id.Value), (OfferActions.Person, offer.Person.Value)];
        return Card.Of(
            OfferText.ReviewTitle.With(name),
            [
                waiting.Asked.Length > 1 ? Card.Small(OfferText.ReviewShared) : null,
                Card.Text(offer.Form.OwnWish ? OfferText.ReviewTime : OfferText.ReviewTimeOpen),
                Card.Text(offer.Form.OwnWish ? OfferText.ReviewOwnWish : OfferText.ReviewOwnWishOpen),
                Card.Text(waiting.TryOut switch
                {
                    TryOut.TookPlace => OfferText.ReviewTookPlace,
                    TryOut.MentoredBefore => OfferText.ReviewMentoredBefore,
                    _ => OfferText.ReviewStillOpen,
                }),
                Card.Text((waiting.Round == 1 ? OfferText.Review : OfferText.ReviewAgain).With(name, DayFor(offer, waiting.By, reader))),
                waiting.Word is { } word ? Card.Text(OfferText.ReviewWord.With(name, DayFor(offer, word.By, reader))) : null,
            ],
            Card.Press(OfferText.Confirm, OfferActions.Confirm, ids),
            Card.Open(OfferText.AWordFirst, OfferActions.WordForm, ids),
            Card.Open(OfferText.SeeTheOffer, OfferActions.See, ids));
    }

    private async Task<Answer> Confirm(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        if (PersonIn(submission) is not { } person)
            return new Answer.Says(TurnText.OldCard);

        var who = await reviewers.Of(person, cancellationToken);
        return await offers.Decide(person, found => Reviewing.Confirm(found, IdIn(submission), turn.Actor.Person, who), cancellationToken) switch
        {
            OfferOutcome.Done { Now: { } now } => new Answer.Becomes(await CardOf(now, turn.Reader, cancellationToken)),
            OfferOutcome.AsItIs { Now: { } now } when now.Id == IdIn(submission) => new Answer.Becomes(await CardOf(now, turn.Reader, cancellationToken)),
            OfferOutcome.NotYours => new Answer.Says(TurnText.NotYours),
            _ => new Answer.Becomes(Card.Settled()),
        };
    }

    private async Task<Answer> OpenWord(Turn turn, Submission submission, CancellationToken cancellationToken) =>
        await ToLookAt(turn, submission, cancellationToken) is var (offer, _) ? new Answer.Opens(WordForm(offer.Id, offer.Person, null)) : new Answer.Says(TurnText.OldCard);

    private async Task<Answer> See(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        if (await ToLookAt(turn, submission, cancellationToken) is not var (offer, who))
            return new Answer.Says(TurnText.OldCard);
        var name = await directory.NameOf(offer.Person, cancellationToken);
        return new Answer.Opens(forms.Show(offer, name, await directory.Find(offer.Person, cancellationToken), mayReadWords: !who.AreInLine));
    }

    private async Task<Answer> SendWord(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        if (PersonIn(submission) is not { } person)
            return new Answer.Says(TurnText.OldCard);
        if (submission.One<OpenPoint>(Point) is not { } about)
            return new Answer.Opens(WordForm(IdIn(submission), person, OfferText.WordMissing));

        var who = await reviewers.Of(person, cancellationToken);
        var outcome = await offers.Decide(
            person, found => Reviewing.AskForAWord(found, IdIn(submission), turn.Actor.Person, about, who, programme.Offers, turn.Now), cancellationToken);
        var now = outcome switch { OfferOutcome.Done done => done.Now, OfferOutcome.AsItIs asItIs => asItIs.Now, _ => null };
        return now is { State: OfferState.Waiting { Word: { } word } } && now.Id == IdIn(submission)
            ? new Answer.Says(OfferText.WordSent.With(await directory.NameOf(person, cancellationToken), DayFor(now, word.By, turn.Reader)))
            : new Answer.Says(outcome is OfferOutcome.NotYours ? TurnText.NotYours : TurnText.OldCard);
    }

    private async Task<NoticeCard?> Review(Notice notice, Reader reader, CancellationToken cancellationToken)
    {
        if (await offers.Find(new PersonId(notice.Home), cancellationToken) is not { } offer || offer.Id != OfferNotices.OfferIn(notice.Subject))
            return new(Card.Settled(), CardLife.Over);
        return offer.State is OfferState.Waiting waiting
            ? OfferNotices.NumberIn(notice.Subject) < waiting.Round
                ? new(Card.Newer(), CardLife.Over)
                : new(await CardOf(offer, reader, cancellationToken), CardLife.Follows)
            : new(await CardOf(offer, reader, cancellationToken), CardLife.Over);
    }

    /// <summary>The offer of this press and who may look at it, if it still waits and this person is among them.</summary>
    private async Task<(Offer Offer, Reviewers Who)?> ToLookAt(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        if (PersonIn(submission) is not { } person)
            return null;
        var who = await reviewers.Of(person, cancellationToken);
        return who.Include(turn.Actor.Person)
            && await offers.Find(person, cancellationToken) is { State: OfferState.Waiting } offer
            && offer.Id == IdIn(submission)
                ? (offer, who)
                : null;
    }

    private static Form WordForm(OfferId id, PersonId person, string? wrong)
    {
        var about = Card.Choices(
            Point,
            OfferText.WordLabel,
            [(nameof(OpenPoint.Time), OfferText.PointTime), (nameof(OpenPoint.OwnWish), OfferText.PointOwnWish), (nameof(OpenPoint.TryOut), OfferText.PointTryOut)],
            []);
        about.IsRequired = true;
        about.ErrorMessage = OfferText.WordMissing;
        return new(OfferText.WordTitle, Card.Of(
            null,
            [wrong is null ? null : Card.Wrong(wrong), about],
            Card.Submit(OfferText.Send, OfferActions.SendWord, (OfferActions.Offer, id.Value), (OfferActions.Person, person.Value)),
            Card.Submit(OfferText.NotNow, ActionIds.CloseForm)));
    }

    private static string ConfirmedLine(Offer offer, string name) =>
        offer.Form.Places.Count() is var places && places == 1 ? OfferText.ConfirmedOne.With(name) : OfferText.ConfirmedSeveral.With(name, places);

    /// <summary>The day that was promised to the person offering: a day of theirs, whoever reads it.</summary>
    private static string DayFor(Offer offer, Instant by, Reader reader) => reader.Day(by.InZone(offer.Zone).Date);

    private static PersonId? PersonIn(Submission submission) => submission.Id(OfferActions.Person) is { Length: > 0 } id ? new PersonId(id) : null;

    private static OfferId IdIn(Submission submission) => new(submission.Id(OfferActions.Offer));
}
