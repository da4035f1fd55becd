using MentorBot.Domain;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Roster;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Console;
using MentorBot.Flows.Turns;

namespace MentorBot.Flows.Roster;

/// <summary>A coordinator pastes a roster, looks at what it would change, and takes exactly that over. Who may mentor is asked, and may say no.</summary>
public sealed class RosterHandler(
    IRosters rosters, RosterChecking checking, AskCards cards, IMentors mentors, IDirectory directory, MentoringProgramme programme) : IFlow
{
    public void Map(Routes routes)
    {
        routes.Form(RosterActions.Form, Coordinators.Only(programme, (_, _, token) => New(null, null, token)));
        routes.Submit(RosterActions.Check, Coordinators.Only(programme, Check));
        routes.Submit(RosterActions.Change, Coordinators.Only(programme, (_, submission, token) => New(submission.Words(RosterActions.Text), null, token)));
        routes.Submit(RosterActions.TakeOver, Coordinators.Only(programme, TakeOver));
        routes.Mention(RosterNotices.Ask, Ask);
        routes.Press(RosterActions.NotForMe, NotForMe);
    }

    private async Task<Answer> New(Confidential? text, string? wrong, CancellationToken cancellationToken) =>
        new Answer.Opens(RosterForms.New(await rosters.Find(cancellationToken), text, wrong));

    private Task<Answer> Check(Turn turn, Submission submission, CancellationToken cancellationToken) =>
        Read(submission, (text, roster) => Preview(roster, text, isAfresh: false, cancellationToken), cancellationToken);

    private Task<Answer> TakeOver(Turn turn, Submission submission, CancellationToken cancellationToken) => Read(
        submission,
        async (text, roster) =>
        {
            var (basis, mark) = (submission.Id(RosterActions.Basis), submission.Id(RosterActions.Mark));
            if (basis.Length == 0 || mark != roster.Mark)
                return await Preview(roster, text, isAfresh: true, cancellationToken);
            return await rosters.TakeOver(roster, basis, cancellationToken) is RosterOutcome.Stands { Now.People: var people }
                ? new Answer.Says(people == 1 ? RosterText.TakenOverOne : RosterText.TakenOver.With(people))
                : await Preview(roster, text, isAfresh: true, cancellationToken);
        },
        cancellationToken);

    private async Task<Answer> Read(Submission submission, Func<Confidential, NewRoster, Task<Answer>> then, CancellationToken cancellationToken)
    {
        var (text, wrong) = RosterForms.Read(submission);
        if (text is null || wrong is not null)
            return await New(text, wrong, cancellationToken);
        return await checking.Read(RosterForms.Csv(text), cancellationToken) switch
        {
            RosterReading.Good good => await then(text, good.Roster),
            RosterReading.Refused refused => new Answer.Opens(RosterForms.Errors(refused.Errors, text)),
            _ => new Answer.Says(TurnText.OldCard),
        };
    }

    private async Task<Answer> Preview(NewRoster roster, Confidential text, bool isAfresh, CancellationToken cancellationToken)
    {
        var change = await rosters.Compare(roster, cancellationToken);
        var names = new List<string>();
        foreach (var person in change.Asked.Take(RosterWords.Most))
            names.Add(await directory.NameOf(person, cancellationToken));
        return new Answer.Opens(RosterForms.Preview(change, names, text, isAfresh));
    }

    private async Task<Mention?> Ask(string subject, Reader reader, CancellationToken cancellationToken)
    {
        if (await rosters.Asked(reader.Person, cancellationToken) != AskStage.Asked || await mentors.Find(reader.Person, cancellationToken) is { Offers: not null })
            return null;
        return new(RosterText.AskLine, AskCards.See, await cards.Ask(reader.Person, cancellationToken));
    }

    private async Task<Answer> NotForMe(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        if (submission.Id(RosterActions.Person) != turn.Actor.Person.Value)
            return new Answer.Says(TurnText.NotYours);
        if (await rosters.Asked(turn.Actor.Person, cancellationToken) is null)
            return new Answer.Becomes(Card.Settled());
        await rosters.Settle(turn.Actor.Person, cancellationToken);
        return new Answer.Becomes(AskCards.NotListed());
    }
}
