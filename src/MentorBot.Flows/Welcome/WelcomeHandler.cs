using AdaptiveCards;
using MentorBot.Domain;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Profiles;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Requests;
using MentorBot.Domain.Roster;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Console;
using MentorBot.Flows.Offers;
using MentorBot.Flows.Pulses;
using MentorBot.Flows.Requests;
using MentorBot.Flows.Roster;
using MentorBot.Flows.Turns;
using NodaTime;

namespace MentorBot.Flows.Welcome;

/// <summary>First contact, what one can type, where one is, greetings. For everybody; coordinators see their desk first.</summary>
public sealed class WelcomeHandler(MentoringProgramme programme, IDirectory directory, InvitedHere invited, IRosters rosters, AskCards asking) : IFlow
{
    public void Map(Routes routes)
    {
        routes.Type(Word.Of(() => WelcomeText.WhereWord, () => WelcomeText.WhereHelp, async (turn, token) => new Answer.Posts(await WhereAmI(turn, routes, token))));
        routes.Type(Word.Of(() => WelcomeText.HelpWord, () => WelcomeText.HelpHelp, (turn, _) => Task.FromResult<Answer>(new Answer.Posts(WhatCanIType(turn, routes)))));
        routes.Type(Word.Of(() => WelcomeText.GreetingWord, null, (turn, token) => Greet(turn, routes, token)) with { IsGreeting = true });
        routes.Type(Word.Of(() => WelcomeText.NeverMindWord, null, (_, _) => Task.FromResult<Answer>(new Answer.Says(WelcomeText.NeverMind))));
        routes.Type(Word.Of(() => WelcomeText.ThanksWord, null, (_, _) => Task.FromResult<Answer>(new Answer.Says(WelcomeText.Thanks))));

        routes.Press(ActionIds.Help, (turn, _, _) => Task.FromResult<Answer>(new Answer.Posts(WhatCanIType(turn, routes))));
        routes.Press(ActionIds.WhereAmI, async (turn, _, token) => new Answer.Posts(await WhereAmI(turn, routes, token)));
        routes.Form(ActionIds.WhoSeesWhat, async (_, _, token) => new Answer.Opens(await WhoSeesWhat(token)));
        routes.Submit(ActionIds.CloseForm, (_, _, _) => Task.FromResult<Answer>(new Answer.Closes()));
        routes.Notice(IProfiles.Hello, async (notice, _, token) => new(await Hello(notice.Whom, token), CardLife.Once));
    }

    private async Task<AdaptiveCard> Hello(PersonId person, CancellationToken cancellationToken)
    {
        var card = programme.IsLookedAfterBy(person) ? Desk()
            : await rosters.Asked(person, cancellationToken) == AskStage.Waits ? await asking.Ask(person, cancellationToken)
            : Card.Of(
                WelcomeText.HelloTitle,
                [Card.Text(WelcomeText.Hello)],
                [.. ToBegin, Card.Press(WelcomeText.WhatCanIType, ActionIds.Help)]);
        foreach (var request in (await invited.For(person, cancellationToken)).Waiting)
        {
            card.Body.Add(Card.Text(InvitationText.Waiting.With(await directory.NameOf(request.Person, cancellationToken))));
            card.Body.Add(new AdaptiveActionSet { Actions = [InvitationCards.SeeIt(request, (RequestState.ToForward)request.State)] });
        }

        return card;
    }

    private static AdaptiveCard Desk() => Card.Of(
        WelcomeText.DeskTitle,
        [Card.Text(WelcomeText.Desk)],
        Card.Press(WelcomeText.OpenMyDesk, ConsoleActions.Desk),
        Card.Open(PrivacyText.WhoSeesWhat, ActionIds.WhoSeesWhat));

    /// <summary>The ways in.</summary>
    private static IEnumerable<AdaptiveAction> ToBegin =>
    [
        Card.Press(RequestText.FindMeSomeone, RequestActions.Begin),
        Card.Press(OfferText.IdLikeToMentor, OfferActions.Begin),
        Card.Open(RequestText.WeFoundEachOther, RequestActions.InviteForm),
    ];

    private AdaptiveCard WhatCanIType(Turn turn, Routes routes)
    {
        var coordinator = programme.IsLookedAfterBy(turn.Actor.Person);
        var lines = routes.Words
            .Where(word => word.Help is not null && (coordinator || !word.ForCoordinators))
            .Select(word => $"- **{word.Spellings().First()}**: {word.Help!()}");
        return Card.Of(
            WelcomeText.HelpTitle,
            [Card.Text(WelcomeText.HelpIntro), Card.Text(string.Join('\n', lines)), Card.Small(PrivacyText.SmallPrint.With(programme.Contacts))],
            Card.Press(WelcomeText.WhereAmI, ActionIds.WhereAmI),
            Card.Open(PrivacyText.WhoSeesWhat, ActionIds.WhoSeesWhat),
            WordForm.Open);
    }

    private static async Task<AdaptiveCard> WhereAmI(Turn turn, Routes routes, CancellationToken cancellationToken)
    {
        var standings = await Standings(turn, routes, cancellationToken);
        return standings.Count == 0
            ? Card.Of(WelcomeText.WhereTitle, [Card.Text(WelcomeText.NothingGoingOn)], ToBegin)
            : Where(standings);
    }

    private static async Task<Answer> Greet(Turn turn, Routes routes, CancellationToken cancellationToken)
    {
        var standings = await Standings(turn, routes, cancellationToken);
        return standings.Count switch
        {
            0 => new Answer.Says(WelcomeText.GreetingNothing),
            1 => new Answer.Posts(Card.Line(WelcomeText.GreetingOne), Where(standings)),
            var several => new Answer.Posts(Card.Line(WelcomeText.GreetingSeveral.With(several)), Where(standings)),
        };
    }

    private static async Task<List<Standing>> Standings(Turn turn, Routes routes, CancellationToken cancellationToken)
    {
        var standings = new List<Standing>();
        foreach (var tell in routes.Standings)
            standings.AddRange(await tell(turn, cancellationToken));
        return [.. standings.OrderBy(standing => standing.By ?? Instant.MaxValue)];
    }

    private static AdaptiveCard Where(List<Standing> standings)
    {
        var card = Card.Of(WelcomeText.WhereTitle, []);
        foreach (var standing in standings)
        {
            card.Body.Add(Card.Text(standing.Line));
            card.Body.Add(new AdaptiveActionSet { Actions = [.. standing.Actions] });
        }

        return card;
    }

    private async Task<Form> WhoSeesWhat(CancellationToken cancellationToken) => new(PrivacyText.WhoSeesWhatTitle, Card.Of(
        null,
        [
            Card.Text(PrivacyText.You),
            Card.Text(PrivacyText.Other),
            Card.Text(PrivacyText.Coordinator.With(await directory.NameOf(programme.Coordinators[0], cancellationToken))),
            Card.Text(PrivacyText.CoordinatorOfAsking.With(await directory.NameOf(programme.Coordinators[0], cancellationToken))),
            Card.Text(PrivacyText.Manager),
            Card.Text(PrivacyText.Operators),
            Card.Text(PrivacyText.Chat.With(programme.Organisation)),
            Card.Text(PrivacyText.Nobody),
            Card.Text(PrivacyText.SmallPrint.With(programme.Contacts)),
        ],
        Card.Submit(TurnText.Close, ActionIds.CloseForm)));
}
