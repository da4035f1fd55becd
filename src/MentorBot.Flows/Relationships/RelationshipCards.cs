using System.Globalization;
using AdaptiveCards;
using MentorBot.Domain;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Sessions;
using MentorBot.Domain.Wishes;
using MentorBot.Flows.Agreements;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Closing;
using MentorBot.Flows.Evaluations;
using MentorBot.Flows.LearningStories;
using MentorBot.Flows.MyData;
using MentorBot.Flows.Requests;
using MentorBot.Flows.Scheduling;
using MentorBot.Flows.Turns;
using NodaTime;
using static MentorBot.Domain.Relationships.RelationshipState;

namespace MentorBot.Flows.Relationships;

/// <summary>The cards between two people who both said yes. Never a word that anybody wrote.</summary>
public sealed class RelationshipCards(IDirectory directory)
{
    /// <summary>The number that what travelled with the yes has, or will have in a moment.</summary>
    private const int FirstBooking = 1;

    /// <summary>For how long an end is mentioned, with the button for someone new.</summary>
    private static readonly Duration Mentioned = Duration.FromDays(30);

    /// <summary>What whoever asked had written is open to the mentor. An invitation has nothing of the kind.</summary>
    public static bool MayRead(Relationship relationship, PersonId person) =>
        person == relationship.Mentor && relationship is { State: Going, AsPeers: false } && !relationship.Asked.Help.IsEmpty;

    /// <summary>Until when an end is mentioned to the person who may want someone new; null for anybody else.</summary>
    public static Instant? MentionedUntil(Relationship relationship, PersonId person) =>
        relationship.State is Ended ended && person == relationship.Mentee ? ended.At + Mentioned : null;

    /// <summary>To the person who asked: the other said yes.</summary>
    public async Task<AdaptiveCard> Begun(Together together, Reader reader, CancellationToken cancellationToken)
    {
        var name = await NameOfOther(together.Pair, reader.Person, cancellationToken);
        return Card.Of(
            RelationshipText.SaidYesTitle.With(name),
            [
                Meeting(together, reader),
                HasQuestions(together.Pair) ? Card.Text(RelationshipText.NineQuestions) : null,
                .. Beginning(together),
            ],
            [.. Buttons(together), Open(RelationshipText.More, RelationshipActions.More, together.Pair)]);
    }

    /// <summary>To whoever said yes.</summary>
    /// <param name="question">By which the words are found until the relationship is open.</param>
    public async Task<AdaptiveCard> SaidYes(Together together, AskedFor question, Reader reader, CancellationToken cancellationToken)
    {
        var name = await NameOfOther(together.Pair, reader.Person, cancellationToken);
        var mayRead = MayRead(together.Pair, reader.Person);
        return Card.Of(
            RelationshipText.YouAndTitle.With(name),
            [
                Meeting(together, reader),
                mayRead ? Card.Text(RelationshipText.NowOpenToYou.With(name)) : null,
                .. Beginning(together),
            ],
            [
                mayRead
                    ? Card.Open(
                        RelationshipText.ReadWhatTheyWrote,
                        RelationshipActions.Read,
                        (RelationshipActions.Relationship, together.Pair.Id.Value),
                        (RequestActions.Person, question.By.Value),
                        (RequestActions.Request, question.Request.Value))
                    : null,
                .. Buttons(together),
                Open(RelationshipText.More, RelationshipActions.More, together.Pair),
            ]);
    }

    /// <summary>To the other: it is quiet for a while; null when it is not (any more).</summary>
    public async Task<AdaptiveCard?> QuietMonth(Together together, Reader reader, CancellationToken cancellationToken)
    {
        if (together.Pair.State is not Going { QuietUntil: { } until })
            return null;
        return Card.Line(LighterSentence(Lighter.QuietMonth, await NameOfOther(together.Pair, reader.Person, cancellationToken), together.Meetings.Next, until, reader));
    }

    /// <summary>The one plain sentence that the other reads.</summary>
    /// <param name="next">What is booked next, if anything.</param>
    /// <param name="quietUntil">For a quiet month.</param>
    public static string LighterSentence(Lighter how, string name, Booking? next, Instant quietUntil, Reader reader) => (how, next) switch
    {
        (Lighter.TwentyMinutes, { } booked) => SchedulingText.ShorterBooked.With(name, reader.Day(booked.Start), reader.Time(booked.Start)),
        (Lighter.TwentyMinutes, _) => SchedulingText.ShorterNext.With(name),
        (Lighter.Later, { } booked) => SchedulingText.TimesInsteadOf.With(reader.Day(booked.Start)),
        (_, { } booked) => RelationshipText.QuietMonthSentenceBooked.With(name, reader.Day(quietUntil), reader.Day(booked.Start)),
        _ => RelationshipText.QuietMonthSentence.With(name, reader.Day(quietUntil)),
    };

    /// <summary>How it ended: for who ended it, that it is done; for the other, that it came to an end, without a word about who.</summary>
    /// <param name="held">How many conversations they had.</param>
    public async Task<AdaptiveCard> HasEnded(Relationship relationship, Ended ended, int held, Reader reader, CancellationToken cancellationToken)
    {
        var name = await NameOfOther(relationship, reader.Person, cancellationToken);
        var isMentee = reader.Person == relationship.Mentee;
        var findSomeone = isMentee && !relationship.AsPeers ? FindMeSomeone(relationship) : null;
        return (ended.By == reader.Person, ended.How) switch
        {
            (_, Ending.Finished) => Card.Of(
                RelationshipText.FinishedTitle,
                [Card.Text(held == 1 ? RelationshipText.FinishedOne.With(name, reader.Day(ended.EraseAt)) : RelationshipText.Finished.With(name, reader.Day(ended.EraseAt)))],
                Open(RelationshipText.WriteOurStory, StoryActions.Write, relationship),
                LookBackCards.Open(relationship.Id),
                MyDataCards.ToTake(),
                Relating.MayStayInTouch(relationship, ended.At) ? Open(RelationshipText.StayInTouch, ClosingActions.PeersForm, relationship) : null),
            (true, Ending.HandedOver) => Card.Line(RelationshipText.HandedOver.With(name), findSomeone),
            (true, _) => Card.Of(
                null, [Card.Text(RelationshipText.Stopped.With(name)), isMentee || relationship.AsPeers ? null : Card.Text(RelationshipText.RoomForSomeone)], findSomeone),
            (false, Ending.HandedOver) when isMentee => Card.Of(
                RelationshipText.SomeoneNewTitle,
                [Card.Text(RelationshipText.SomeoneNew.With(name))],
                findSomeone,
                Press(RelationshipText.LetItRest, RelationshipActions.LetItRest, relationship)),
            _ => Card.Of(RelationshipText.EndedTitle, [Card.Text(RelationshipText.Ended.With(name))], findSomeone),
        };
    }

    /// <summary>The quiet time is over, by itself or earlier.</summary>
    public async Task<AdaptiveCard> QuietOver(Together together, Reader reader, CancellationToken cancellationToken)
    {
        var name = await NameOfOther(together.Pair, reader.Person, cancellationToken);
        return Card.Line(
            together.Meetings.Next is { } next
                ? RelationshipText.QuietOverBooked.With(name, reader.Day(next.Start), reader.Time(next.Start))
                : RelationshipText.QuietOver.With(name),
            Open(ClosingText.PauseLonger, ClosingActions.PauseForm, together.Pair),
            Open(ClosingText.Finish, ClosingActions.FinishForm, together.Pair));
    }

    /// <summary>One line; two where something is booked and there is a quiet time as well.</summary>
    /// <param name="together">With what is booked; null when the relationship is gone by now.</param>
    public async Task<IReadOnlyList<Standing>> Standings(Relationship relationship, Together? together, Reader reader, CancellationToken cancellationToken)
    {
        var name = await NameOfOther(relationship, reader.Person, cancellationToken);
        var more = Open(RelationshipText.More, RelationshipActions.More, relationship);
        var find = Press(RelationshipText.FindATime, SchedulingActions.Find, relationship);
        var booked = together?.Meetings.Next is { } next
            ? new Standing(RelationshipText.StandingBooked.With(name, reader.Day(next.Start), reader.Time(next.Start)), next.Start, Move(relationship, next.Number), more)
            : null;
        return (relationship.State, together?.Meetings) switch
        {
            (Going { QuietUntil: { } until }, _) when booked is not null => [booked, Quiet(until)],
            (Going { QuietUntil: { } until }, _) => [Quiet(until, more)],
            (Going, _) when booked is not null => [booked],
            (Going, { IsNextShort: true }) => [new(RelationshipText.StandingTwentyMinutes.With(name), null, find, more)],
            (Going, { Held: 0, Session: null }) => [new(RelationshipText.StandingTimeOpen.With(name), null, find, more)],
            (Going, _) => [new(RelationshipText.StandingBetween.With(name), null, find, more)],
            (Ended { How: Ending.Finished, EraseAt: var eraseAt }, _) =>
                [new(RelationshipText.StandingComplete.With(name, reader.Day(eraseAt)), eraseAt, Press(RelationshipText.OpenIt, RelationshipActions.ShowFinished, relationship), MyDataCards.ToTake())],
            _ => [new(RelationshipText.StandingFinished.With(name), null, FindMeSomeone(relationship))],
        };

        Standing Quiet(Instant until, params AdaptiveAction[] others) => new(
            RelationshipText.StandingQuiet.With(name, reader.Day(until)), until, [Press(RelationshipText.GoOnEarlier, RelationshipActions.GoOn, relationship), .. others]);
    }

    public Task<string> NameOfOther(Relationship relationship, PersonId reader, CancellationToken cancellationToken) =>
        directory.NameOf(relationship.OtherThan(reader), cancellationToken);

    private static AdaptiveTextBlock Meeting(Together together, Reader reader) => Card.Text(together.NextTime is { } time
        ? RelationshipText.YouMeet.With(reader.Day(time.Start), reader.Time(time.Start), time.Minutes)
        : RelationshipText.TimeOpen);

    private static IEnumerable<AdaptiveElement?> Beginning(Together together) =>
    [
        HasQuestions(together.Pair) ? null : Card.Text(RelationshipText.OneConversation),
        together.Pair.ByTurns ? Card.Text(RelationshipText.ByTurns) : null,
        together.NextTime is null ? null : Card.Text(RelationshipText.CardBefore),
    ];

    /// <summary>What the two can do at once, beside talking.</summary>
    private static IEnumerable<AdaptiveAction?> Buttons(Together together)
    {
        var booking = Booking(together.Pair, together.Meetings.Next?.Number ?? FirstBooking);
        yield return HasQuestions(together.Pair) ? Open(RelationshipText.LookAtTheQuestions, AgreementActions.Open, together.Pair) : null;
        yield return together.NextTime is null ? null : Card.Press(RelationshipText.Move, SchedulingActions.Move, booking);
        yield return together.NextTime is null ? null : Card.Open(RelationshipText.HowItAppears, SchedulingActions.AppearForm, booking);
    }

    private static (string, string)[] Booking(Relationship relationship, int number) =>
        [(RelationshipActions.Relationship, relationship.Id.Value), (SchedulingActions.Number, number.ToString(CultureInfo.InvariantCulture))];

    /// <summary>One conversation needs no questions about how the two want to do this.</summary>
    private static bool HasQuestions(Relationship relationship) => relationship.Asked.Pace != Pace.OneConversation;

    private static AdaptiveAction FindMeSomeone(Relationship relationship) =>
        Card.Press(RelationshipText.FindMeSomeone, RequestActions.Begin, (RequestActions.After, relationship.Id.Value));

    private static AdaptiveAction Move(Relationship relationship, int number) => Card.Press(
        RelationshipText.Move, SchedulingActions.Move, (RelationshipActions.Relationship, relationship.Id.Value), (SchedulingActions.Number, Wanted.Text(number)));

    private static AdaptiveAction Press(string title, string id, Relationship relationship) => Card.Press(title, id, (RelationshipActions.Relationship, relationship.Id.Value));

    private static AdaptiveAction Open(string title, string id, Relationship relationship) => Card.Open(title, id, (RelationshipActions.Relationship, relationship.Id.Value));
}
