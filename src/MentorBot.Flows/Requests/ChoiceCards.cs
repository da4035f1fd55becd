using AdaptiveCards;
using MentorBot.Domain;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Requests;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Turns;
using NodaTime;

namespace MentorBot.Flows.Requests;

/// <summary>The people to choose from, and what becomes of a choice.</summary>
public sealed class ChoiceCards(IDirectory directory, Reasons reasons, IClock clock)
{
    /// <summary>In the order of their names, which says nothing.</summary>
    public async Task<AdaptiveCard> Choosing(
        Request request, RequestState.Choosing choosing, AdaptiveElement? wordWished, Reader reader, CancellationToken cancellationToken)
    {
        var people = new List<(string Name, Proposal Proposal, Person? Person)>();
        foreach (var proposal in choosing.People)
        {
            var person = await directory.Find(proposal.Mentor, cancellationToken);
            people.Add((person?.Name ?? proposal.Mentor.Value, proposal, person));
        }

        var title = people.Count switch { 1 => ChoiceText.TitleOne, 2 => ChoiceText.TitleTwo, _ => ChoiceText.TitleThree };
        return Card.Of(
            title,
            [
                Card.Text(ChoiceText.Intro.With(reader.Day(choosing.By))),
                .. people.OrderBy(one => one.Name, StringComparer.Create(reader.Culture, ignoreCase: true)).ThenBy(one => one.Proposal.Mentor.Value, StringComparer.Ordinal)
                    .Select(one => Block(request, one.Name, one.Proposal, one.Person)),
                .. Times(request),
                wordWished,
            ],
            RequestCards.Press(ChoiceText.NoneOfThese, RequestActions.NoneOfThese, request),
            RequestCards.Open(RequestText.Withdraw, RequestActions.WithdrawForm, request));
    }

    public static AdaptiveCard NoneOfThese(Request request, AdaptiveElement? wordWished, AdaptiveAction? talkWith) => Card.Of(
        ChoiceText.NoneTitle,
        [Card.Text(ChoiceText.NoneBody), wordWished],
        RequestCards.Press(ChoiceText.ShowMeOthers, RequestActions.ShowOthers, request),
        RequestCards.Open(ChoiceText.ChangeMyWishes, RequestActions.Form, request),
        talkWith,
        RequestCards.Press(ChoiceText.BackToThem, RequestActions.Show, request));

    /// <summary>The same, to the day, whether an answer is still to come or it has fallen through and the person does not know yet.</summary>
    public async Task<AdaptiveCard> Asking(Request request, RequestState.Asking asking, Reader reader, CancellationToken cancellationToken)
    {
        var name = await directory.NameOf(asking.Whom, cancellationToken);
        return Card.Of(
            ChoiceText.AskingTitle.With(name),
            [
                Card.Text(ChoiceText.Asking.With(name, HearsBy(request, asking, reader))),
                IfYes(asking, reader),
            ],
            RequestCards.Open(RequestText.ChangeSomething, RequestActions.Form, request),
            TakeBack(request, asking.Match, asking.Whom),
            RequestCards.Open(RequestText.Withdraw, RequestActions.WithdrawForm, request));
    }

    public async Task<AdaptiveCard> NotComeAbout(
        Request request, RequestState.NotComeAbout not, AdaptiveElement? wordWished, AdaptiveAction? talkWith, Reader reader, CancellationToken cancellationToken) => Card.Of(
        ChoiceText.NotComeAboutTitle,
        [
            Card.Text(await WhatCameOfIt(not, cancellationToken)),
            wordWished,
            Card.Small(ChoiceText.NotComeAboutDefault.With(reader.Day(not.By))),
        ],
        not is { WasSoon: true, Others.IsEmpty: true } ? null : RequestCards.Press(ChoiceText.ChooseAgain, RequestActions.ChooseAgain, request),
        RequestCards.Press(not.WasSoon ? ChoiceText.LookFurther : RequestText.GoOnLooking, RequestActions.GoOn, request),
        talkWith,
        RequestCards.Open(RequestText.Withdraw, RequestActions.WithdrawForm, request));

    /// <summary>What is said on a card or in a form about somebody who cannot be asked: always the same words.</summary>
    public static string NotAvailable(string name) => ChoiceText.NotAvailable.With(name);

    internal static AdaptiveAction TakeBack(Request request, MatchId match, PersonId whom) => Card.Press(
        ChoiceText.TakeItBack, RequestActions.TakeBack, (RequestActions.Request, request.Id.Value), (RequestActions.Match, match.Value), (RequestActions.Whom, whom.Value));

    /// <summary>A silence is told last, so that is what can be promised.</summary>
    internal static Instant HearsBy(Request request, RequestState.Asking asking) => asking.ToldAt(asking.Until, request.Zone);

    internal static string HearsBy(Request request, RequestState.Asking asking, Reader reader) =>
        asking.IsSoon ? reader.Moment(HearsBy(request, asking)) : reader.Day(HearsBy(request, asking));

    /// <summary>Where it is pressing there is nothing to tick: without a time, a yes would be no help.</summary>
    private static AdaptiveElement[] Times(Request request) => TimesThatTravel.IsSoon(request)
        ? [Card.Text(ChoiceText.SoonHint), Card.Small(ChoiceText.BookFirstHint)]
        :
        [
            new AdaptiveToggleInput
            {
                Id = RequestActions.BookFirst,
                Label = ChoiceText.BookFirstLabel,
                Title = ChoiceText.BookFirst,
                ValueOn = "true",
                ValueOff = "false",
                Value = "true",
                Wrap = true,
            },
            Card.Small(ChoiceText.BookFirstHint),
        ];

    private AdaptiveTextBlock? IfYes(RequestState.Asking asking, Reader reader) => (asking.TimesFrom(clock.GetCurrentInstant()), asking.IsSoon) switch
    {
        ([], _) => null,
        (var times, true) => Card.Text(ChoiceText.IfYesSoon.With(string.Join("; ", times.Select(time => reader.Moment(time.Start))))),
        ([var first, ..], _) => Card.Text(ChoiceText.IfYes.With(reader.Day(first.Start), reader.Time(first.Start))),
    };

    private async Task<string> WhatCameOfIt(RequestState.NotComeAbout not, CancellationToken cancellationToken) => not switch
    {
        { WasSoon: true, Others.IsEmpty: true } => ChoiceText.NobodySoon,
        { WasSoon: true } => ChoiceText.NotComeAboutSoon.With(await directory.NameOf(not.With, cancellationToken)),
        _ => ChoiceText.NotComeAbout.With(await directory.NameOf(not.With, cancellationToken)),
    };

    private AdaptiveContainer Block(Request request, string name, Proposal proposal, Person? person)
    {
        var choose = proposal.Reasons.Any(reason => reason.Kind == ReasonKind.LooksToo) ? RequestActions.ChooseEqual : RequestActions.Choose;
        (string, string)[] ids = [(RequestActions.Request, request.Id.Value), (RequestActions.Whom, proposal.Mentor.Value)];
        return new()
        {
            Items =
            [
                new AdaptiveTextBlock(name) { Weight = AdaptiveTextWeight.Bolder, Wrap = true },
                .. person is null ? Array.Empty<AdaptiveElement>() : [Card.Small(ChoiceText.Work.With(person.Title, person.Department))],
                .. reasons.Of(proposal, name).Select(Card.Text),
                new AdaptiveActionSet
                {
                    Actions =
                    [
                        Card.Press(ChoiceText.Ask.With(RequestCards.First(name)), choose, ids),
                        Card.Open(ChoiceText.MoreAbout.With(RequestCards.First(name)), RequestActions.MoreAbout, ids),
                    ],
                },
            ],
        };
    }
}
