using MentorBot.Domain;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Offers;
using MentorBot.Domain.Programme;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Turns;

namespace MentorBot.Flows.Offers;

/// <summary>What the person offering does, and the partner for their try-out: from a press to the domain's decision, and back to a card.</summary>
public sealed class OfferHandler(
    IOffers offers,
    OfferCards cards,
    OfferForms forms,
    PeoplePicker picker,
    TryOutPartner partners,
    IReviewers reviewers,
    IMentors mentors,
    MentoringProgramme programme,
    INewIds ids) : IFlow
{
    public void Map(Routes routes)
    {
        routes.Type(Word.Of(() => OfferText.Word, () => OfferText.Help, Begin));
        routes.Talks(new OfferDialog(cards));
        routes.TellsStanding(Standing);

        routes.Press(OfferActions.Begin, (turn, _, token) => Begin(turn, token));
        routes.Press(OfferActions.NotNow, (_, _, _) => Task.FromResult<Answer>(new Answer.Becomes(Card.Line(OfferText.NotNowDone))));
        routes.Press(OfferActions.Talked, (turn, submission, token) => TriedOut(turn, submission, TryOut.TookPlace, token));
        routes.Press(OfferActions.MentoredBefore, (turn, submission, token) => TriedOut(turn, submission, TryOut.MentoredBefore, token));
        routes.Press(OfferActions.SomeoneElse, SomeoneElse);
        routes.Press(OfferActions.PartnerNotNow, PartnerNotNow);
        routes.Press(OfferActions.Erase, (turn, submission, token) => Decide(turn, found => Offering.TakeBack(found, IdIn(submission)), token));
        routes.Press(OfferActions.Back, (turn, submission, token) => Decide(turn, found => Offering.Resume(found, IdIn(submission)), token));
        routes.Press(OfferActions.Fine, (_, _, _) => Task.FromResult<Answer>(new Answer.Becomes(Card.Settled())));

        routes.Form(OfferActions.Form, OpenForm);
        routes.Form(OfferActions.PauseForm, OpenPause);
        routes.Form(OfferActions.StopForm, OpenStop);

        routes.Submit(OfferActions.Send, Send);
        routes.Submit(OfferActions.Keep, (turn, submission, token) =>
            Take(turn, submission, FormStep.Keep, (found, form) => Offering.Keep(found, IdIn(submission), turn.Actor.Person, form, turn.Reader.Zone, programme.Offers, turn.Now), token));
        routes.Submit(OfferActions.Save, (turn, submission, token) =>
            Take(turn, submission, FormStep.Change, (found, form) => Offering.Change(found, IdIn(submission), form), token));
        routes.Submit(OfferActions.Pause, Pause);
        routes.Submit(OfferActions.Stop, Stop);

        routes.Notice(OfferNotices.Enrolling, Enrolling);
        routes.Notice(OfferNotices.TryOutReminder, Reminder);
        routes.Notice(OfferNotices.Partner, Partner);
        routes.Notice(OfferNotices.Mentor, Mentor);
        routes.Notice(OfferNotices.Back, Back);
        routes.Notice(OfferNotices.Resting, Resting);
    }

    private async Task<Answer> Begin(Turn turn, CancellationToken cancellationToken)
    {
        if (await Mine(turn, cancellationToken) is not { } offer)
            return new Answer.Begins(OfferDialog.Name);
        var hasPeople = await mentors.Find(turn.Actor.Person, cancellationToken) is { Taken: [_, ..] };
        return new Answer.Posts(await cards.Current(offer, turn.Reader, cancellationToken, hasPeople));
    }

    private async Task<IReadOnlyList<Standing>> Standing(Turn turn, CancellationToken cancellationToken)
    {
        var offer = await Mine(turn, cancellationToken);
        var mentor = offer is { State: OfferState.Open } ? await mentors.Find(turn.Actor.Person, cancellationToken) : null;
        return await cards.Standing(offer, mentor, turn.Reader, cancellationToken);
    }

    private async Task<Answer> OpenForm(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        var offer = await Mine(turn, cancellationToken);
        var form = offer?.Form ?? OfferForms.Blank(turn.Person);
        var notThese = await picker.Of(form.NotThese.ForItsAuthor(), cancellationToken);
        return new Answer.Opens(await forms.Ask(
            offer?.Id ?? new OfferId(ids.Next()), form, notThese, offer is not (null or { State: OfferState.Kept }), turn.Person, null, cancellationToken));
    }

    private async Task<Answer> Send(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        var partner = await partners.For(turn.Actor.Person, [], Spread(turn), cancellationToken);
        return await Take(turn, submission, FormStep.Send, (found, form) =>
            Offering.Send(found, IdIn(submission), turn.Actor.Person, form, partner, turn.Reader.Zone, programme.Offers, turn.Now), cancellationToken);
    }

    /// <summary>Takes a form that can be taken, or gives it back with everything in it. The card that follows is a notice.</summary>
    private async Task<Answer> Take(
        Turn turn, Submission submission, FormStep step, Func<Found, OfferForm, Decision<Offer, OfferOutcome>> decide, CancellationToken cancellationToken)
    {
        if (IdIn(submission).Value.Length == 0)
            return new Answer.Says(TurnText.OldCard);
        var notThese = await picker.Read(submission, OfferForms.NotThese, turn.Actor.Person, several: true, cancellationToken);
        var (form, wrong) = forms.Read(submission, turn.Person, notThese, isComplete: step != FormStep.Keep);
        if (wrong is not null)
            return new Answer.Opens(await forms.Ask(IdIn(submission), form, notThese, step == FormStep.Change, turn.Person, wrong, cancellationToken));

        return await offers.Decide(turn.Actor.Person, found => decide(found, form), cancellationToken) switch
        {
            OfferOutcome.Done => new Answer.Closes(),
            OfferOutcome.AsItIs { Now: { } now } when now.Id == IdIn(submission) => new Answer.Closes(),

            // Begun twice, in two windows: nothing that was written is lost, and it can go into the one that is there.
            OfferOutcome.AsItIs { Now: { } other } => new Answer.Opens(
                await forms.Ask(other.Id, form, notThese, other.State is not OfferState.Kept, turn.Person, OfferText.AlreadyOne, cancellationToken)),
            _ => new Answer.Says(TurnText.OldCard),
        };
    }

    private async Task<Answer> TriedOut(Turn turn, Submission submission, TryOut how, CancellationToken cancellationToken)
    {
        var who = await reviewers.Of(turn.Actor.Person, cancellationToken);
        return await Decide(turn, found => Offering.TriedOut(found, IdIn(submission), how, who, programme.Offers, turn.Now), cancellationToken);
    }

    private async Task<Answer> SomeoneElse(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        var mine = await Mine(turn, cancellationToken);
        if (mine is not { State: OfferState.TryingOut { Partner: { } now } trying } offer
            || offer.Id != IdIn(submission) || now.Value != submission.Id(OfferActions.Partner))
            return new Answer.Becomes(await cards.Current(mine, turn.Reader, cancellationToken));

        var partner = await partners.For(turn.Actor.Person, trying.NotAgain.Add(now), Spread(turn), cancellationToken);
        return await Decide(turn, found => Offering.SomeoneElse(found, offer.Id, turn.Actor.Person, partner), cancellationToken);
    }

    private async Task<Answer> PartnerNotNow(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        var person = new PersonId(submission.Id(OfferActions.Person));
        if (person.Value.Length == 0 || await offers.Find(person, cancellationToken) is not { State: OfferState.TryingOut trying } offer || offer.Id != IdIn(submission))
            return new Answer.Becomes(Card.Settled());

        var next = await partners.For(person, [.. trying.NotAgain, turn.Actor.Person], Spread(turn), cancellationToken);
        return await offers.Decide(person, found => Offering.SomeoneElse(found, offer.Id, turn.Actor.Person, next), cancellationToken) switch
        {
            OfferOutcome.NotYours => new Answer.Says(TurnText.NotYours),
            _ => new Answer.Becomes(Card.Settled()),
        };
    }

    private async Task<Answer> OpenPause(Turn turn, Submission submission, CancellationToken cancellationToken) =>
        await Mine(turn, cancellationToken) is { State: OfferState.Open or OfferState.Paused or OfferState.Resting } offer
            ? new Answer.Opens(PauseForm.Ask(offer, null, turn.Now, null))
            : new Answer.Says(TurnText.OldCard);

    private async Task<Answer> Pause(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        var outcome = submission.Day(PauseForm.Day) is { } day
            ? await offers.Decide(turn.Actor.Person, found => Offering.Pause(found, IdIn(submission), day, turn.Now), cancellationToken)
            : new OfferOutcome.DayOutOfRange();
        return outcome switch
        {
            OfferOutcome.DayOutOfRange when await Mine(turn, cancellationToken) is { State: OfferState.Open or OfferState.Paused or OfferState.Resting } offer =>
                new Answer.Opens(PauseForm.Ask(offer, submission.Day(PauseForm.Day), turn.Now, OfferText.PauseError)),
            OfferOutcome.Done or OfferOutcome.AsItIs { Now.State: OfferState.Paused } => new Answer.Closes(),
            _ => new Answer.Says(TurnText.OldCard),
        };
    }

    private async Task<Answer> OpenStop(Turn turn, Submission submission, CancellationToken cancellationToken) => await Mine(turn, cancellationToken) is { } offer
        ? new Answer.Opens(new Form(OfferText.StopTitle, Card.Of(
            null,
            [Card.Text(OfferText.StopIntro)],
            Card.Submit(OfferText.StopOffering, OfferActions.Stop, (OfferActions.Offer, offer.Id.Value)),
            Card.Submit(OfferText.NotNow, ActionIds.CloseForm))))
        : new Answer.Says(TurnText.OldCard);

    private async Task<Answer> Stop(Turn turn, Submission submission, CancellationToken cancellationToken) =>
        await offers.Decide(turn.Actor.Person, found => Offering.Stop(found, IdIn(submission)), cancellationToken) is OfferOutcome.Done or OfferOutcome.AsItIs { Now: null }
            ? new Answer.Says(OfferText.Stopped)
            : new Answer.Says(TurnText.OldCard);

    /// <summary>Decides about one's own offer; what one sees then is where it stands.</summary>
    private async Task<Answer> Decide(Turn turn, Func<Found, Decision<Offer, OfferOutcome>> decide, CancellationToken cancellationToken) =>
        await offers.Decide(turn.Actor.Person, decide, cancellationToken) switch
        {
            OfferOutcome.Done done => new Answer.Becomes(await cards.Current(done.Now, turn.Reader, cancellationToken)),
            OfferOutcome.AsItIs asItIs => new Answer.Becomes(await cards.Current(asItIs.Now, turn.Reader, cancellationToken)),
            _ => new Answer.Says(TurnText.NotYours),
        };

    private async Task<NoticeCard?> Enrolling(Notice notice, Reader reader, CancellationToken cancellationToken) => await About(notice, cancellationToken) switch
    {
        null => new(await cards.Current(null, reader, cancellationToken), CardLife.Over),
        { State: OfferState.Open or OfferState.Paused or OfferState.Resting } => new(Card.Settled(), CardLife.Over),
        { } offer => new(await cards.Current(offer, reader, cancellationToken), CardLife.Follows),
    };

    private async Task<NoticeCard?> Reminder(Notice notice, Reader reader, CancellationToken cancellationToken) =>
        await About(notice, cancellationToken) is { State: OfferState.TryingOut } offer
            ? new(OfferCards.Reminder(offer), CardLife.Follows)
            : new(Card.Settled(), CardLife.Over);

    private async Task<NoticeCard?> Partner(Notice notice, Reader reader, CancellationToken cancellationToken) =>
        await About(notice, cancellationToken) is { State: OfferState.TryingOut trying } offer && trying.Partner == notice.Whom
            ? new(await cards.Partner(offer, cancellationToken), CardLife.Follows)
            : new(Card.Settled(), CardLife.Over);

    private async Task<NoticeCard?> Mentor(Notice notice, Reader reader, CancellationToken cancellationToken) => await About(notice, cancellationToken) is { } offer
        ? new(await cards.Current(offer, reader, cancellationToken), CardLife.Follows)
        : new(Card.Line(OfferText.Stopped), CardLife.Over);

    private async Task<NoticeCard?> Back(Notice notice, Reader reader, CancellationToken cancellationToken) =>
        await About(notice, cancellationToken) is { State: OfferState.Open } offer
            ? new(OfferCards.BackAgain(offer), CardLife.Once)
            : new(Card.Settled(), CardLife.Over);

    /// <summary>A card of its own, so that they are notified; the one that follows the offer changes in silence.</summary>
    private async Task<NoticeCard?> Resting(Notice notice, Reader reader, CancellationToken cancellationToken) =>
        await About(notice, cancellationToken) is { State: OfferState.Resting } offer
            ? new(await cards.Current(offer, reader, cancellationToken), CardLife.Once)
            : new(Card.Settled(), CardLife.Over);

    /// <summary>The offer that a notice is about; null when it is gone, or another one has begun.</summary>
    private async Task<Offer?> About(Notice notice, CancellationToken cancellationToken) =>
        await offers.Find(new PersonId(notice.Home), cancellationToken) is { } offer && offer.Id == OfferNotices.OfferIn(notice.Subject) ? offer : null;

    private Task<Offer?> Mine(Turn turn, CancellationToken cancellationToken) => offers.Find(turn.Actor.Person, cancellationToken);

    private static OfferId IdIn(Submission submission) => new(submission.Id(OfferActions.Offer));

    private static int Spread(Turn turn) => turn.Now.GetHashCode();

    private enum FormStep
    {
        Keep,
        Send,
        Change,
    }
}
