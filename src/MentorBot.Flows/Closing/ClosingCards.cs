using AdaptiveCards;
using MentorBot.Domain;
using MentorBot.Domain.Closing;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Sessions;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Relationships;
using MentorBot.Flows.Scheduling;
using MentorBot.Flows.Turns;
using NodaTime;

namespace MentorBot.Flows.Closing;

/// <summary>What two people are asked about going on, and what becomes of it.</summary>
public static class ClosingCards
{
    /// <summary>How somebody would like to go on, as it is for them.</summary>
    /// <param name="number">Which time they are asked.</param>
    public static NoticeCard Look(Relationship pair, Outlook outlook, int number, string name, Reader reader) => (outlook.Look, pair.State) switch
    {
        ({ } look, RelationshipState.Going { QuietUntil: null }) when look.Number == number => look.IsOver
            ? new(Card.Line(Over(look)), CardLife.Over)
            : new(look.Answered.Contains(reader.Person) ? Card.Line(Answered(pair, look, reader)) : Asked(pair, look, name, reader), CardLife.Follows),
        _ => new(Card.Settled(), CardLife.Over),
    };

    /// <summary>To the other: one would like one last conversation.</summary>
    public static AdaptiveCard LastOne(Together together, string name, Reader reader) => together.Meetings switch
    {
        { Session.IsOpen: true } => Card.Line(ClosingText.LastWishedOpen.With(name)),
        { Next: { } next } => Card.Line(ClosingText.LastWishedBooked.With(name, reader.Day(next.Start), reader.Time(next.Start))),
        _ => Card.Line(ClosingText.LastWished.With(name), Card.Press(ClosingText.FindATime, SchedulingActions.Find, About(together.Pair))),
    };

    /// <summary>To the other: some weeks without each other are suggested; or what became of it.</summary>
    public static NoticeCard Stretch(Relationship pair, Outlook outlook, int number, string name, Reader reader) => outlook.Stretch switch
    {
        { State: StretchState.Open } open when open.Number == number && pair.State is RelationshipState.Going { QuietUntil: null } => new(
            Card.Of(
                ClosingText.ApartTitle,
                [Card.Text(ClosingText.ApartAsked.With(name, open.Weeks, LastDay(pair, open.Until, reader)))],
                Card.Press(ClosingText.LetsDoThat, ClosingActions.LetsDoThat, About(pair, number)),
                Card.Press(ClosingText.RatherNot, ClosingActions.RatherNot, About(pair, number))),
            CardLife.Follows),
        { State: StretchState.Agreed, Ends: { } ends } agreed when agreed.Number == number => new(Card.Line(ClosingText.Apart.With(reader.Day(ends))), CardLife.Over),
        { State: StretchState.Not } not when not.Number == number && pair.State is RelationshipState.Going { QuietUntil: null } => new(Card.Line(ClosingText.NotApart), CardLife.Over),
        _ => new(Card.Settled(), CardLife.Over),
    };

    /// <summary>To whoever suggested it; null when there is nothing (any more) to say.</summary>
    public static AdaptiveCard? StretchAnswered(Relationship pair, Outlook outlook, int number, Reader reader) => (outlook.Stretch, pair.State) switch
    {
        ({ State: StretchState.Agreed, Ends: { } ends } agreed, RelationshipState.Going) when agreed.Number == number => Card.Line(ClosingText.Apart.With(reader.Day(ends))),
        ({ State: StretchState.Not } not, RelationshipState.Going) when not.Number == number => Card.Line(ClosingText.SimplyGoOn),
        _ => null,
    };

    /// <summary>To the other: one would like to stay in touch as equals; or what became of it.</summary>
    public static NoticeCard Touch(Relationship pair, Outlook outlook, int number, string name, Reader reader) => outlook.Touch switch
    {
        { State: TouchState.Open } open when open.Number == number && pair.State is RelationshipState.Ended => new(
            open.IsDeclined
                ? Card.Line(ClosingText.PeersNot)
                : Card.Of(
                    ClosingText.PeersTitle,
                    [Card.Text(ClosingText.PeersAsked.With(name, LastDay(pair, open.Until, reader)))],
                    Card.Press(ClosingText.IdLikeThat, ClosingActions.AsPeers, About(pair, number)),
                    Card.Press(ClosingText.RatherNot, ClosingActions.NotAsPeers, About(pair, number))),
            CardLife.Follows),
        { State: TouchState.Agreed } agreed when agreed.Number == number => new(Card.Line(ClosingText.AsPeers.With(name)), CardLife.Over),
        { State: TouchState.Not, IsDeclined: true } not when not.Number == number => new(Card.Line(ClosingText.PeersNot), CardLife.Over),
        _ => new(Card.Settled(), CardLife.Over),
    };

    /// <summary>To whoever wished for it; null when there is nothing (any more) to say.</summary>
    public static AdaptiveCard? TouchAnswered(Outlook outlook, int number, string name) => outlook.Touch switch
    {
        { State: TouchState.Agreed } agreed when agreed.Number == number => Card.Line(ClosingText.AsPeers.With(name)),
        { State: TouchState.Not } not when not.Number == number => Card.Line(ClosingText.AsItWas),
        _ => null,
    };

    /// <summary>The last day of what ends with a day.</summary>
    /// <summary>The same day for both of them, wherever they are.</summary>
    public static string LastDay(Relationship pair, Instant until, Reader reader) => reader.Day((until - Duration.FromSeconds(1)).InZone(pair.Zone).Date);

    public static (string, string)[] About(Relationship pair) => [(RelationshipActions.Relationship, pair.Id.Value)];

    private static (string, string)[] About(Relationship pair, int number) => [.. About(pair), (ClosingActions.Number, Wanted.Text(number))];

    private static AdaptiveCard Asked(Relationship pair, Look look, string name, Reader reader)
    {
        var by = LastDay(pair, look.Until, reader);
        var finish = Card.Open(look.Kind == LookKind.AfterFirst ? ClosingText.OneWasRight : ClosingText.Finish, ClosingActions.FinishForm, About(pair));
        return look.Kind switch
        {
            LookKind.AfterFirst => Card.Of(ClosingText.AfterFirstTitle.With(name), [Card.Text(ClosingText.AfterFirst.With(by))], GoOn(ClosingText.YesAnother), finish),
            LookKind.AfterLast => Card.Of(ClosingText.AfterLastTitle.With(name), [Card.Text(ClosingText.AfterLast.With(by))], finish, GoOn(ClosingText.GoOnAfterAll)),
            _ => Card.Of(
                ClosingText.AtNumberTitle.With(look.Held),
                [Card.Text(ClosingText.AtNumber.With(name, by))],
                GoOn(ClosingText.GoOn),
                Card.Open(ClosingText.Pause, ClosingActions.PauseForm, About(pair)),
                finish),
        };

        AdaptiveAction GoOn(string title) => Card.Press(title, ClosingActions.GoOn, About(pair, look.Number));
    }

    private static string Answered(Relationship pair, Look look, Reader reader) => look.Kind == LookKind.AfterFirst ? ClosingText.OneMore.With(LastDay(pair, look.Until, reader)) : Again(look);

    private static string Over(Look look) => look.Kind switch
    {
        LookKind.AfterFirst => look.BothGoOn ? ClosingText.BothOneMore : ClosingText.LeftOpen,
        LookKind.AfterLast => ClosingText.GoneOn,
        _ => Again(look),
    };

    private static string Again(Look look) => look.Again == 1 ? ClosingText.GoingOnOne : ClosingText.GoingOn.With(look.Again);
}
