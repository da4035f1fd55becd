using System.Collections.Immutable;
using AdaptiveCards;
using MentorBot.Domain;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Moments;
using MentorBot.Domain.MyData;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Relationships;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Turns;

namespace MentorBot.Flows.Moments;

/// <summary>The word "log": the card that opens the form, and the list to read. What was typed behind the word is not kept.</summary>
public sealed class MomentHandler(IMoments moments, IRelationships relationships, IDirectory directory, IOpenings openings, MentoringProgramme programme, INewIds ids) : IFlow
{
    /// <summary>A form has room for some; nobody talks with more people at a time.</summary>
    private const int MostPeople = 8;

    public void Map(Routes routes)
    {
        var log = Word.Of(() => MomentText.LogWord, () => MomentText.LogHelp, (_, _) => Says(null));
        routes.Type(log with { WhenMoreFollows = (_, _) => Says(MomentText.KeptNothing.With(programme.Organisation)) });
        routes.Form(MomentActions.Write, async (turn, _, token) => new Answer.Opens(MomentForms.Write(new(ids.Next()), null, await People(turn, token), [])));
        routes.Form(MomentActions.ReadAll, (turn, _, token) => Read(turn, 0, token));
        routes.Submit(MomentActions.ReadOn, (turn, submission, token) =>
            submission.Number(MomentActions.After) is { } after
                ? Read(turn, after, token)
                : Task.FromResult<Answer>(new Answer.Says(TurnText.OldCard)));
        routes.Submit(MomentActions.Keep, Keep);
    }

    /// <param name="first">What is said above everything else, if anything.</param>
    public static AdaptiveCard MomentCard(string? first = null) => Card.Of(
        MomentText.Title,
        [first is null ? null : Card.Text(first), Card.Text(MomentText.Intro)],
        Card.Open(MomentText.WriteItDown, MomentActions.Write),
        Card.Open(MomentText.ReadEarlier, MomentActions.ReadAll));

    private static Task<Answer> Says(string? first) => Task.FromResult<Answer>(new Answer.Posts(MomentCard(first)));

    private async Task<Answer> Keep(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        if (submission.Id(MomentActions.Moment) is not { Length: > 0 } id)
            return new Answer.Says(TurnText.OldCard);
        var words = submission.Words(MomentActions.Words);
        var people = await People(turn, cancellationToken);
        var chosen = submission.Several(MomentActions.Readers, people.Select(one => one.Id.Value)).Select(one => new RelationshipId(one)).ToImmutableArray();
        if (WritingForm.WrongWith(words, Remembering.LongestMoment) is { } wrong)
            return new Answer.Opens(MomentForms.Write(new(id), words, people, chosen, wrong));

        var outcome = await moments.Decide(
            turn.Actor.Person, new(id), found => Remembering.Keep(found, new(id), turn.Actor.Person, words, chosen, turn.Now), cancellationToken);
        return outcome switch
        {
            // What is kept stays; what is in the field now would be another one.
            MomentOutcome.OtherWords => new Answer.Opens(MomentForms.Write(new(ids.Next()), words, people, chosen, MomentText.KeptOthers)),
            MomentOutcome.AsItIs { Now: null } => new Answer.Says(MomentText.NothingKept),
            _ => new Answer.Says(MomentText.Kept),
        };
    }

    /// <summary>Their own, and what others they talk with let them read.</summary>
    private async Task<Answer> Read(Turn turn, int after, CancellationToken cancellationToken)
    {
        var me = turn.Actor.Person;
        var all = (await moments.Of(me, cancellationToken)).ToList();
        foreach (var pair in await relationships.Of(me, cancellationToken))
            all.AddRange((await moments.In(pair.Id, cancellationToken)).Where(moment => moment.Author != me));
        if (after >= all.Count)
            return new Answer.Says(MomentText.NothingYet);

        var shown = new List<(Moment, string)>();
        foreach (var moment in all
            .DistinctBy(moment => (moment.Author, moment.Id))
            .OrderByDescending(moment => moment.At)
            .ThenByDescending(moment => moment.Id.Value, StringComparer.Ordinal)
            .Skip(after)
            .Take(MomentForms.MostAtOnce))
        {
            var day = turn.Reader.Day(moment.At);
            shown.Add((moment, moment.Author == me ? day : MomentText.DayAndWho.With(day, await directory.NameOf(moment.Author, cancellationToken))));
        }

        await openings.Note(me, Opened.Moment, turn.Today, cancellationToken);
        int? next = after + shown.Count < all.Count ? after + shown.Count : null;
        return new Answer.Opens(MomentForms.Read(shown, next));
    }

    private async Task<IReadOnlyList<(RelationshipId Id, string Name)>> People(Turn turn, CancellationToken cancellationToken)
    {
        var people = new List<(RelationshipId, string)>();
        foreach (var one in (await relationships.Of(turn.Actor.Person, cancellationToken)).Where(one => one.State is RelationshipState.Going).Take(MostPeople))
            people.Add((one.Id, await directory.NameOf(one.OtherThan(turn.Actor.Person), cancellationToken)));
        return people;
    }
}
