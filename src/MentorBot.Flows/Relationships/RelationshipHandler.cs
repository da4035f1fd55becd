using MentorBot.Domain;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Requests;
using MentorBot.Domain.Scheduling;
using MentorBot.Domain.Sessions;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Requests;
using MentorBot.Flows.Scheduling;
using MentorBot.Flows.Turns;
using static MentorBot.Domain.Relationships.RelationshipState;
using static MentorBot.Flows.Sessions.BetweenTwo;

namespace MentorBot.Flows.Relationships;

/// <summary>What the two do once both have said yes, beside talking: read, make it lighter, stop. What the other sees comes to them as a notice.</summary>
public sealed class RelationshipHandler(
    IRelationships relationships,
    IRequests requests,
    IMeetings meetings,
    ChoosingTimes choosing,
    OpenedOrOpening opening,
    RelationshipCards cards,
    RelationshipForms forms,
    MentoringProgramme programme) : IFlow
{
    /// <summary>A form has room for six buttons.</summary>
    private const int MostListed = 5;

    public void Map(Routes routes)
    {
        routes.TellsStanding(Standings);

        routes.Press(RelationshipActions.GoOn, GoOn);
        routes.Press(RelationshipActions.LetItRest, LetItRest);

        routes.Form(RelationshipActions.Read, Read);
        routes.Press(RelationshipActions.ShowFinished, ShowFinished);
        routes.Form(RelationshipActions.More, More);
        routes.Form(RelationshipActions.TightWithWhom, TightWithWhom);

        routes.Submit(RelationshipActions.ReadNext, (turn, submission, token) => Open(turn, submission, RelationshipCards.MayRead, (_, found, name) => forms.Read(found, name), token));
        routes.Submit(RelationshipActions.StopNext, (turn, submission, token) =>
            Open(turn, submission, Mine, (who, found, name) => RelationshipForms.Stop(found, name, Relating.MayMakeLighter(found, who.Actor.Person)), token));
        routes.Submit(RelationshipActions.TightNext, Tight);
        routes.Submit(RelationshipActions.LighterNext, BeforeSending);
        routes.Submit(RelationshipActions.HandOverNext, (turn, submission, token) => Open(turn, submission, Relating.MayMakeLighter, (_, found, name) => RelationshipForms.HandOver(found, name), token));

        routes.Submit(RelationshipActions.MakeLighter, MakeLighter);
        routes.Submit(RelationshipActions.TellFirst, (_, _, _) => Task.FromResult<Answer>(new Answer.Says(RelationshipText.NothingSent)));
        routes.Submit(RelationshipActions.Stop, (turn, submission, token) =>
            End(submission, found => Relating.Stop(found, turn.Actor.Person, programme.ErasureDays, turn.Now), token));
        routes.Submit(RelationshipActions.HandOver, (turn, submission, token) =>
            End(submission, found => Relating.HandOver(found, turn.Actor.Person, programme.ErasureDays, turn.Now), token));

        routes.Notice(RelationshipNotices.Begun, Begun);
        routes.Notice(RelationshipNotices.QuietMonth, QuietMonth);
        routes.Notice(RelationshipNotices.Ended, HasEnded);
        routes.Notice(RelationshipNotices.QuietOver, QuietOver);
    }

    /// <summary>Also in the moment before the relationship is open, when only the request knows of it.</summary>
    private async Task<Answer> Read(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        var found = (IdIn(submission), submission.Id(RequestActions.Person), submission.Id(RequestActions.Request)) switch
        {
            ({ } id, { Length: > 0 } by, { Length: > 0 } request) => await opening.Find(new AskedFor(new(id.Value), new(by), new(request)), cancellationToken),
            ({ } id, _, _) => await relationships.Find(id, cancellationToken),
            _ => null,
        };
        return await Open(turn, found, RelationshipCards.MayRead, (_, one, name) => forms.Read(one, name), cancellationToken);
    }

    private async Task<Answer> More(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        var next = IdIn(submission) is { } id ? await NextOf(id, cancellationToken) : null;
        return await Open(turn, submission, Mine, (_, found, name) => RelationshipForms.More(
            found, next, name, RelationshipCards.MayRead(found, turn.Actor.Person), Relating.MayMakeLighter(found, turn.Actor.Person)), cancellationToken);
    }

    private async Task<Answer> TightWithWhom(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        var people = new List<(Relationship Relationship, string Name)>();
        foreach (var one in await relationships.Of(turn.Actor.Person, cancellationToken))
            if (one.State is Going && Relating.MayMakeLighter(one, turn.Actor.Person))
                people.Add((one, await cards.NameOfOther(one, turn.Actor.Person, cancellationToken)));
        return people switch
        {
            [] => new Answer.Says(RelationshipText.TightNobody),
            [var (only, name)] => new Answer.Opens(RelationshipForms.Tight(only, name, await NextOf(only.Id, cancellationToken))),
            _ => new Answer.Opens(RelationshipForms.WithWhom(people.Take(MostListed))),
        };
    }

    private async Task<Answer> Tight(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        var next = IdIn(submission) is { } id ? await NextOf(id, cancellationToken) : null;
        return await Open(turn, submission, Relating.MayMakeLighter, (_, found, name) => RelationshipForms.Tight(found, name, next), cancellationToken);
    }

    private async Task<Answer> BeforeSending(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        if (submission.One<Lighter>(RelationshipActions.How) is not { } how || IdIn(submission) is not { } id)
            return new Answer.Says(TurnText.OldCard);
        var next = await NextOf(id, cancellationToken);
        if (how == Lighter.Later && next is null)
            return new Answer.Says(TurnText.OldCard);
        var sentence = RelationshipCards.LighterSentence(how, turn.Person.Name, next, turn.Now + Relating.Quiet, turn.Reader);
        return await Open(turn, submission, Relating.MayMakeLighter, (_, found, name) => RelationshipForms.BeforeSending(found, how, next, name, sentence), cancellationToken);
    }

    /// <summary>What is sent says what is booked: where that is another by then, they see it again first.</summary>
    private async Task<Answer> MakeLighter(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        if (IdIn(submission) is not { } id || submission.One<Lighter>(RelationshipActions.How) is not { } how)
            return new Answer.Says(TurnText.OldCard);
        if (how != Lighter.QuietMonth)
            return await MakeNextLighter(turn, id, how, submission.Number(SchedulingActions.Number) ?? -1, cancellationToken);

        var next = await NextOf(id, cancellationToken);
        if (submission.Number(SchedulingActions.Number) != (next?.Number ?? 0))
            return await BeforeSending(turn, submission, cancellationToken);
        var outcome = await relationships.Decide(id, found => Relating.BeQuiet(found, turn.Actor.Person, turn.Now), cancellationToken);
        if (outcome is RelationshipOutcome.NotYours)
            return new Answer.Says(TurnText.NotYours);
        if (Now(outcome) is not { State: Going { QuietUntil: { } until } })
            return new Answer.Says(TurnText.OldCard);
        return new Answer.Says(next is not null
            ? RelationshipText.SentQuietMonthBooked.With(turn.Reader.Day(until), turn.Reader.Day(next.Start))
            : RelationshipText.SentQuietMonth.With(turn.Reader.Day(until)));
    }

    /// <summary>What is booked next, or will be.</summary>
    private async Task<Answer> MakeNextLighter(Turn turn, RelationshipId id, Lighter how, int number, CancellationToken cancellationToken)
    {
        var me = turn.Actor.Person;
        var outcome = await meetings.Decide(
            id, now => how == Lighter.Later ? Offering.MakeLater(now, me, number, turn.Now) : Offering.MakeTwentyMinutes(now, me, number), cancellationToken);
        switch (outcome)
        {
            case MeetingsOutcome.NotYours:
                return new Answer.Says(TurnText.NotYours);
            case MeetingsOutcome.Done { Now: var now } when how == Lighter.Later:
                var name = await cards.NameOfOther(now.Pair, me, cancellationToken);
                return new Answer.Becomes(await choosing.Card(now, name, Wanted.New(now).After(now.Meetings.Times?.InsteadOf, turn.Reader), turn.Reader, null, cancellationToken));
            case MeetingsOutcome.Done { Now: var now } when how != Lighter.Later:
                return await IsTwentyMinutes(turn, now, cancellationToken);
            case MeetingsOutcome.AsItIs { Now: { } now } when how != Lighter.Later:
                return await IsTwentyMinutes(turn, now, cancellationToken);
            default:
                return new Answer.Says(TurnText.OldCard);
        }
    }

    private async Task<Answer> IsTwentyMinutes(Turn turn, Together now, CancellationToken cancellationToken) => new Answer.Says(now.Meetings.Next is { } next
        ? RelationshipText.SentTwentyMinutesOn.With(turn.Reader.Day(next.Start), turn.Reader.Time(next.Start))
        : RelationshipText.SentTwentyMinutes.With(await cards.NameOfOther(now.Pair, turn.Actor.Person, cancellationToken)));

    private async Task<Booking?> NextOf(RelationshipId id, CancellationToken cancellationToken) => (await meetings.Find(id, cancellationToken))?.Meetings.Next;

    /// <summary>What both see then comes as a notice, to each their own.</summary>
    private async Task<Answer> End(Submission submission, Func<Relationship?, Decision<Relationship, RelationshipOutcome>> decide, CancellationToken cancellationToken)
    {
        if (IdIn(submission) is not { } id)
            return new Answer.Says(TurnText.OldCard);
        return await relationships.Decide(id, decide, cancellationToken) switch
        {
            RelationshipOutcome.NotYours => new Answer.Says(TurnText.NotYours),
            var outcome when Now(outcome) is { State: Ended } => new Answer.Closes(),
            _ => new Answer.Says(TurnText.OldCard),
        };
    }

    private async Task<Answer> GoOn(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        if (IdIn(submission) is not { } id)
            return new Answer.Says(TurnText.OldCard);
        return await relationships.Decide(id, found => Relating.GoOn(found, turn.Actor.Person), cancellationToken) switch
        {
            RelationshipOutcome.NotYours => new Answer.Says(TurnText.NotYours),
            RelationshipOutcome.Done when await meetings.Find(id, cancellationToken) is { } together =>
                new Answer.Becomes(await cards.QuietOver(together, turn.Reader, cancellationToken)),
            _ => new Answer.Says(TurnText.OldCard),
        };
    }

    /// <summary>Nothing is decided by it: the button for someone new stays elsewhere for a while.</summary>
    private async Task<Answer> LetItRest(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        if (IdIn(submission) is not { } id || await relationships.Find(id, cancellationToken) is not { } found)
            return new Answer.Says(TurnText.OldCard);
        if (!found.IsOf(turn.Actor.Person))
            return new Answer.Says(TurnText.NotYours);
        return RelationshipCards.MentionedUntil(found, turn.Actor.Person) is { } until
            ? new Answer.Becomes(Card.Line(RelationshipText.Rested.With(turn.Reader.Day(until))))
            : new Answer.Says(TurnText.OldCard);
    }

    /// <summary>What can still be done about those who finished.</summary>
    private async Task<Answer> ShowFinished(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        if (IdIn(submission) is not { } id || await meetings.Find(id, cancellationToken) is not { Pair: { State: Ended { How: Ending.Finished } ended } found, Meetings.Held: var held })
            return new Answer.Says(TurnText.OldCard);
        return found.IsOf(turn.Actor.Person)
            ? new Answer.Posts(await cards.HasEnded(found, ended, held, turn.Reader, cancellationToken))
            : new Answer.Says(TurnText.NotYours);
    }

    /// <summary>Everybody one talks with; those who finished, until what they kept is erased; and for a while the last one who ended otherwise, unless somebody new is looked for or found already.</summary>
    private async Task<IReadOnlyList<Standing>> Standings(Turn turn, CancellationToken cancellationToken)
    {
        var me = turn.Actor.Person;
        var all = await relationships.Of(me, cancellationToken);
        var listed = all.Where(one => one.State is Going).ToList();
        var ended = all.FirstOrDefault(one => RelationshipCards.MentionedUntil(one, me) is { } until && turn.Now < until);
        if (ended is { State: Ended { At: var at } }
            && !all.Any(other => other.Mentee == me && other.Begun > at)
            && (await requests.Of(me, cancellationToken)).IsEmpty)
            listed.Add(ended);
        listed.AddRange(all.Where(one => one.State is Ended { How: Ending.Finished } && !listed.Contains(one)).ToList());

        var standings = new List<Standing>();
        foreach (var one in listed)
            standings.AddRange(await cards.Standings(one, await meetings.Find(one.Id, cancellationToken), turn.Reader, cancellationToken));
        return standings;
    }

    private async Task<NoticeCard?> Begun(Notice notice, Reader reader, CancellationToken cancellationToken) =>
        await meetings.Find(RelationshipNotices.In(notice.Subject).Id, cancellationToken) is { Pair.State: Going } together
            ? new(await cards.Begun(together, reader, cancellationToken), CardLife.Follows)
            : new(Card.Settled(), CardLife.Over);

    private async Task<NoticeCard?> QuietMonth(Notice notice, Reader reader, CancellationToken cancellationToken) =>
        await meetings.Find(RelationshipNotices.In(notice.Subject).Id, cancellationToken) is { } together
        && together.Pair.Revision == RelationshipNotices.In(notice.Subject).Revision
        && await cards.QuietMonth(together, reader, cancellationToken) is { } card
            ? new(card, CardLife.Once)
            : null;

    private async Task<NoticeCard?> HasEnded(Notice notice, Reader reader, CancellationToken cancellationToken) =>
        await meetings.Find(RelationshipNotices.In(notice.Subject).Id, cancellationToken) is { Pair: { State: Ended ended } found, Meetings.Held: var held }
            ? new(await cards.HasEnded(found, ended, held, reader, cancellationToken), CardLife.Once)
            : null;

    private async Task<NoticeCard?> QuietOver(Notice notice, Reader reader, CancellationToken cancellationToken) =>
        await meetings.Find(RelationshipNotices.In(notice.Subject).Id, cancellationToken) is { Pair.State: Going { QuietUntil: null } } together
            ? new(await cards.QuietOver(together, reader, cancellationToken), CardLife.Once)
            : null;

    private async Task<Answer> Open(
        Turn turn, Submission submission, Func<Relationship, PersonId, bool> may, Func<Turn, Relationship, string, Form> form, CancellationToken cancellationToken) =>
        await Open(turn, IdIn(submission) is { } id ? await relationships.Find(id, cancellationToken) : null, may, form, cancellationToken);

    /// <summary>Opens a form about a relationship that goes on, for one of the two who may.</summary>
    private async Task<Answer> Open(
        Turn turn, Relationship? found, Func<Relationship, PersonId, bool> may, Func<Turn, Relationship, string, Form> form, CancellationToken cancellationToken) => found switch
        {
            null => new Answer.Says(TurnText.OldCard),
            _ when !found.IsOf(turn.Actor.Person) => new Answer.Says(TurnText.NotYours),
            { State: not Going } => new Answer.Says(TurnText.OldCard),
            _ when !may(found, turn.Actor.Person) => new Answer.Says(TurnText.NotYours),
            _ => new Answer.Opens(form(turn, found, await cards.NameOfOther(found, turn.Actor.Person, cancellationToken))),
        };

    private static bool Mine(Relationship relationship, PersonId person) => relationship.IsOf(person);

    private static Relationship? Now(RelationshipOutcome outcome) => outcome switch
    {
        RelationshipOutcome.Done done => done.Now,
        RelationshipOutcome.AsItIs asItIs => asItIs.Now,
        _ => null,
    };
}
