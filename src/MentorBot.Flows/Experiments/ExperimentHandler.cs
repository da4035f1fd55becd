using MentorBot.Domain;
using MentorBot.Domain.Experiments;
using MentorBot.Domain.MyData;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Sessions;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Sessions;
using MentorBot.Flows.Turns;

namespace MentorBot.Flows.Experiments;

/// <summary>Things to try. Nobody asks what became of them; who asked for it is reminded once.</summary>
public sealed class ExperimentHandler(IExperiments experiments, IMeetings meetings, BetweenTwo between, IOpenings openings, INewIds ids) : IFlow
{
    public void Map(Routes routes)
    {
        routes.Form(ExperimentActions.Read, (turn, submission, token) => WithOwn(turn, submission, found => Shows(turn, ExperimentForms.Read(found, turn.Reader, turn.Now), token), token));
        routes.Form(ExperimentActions.DayForm, (turn, submission, token) => WithOwn(turn, submission, found => Shows(turn, ExperimentForms.AnotherDay(found, null, turn.Reader, turn.Now, null), token), token));
        routes.Press(ExperimentActions.PutAway, (turn, submission, token) => PutAway(turn, submission, () => new Answer.Becomes(Card.Line(ExperimentText.PutAwayDone)), token));

        routes.Submit(ExperimentActions.ListNext, List);
        routes.Submit(ExperimentActions.NewNext, New);
        routes.Submit(ExperimentActions.ChangeNext, (turn, submission, token) => WithOwn(turn, submission, found => Shows(turn, Change(turn, found), token), token));
        routes.Submit(ExperimentActions.Save, Save);
        routes.Submit(ExperimentActions.SaveDay, SaveDay);
        routes.Submit(ExperimentActions.PutAwayHere, (turn, submission, token) => PutAway(turn, submission, () => new Answer.Says(ExperimentText.PutAwayDone), token));

        routes.Notice(ExperimentNotices.Reminder, Reminder);
    }

    private Task<Answer> List(Turn turn, Submission submission, CancellationToken cancellationToken) => between.With(
        turn,
        submission,
        async (together, name) =>
        {
            var all = await experiments.Of(turn.Actor.Person, together.Pair.Id, cancellationToken);
            var form = ExperimentForms.List(together.Pair.Id, all, name, turn.Reader, turn.Now);
            return all.IsEmpty ? new Answer.Opens(form) : await Shows(turn, form, cancellationToken);
        },
        cancellationToken);

    private Task<Answer> New(Turn turn, Submission submission, CancellationToken cancellationToken) => between.With(
        turn,
        submission,
        (together, name) => Task.FromResult<Answer>(new Answer.Opens(ExperimentForms.New(
            together.Pair.Id, new(ids.Next()), name, new(null, null, Remind: false), isForBoth: true, turn.Reader, turn.Now, wrong: null))),
        cancellationToken);

    private static Form Change(Turn turn, Experiment found) =>
        ExperimentForms.Change(found, new(found.Words, found.Day, Remind: found.RemindAt > turn.Now), turn.Reader, turn.Now, wrong: null);

    private async Task<Answer> Save(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        var draft = new ExperimentDraft(submission.Words(ExperimentActions.Words), submission.Day(ExperimentActions.Day), submission.IsTicked(ExperimentActions.Remind));
        if (AddressIn(turn, submission) is not { } address)
            return GivenBack(draft);
        if (WritingForm.WrongWith(draft.Words, Trying.LongestWords) is { } tooLong)
            return await Again(turn, submission, address, draft, tooLong, cancellationToken);

        var (me, seen) = (turn.Actor.Person, submission.Id(ExperimentActions.Seen));
        return await experiments.Decide(address, (pair, found) => Trying.Save(pair, found, address, me, seen, draft, turn.Now, turn.Reader.Zone), cancellationToken) switch
        {
            ExperimentOutcome.NotYours => new Answer.Says(TurnText.NotYours),
            ExperimentOutcome.Gone => GivenBack(draft),
            ExperimentOutcome.ChangedMeanwhile => await Again(turn, submission, address, draft, ExperimentText.ChangedMeanwhile, cancellationToken),
            ExperimentOutcome.Erased => new Answer.Says(ExperimentText.Erased),
            ExperimentOutcome.AsItIs { Now: null } when draft.Words is null => new Answer.Says(ExperimentText.NothingKept),
            ExperimentOutcome.AsItIs { Now: null } => await Again(turn, submission, address with { Id = new(ids.Next()) }, draft, ExperimentText.NotThere, cancellationToken),
            var outcome when WrongIn(outcome) is { } wrong => await Again(turn, submission, address, draft, wrong, cancellationToken),
            _ => new Answer.Says(ExperimentText.Noted),
        };
    }

    private async Task<Answer> SaveDay(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        if (AddressIn(turn, submission) is not { } address)
            return new Answer.Says(TurnText.OldCard);
        var (me, seen, day) = (turn.Actor.Person, submission.Id(ExperimentActions.Seen), submission.Day(ExperimentActions.Day));
        var outcome = await experiments.Decide(address, (pair, found) => Trying.AnotherDay(pair, found, me, seen, day, turn.Now, turn.Reader.Zone), cancellationToken);
        return outcome switch
        {
            ExperimentOutcome.NotYours => new Answer.Says(TurnText.NotYours),
            ExperimentOutcome.ChangedMeanwhile changed => await Shows(turn, Change(turn, changed.Now), cancellationToken),
            ExperimentOutcome.NoDay => await DayAgain(ExperimentText.ChooseADay),
            var other when WrongIn(other) is { } wrong => await DayAgain(wrong),
            ExperimentOutcome.Done { Now.Day: { } now } => new Answer.Says(ExperimentText.BroughtBack.With(turn.Reader.Day(now))),
            ExperimentOutcome.AsItIs { Now.Day: { } now } => new Answer.Says(ExperimentText.BroughtBack.With(turn.Reader.Day(now))),
            _ => new Answer.Says(TurnText.OldCard),
        };

        Task<Answer> DayAgain(string wrong) => WithOwn(
            turn, submission, found => Shows(turn, ExperimentForms.AnotherDay(found, day, turn.Reader, turn.Now, wrong), cancellationToken), cancellationToken);
    }

    private async Task<Answer> PutAway(Turn turn, Submission submission, Func<Answer> done, CancellationToken cancellationToken)
    {
        if (AddressIn(turn, submission) is not { } address)
            return new Answer.Says(TurnText.OldCard);
        return await experiments.Decide(address, (pair, found) => Trying.PutAway(pair, found, turn.Actor.Person, turn.Now), cancellationToken) switch
        {
            ExperimentOutcome.NotYours => new Answer.Says(TurnText.NotYours),
            ExperimentOutcome.Done or ExperimentOutcome.AsItIs { Now: not null } => done(),
            _ => new Answer.Says(TurnText.OldCard),
        };
    }

    private async Task<NoticeCard?> Reminder(Notice notice, Reader reader, CancellationToken cancellationToken)
    {
        var address = ExperimentNotices.In(notice.Subject);
        return await experiments.Find(address, cancellationToken) is { } found
            && Trying.IsWanted(found, notice.Occasion)
            && await meetings.Find(address.In, cancellationToken) is { Pair.State: RelationshipState.Going }
                ? new(ReminderCard(found), CardLife.Once)
                : null;
    }

    public static AdaptiveCards.AdaptiveCard ReminderCard(Experiment found) => Card.Of(
        ExperimentText.ReminderTitle,
        [Card.Text(ExperimentText.ReminderBody)],
        Card.Open(ExperimentText.ReadIt, ExperimentActions.Read, ExperimentForms.Ids(found)),
        Card.Open(ExperimentText.AnotherDay, ExperimentActions.DayForm, ExperimentForms.Ids(found)),
        Card.Press(ExperimentText.PutAway, ExperimentActions.PutAway, ExperimentForms.Ids(found)));

    /// <summary>The form with what was said, beside what is kept by now.</summary>
    private Task<Answer> Again(Turn turn, Submission submission, ExperimentAddress address, ExperimentDraft draft, string wrong, CancellationToken cancellationToken) => between.With(
        turn,
        submission,
        async (together, name) => await experiments.Find(address, cancellationToken) is { } found && found.Author == turn.Actor.Person
            ? await Shows(turn, ExperimentForms.Change(found, draft, turn.Reader, turn.Now, wrong), cancellationToken)
            : new Answer.Opens(ExperimentForms.New(together.Pair.Id, address.Id, name, draft, address.Alone is null, turn.Reader, turn.Now, wrong)),
        cancellationToken);

    /// <summary>What they wrote themselves and may change.</summary>
    private Task<Answer> WithOwn(Turn turn, Submission submission, Func<Experiment, Task<Answer>> then, CancellationToken cancellationToken) => between.With(
        turn,
        submission,
        async (_, _) => AddressIn(turn, submission) is not { } address || await experiments.Find(address, cancellationToken) is not { } found ? new Answer.Says(TurnText.OldCard)
            : found.Author != turn.Actor.Person ? new Answer.Says(TurnText.NotYours)
            : await then(found),
        cancellationToken);

    private async Task<Answer> Shows(Turn turn, Form form, CancellationToken cancellationToken)
    {
        await openings.Note(turn.Actor.Person, Opened.SomethingToTry, turn.Today, cancellationToken);
        return new Answer.Opens(form);
    }

    private static string? WrongIn(ExperimentOutcome outcome) => outcome switch
    {
        ExperimentOutcome.NoDay => ExperimentText.DayOrNoReminder,
        ExperimentOutcome.DayGone => ExperimentText.DayGone,
        ExperimentOutcome.DayTooFar => ExperimentText.DayTooFar,
        _ => null,
    };

    private static Answer GivenBack(ExperimentDraft draft) => draft.Words is { } words
        ? new Answer.Opens(WritingForm.GivenBack(ExperimentText.Title, ExperimentText.GivenBack, ExperimentText.What, words))
        : new Answer.Says(TurnText.OldCard);

    /// <summary>What is somebody's alone is only ever looked for among their own.</summary>
    private static ExperimentAddress? AddressIn(Turn turn, Submission submission)
    {
        PersonId? me = turn.Actor.Person;
        if (BetweenTwo.IdIn(submission) is not { } id || submission.Id(ExperimentActions.Experiment) is not { Length: > 0 } which)
            return null;
        return submission.Id(ExperimentActions.Whose) switch
        {
            ExperimentActions.Both => new(id, null, new(which)),
            ExperimentActions.Mine => new(id, me, new(which)),
            ExperimentActions.New => new(id, submission.Id(ExperimentActions.Readers) == ExperimentActions.Both ? null : me, new(which)),
            _ => null,
        };
    }
}
