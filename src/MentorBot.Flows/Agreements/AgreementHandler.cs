using AdaptiveCards;
using MentorBot.Domain;
using MentorBot.Domain.Agreements;
using MentorBot.Domain.Directory;
using MentorBot.Domain.MyData;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Sessions;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Relationships;
using MentorBot.Flows.Sessions;
using MentorBot.Flows.Turns;

namespace MentorBot.Flows.Agreements;

/// <summary>How the two want to do this, noted alone and shown answer by answer. Whatever was typed is kept or comes back.</summary>
public sealed class AgreementHandler(IAgreements agreements, IMeetings meetings, BetweenTwo two, IDirectory directory, IOpenings openings) : IFlow
{
    public void Map(Routes routes)
    {
        routes.Form(AgreementActions.Open, Open);
        routes.Submit(AgreementActions.OpenNext, Open);
        routes.Submit(AgreementActions.WriteNext, (turn, submission, token) => two.With(turn, submission, (now, name) => Write(turn, now.Pair.Id, name, token), token));
        routes.Submit(AgreementActions.Save, Save);
        routes.Submit(AgreementActions.SuitsMe, (turn, submission, token) => Say(turn, submission, suits: true, token));
        routes.Submit(AgreementActions.TalkFirst, (turn, submission, token) => Say(turn, submission, suits: false, token));
        routes.Mention(AgreementNotices.SomethingShown, SomethingShown);
        routes.Mention(AgreementNotices.AimsAgain, AimsAgain);
    }

    /// <summary>What the other shows comes first; where there is nothing, one's own sheet.</summary>
    private Task<Answer> Open(Turn turn, Submission submission, CancellationToken cancellationToken) => two.With(
        turn,
        submission,
        async (now, name) => (await agreements.Shown(now.Pair.Id, now.Pair.OtherThan(turn.Actor.Person), cancellationToken)).ShowsAnything
            ? await Side(turn, now.Pair, name, null, cancellationToken)
            : await Write(turn, now.Pair.Id, name, cancellationToken),
        cancellationToken);

    private async Task<Answer> Write(Turn turn, RelationshipId id, string name, CancellationToken cancellationToken)
    {
        var own = await agreements.Own(turn.Actor.Person, id, cancellationToken);
        if (own.Revision > 0)
            await NoteOpening(turn, cancellationToken);
        return new Answer.Opens(SheetForm.Write(own, own, name));
    }

    private async Task<Answer> Side(Turn turn, Relationship pair, string name, string? wrong, CancellationToken cancellationToken)
    {
        var (mine, theirs) = await Both(turn, pair, cancellationToken);
        await NoteOpening(turn, cancellationToken);
        return new Answer.Opens(SideBySideForm.Of(mine, theirs, name, wrong));
    }

    private async Task<Answer> Save(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        var me = turn.Actor.Person;
        if (BetweenTwo.IdIn(submission) is not { } id)
            return new Answer.Says(TurnText.OldCard);
        var typed = SheetForm.Read(submission, Sheet.Blank(id, me));
        var together = await meetings.Find(id, cancellationToken);
        if (together?.Pair.IsOf(me) == false)
            return new Answer.Says(TurnText.NotYours);
        if (together is not { Pair: { State: RelationshipState.Going } pair })
            return typed.Answers.All(answer => answer.Words is null) ? new Answer.Says(TurnText.OldCard) : new Answer.Opens(SheetForm.GivenBack(typed));

        var name = await directory.NameOf(pair.OtherThan(me), cancellationToken);
        if (SheetForm.WrongWith(typed) is { } wrong)
            return new Answer.Opens(SheetForm.Write(typed, Sheet.Blank(id, me) with { Revision = SeenIn(submission) }, name, wrong));

        var outcome = await agreements.DecideOwn(me, id, current => Agreeing.Save(current, typed, SeenIn(submission)), cancellationToken);
        if (outcome is SheetOutcome.ChangedMeanwhile changed)
        {
            await NoteOpening(turn, cancellationToken);
            return new Answer.Opens(SheetForm.Write(typed, changed.Now, name, AgreementText.ChangedMeanwhile, showsKept: true));
        }

        return await Kept(turn, pair, (outcome as SheetOutcome.Kept)?.Now ?? ((SheetOutcome.AsItIs)outcome).Now, name, cancellationToken);
    }

    /// <summary>The step does the same; done here as well, so that what comes next shows it.</summary>
    private async Task<Answer> Kept(Turn turn, Relationship pair, Sheet sheet, string name, CancellationToken cancellationToken)
    {
        if (sheet.Revision == 0)
            return new Answer.Says(AgreementText.NothingWritten);
        var mine = await agreements.DecideShown(pair.Id, sheet.Author, (found, shown) => Agreeing.Show(found, shown, sheet), cancellationToken);
        var theirs = await agreements.Shown(pair.Id, pair.OtherThan(sheet.Author), cancellationToken);
        return (mine.ShowsAnything, theirs.ShowsAnything) switch
        {
            (true, true) => await Side(turn, pair, name, null, cancellationToken),
            (true, false) => new Answer.Says(AgreementText.Kept.With(name)),
            _ => new Answer.Says(AgreementText.KeptAlone.With(name)),
        };
    }

    private Task<Answer> Say(Turn turn, Submission submission, bool suits, CancellationToken cancellationToken) => two.With(
        turn,
        submission,
        async (now, name) =>
        {
            if (submission.Number(AgreementActions.Mine) is not { } mine || submission.Number(AgreementActions.Theirs) is not { } theirs)
                return new Answer.Says(TurnText.OldCard);
            var stance = new Stance(suits, mine, theirs);
            var shown = await agreements.DecideShown(now.Pair.Id, turn.Actor.Person, (pair, current) => Agreeing.Say(pair, current, stance), cancellationToken);
            if (shown.SuitsWith(await agreements.Shown(now.Pair.Id, now.Pair.OtherThan(turn.Actor.Person), cancellationToken)) == suits)
                return new Answer.Says(suits ? AgreementText.Noted.With(name) : AgreementText.TalkNoted.With(name));
            return await Side(turn, now.Pair, name, AgreementText.NotAsSeen, cancellationToken);
        },
        cancellationToken);

    private Task<Mention?> SomethingShown(string subject, Reader reader, CancellationToken cancellationToken) => Mention(
        subject,
        reader,
        async pair => (await agreements.Shown(pair.Id, pair.OtherThan(reader.Person), cancellationToken)).ShowsAnything,
        AgreementText.ShownTitle,
        name => AgreementText.Shown.With(name),
        cancellationToken);

    /// <summary>Who has said it by now is not asked.</summary>
    private Task<Mention?> AimsAgain(string subject, Reader reader, CancellationToken cancellationToken) => Mention(
        subject,
        reader,
        async pair => (await agreements.Own(reader.Person, pair.Id, cancellationToken)).Answers[Sheet.OnAims].Words is null,
        AgreementText.AimsTitle,
        name => AgreementText.Aims.With(name),
        cancellationToken);

    private async Task<Mention?> Mention(
        string subject, Reader reader, Func<Relationship, Task<bool>> holds, string title, Func<string, string> line, CancellationToken cancellationToken)
    {
        if (await meetings.Find(new(subject), cancellationToken) is not { Pair: { State: RelationshipState.Going } pair } || !pair.IsOf(reader.Person) || !await holds(pair))
            return null;
        var said = line(await directory.NameOf(pair.OtherThan(reader.Person), cancellationToken));
        return new(said, Look(pair.Id), Card.Of(title, [Card.Text(said)], Look(pair.Id)));
    }

    private static AdaptiveAction Look(RelationshipId id) => Card.Open(AgreementText.Look, AgreementActions.Open, (RelationshipActions.Relationship, id.Value));

    private async Task<(ShownSheet Mine, ShownSheet Theirs)> Both(Turn turn, Relationship pair, CancellationToken cancellationToken)
    {
        var mine = agreements.Shown(pair.Id, turn.Actor.Person, cancellationToken);
        var theirs = agreements.Shown(pair.Id, pair.OtherThan(turn.Actor.Person), cancellationToken);
        return (await mine, await theirs);
    }

    private Task NoteOpening(Turn turn, CancellationToken cancellationToken) =>
        openings.Note(turn.Actor.Person, Opened.HowWeDoThis, turn.Today, cancellationToken);

    /// <summary>Which revision was seen; one that there never is where the form does not say.</summary>
    private static int SeenIn(Submission submission) => submission.Number(AgreementActions.Seen) ?? -1;
}
