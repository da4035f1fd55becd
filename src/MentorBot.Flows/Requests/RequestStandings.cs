using AdaptiveCards;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Requests;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Turns;
using NodaTime;
using static MentorBot.Flows.Requests.RequestCards;

namespace MentorBot.Flows.Requests;

/// <summary>The lines of "where am I" about what somebody asked, each with its date.</summary>
public sealed class RequestStandings(RequestCards cards, IDirectory directory)
{
    /// <summary>Null where both said yes: that is told as something the two have.</summary>
    public async Task<Standing?> Of(Request request, Reader reader, CancellationToken cancellationToken)
    {
        var changeOrWithdraw = new[] { Open(RequestText.ChangeSomething, RequestActions.Form, request), Withdraw(request) };
        switch (request.State)
        {
            case RequestState.Kept kept:
                return new(
                    RequestText.StandingKept.With(reader.Day(kept.EraseAt)), kept.EraseAt,
                    Open(RequestText.OpenIt, RequestActions.Form, request), Press(RequestText.EraseIt, RequestActions.Erase, request));
            case RequestState.Looking { Told: true } looking:
                return new(RequestText.StandingNotYet.With(reader.Day(looking.By)), looking.By, Press(RequestText.OtherWays, RequestActions.Show, request), Withdraw(request));
            case RequestState.Looking or RequestState.Proposed:
                var by = HearsBy(request);
                return new(RequestText.StandingLooking.With(await cards.CoordinatorFor(request.Person, cancellationToken), reader.Day(by)), by, changeOrWithdraw);
            case RequestState.Choosing choosing:
                return new(
                    choosing.People.Length == 1
                        ? ChoiceText.StandingChoosingOne.With(reader.Day(choosing.By))
                        : ChoiceText.StandingChoosing.With(choosing.People.Length, reader.Day(choosing.By)),
                    choosing.By, Press(ChoiceText.ShowThem, RequestActions.Show, request), Withdraw(request));
            case RequestState.Asking asking:
                return await Of(request, asking, changeOrWithdraw, reader, cancellationToken);
            case RequestState.NotComeAbout not when request.Invited is null:
                return new(
                    ChoiceText.StandingNotComeAbout.With(reader.Day(not.By)), not.By,
                    Press(ChoiceText.ChooseAgain, RequestActions.ChooseAgain, request), Press(RequestText.GoOnLooking, RequestActions.GoOn, request));
            case RequestState.NotComeAbout not:
                return new(
                    InvitationText.StandingNotComeAbout.With(await directory.NameOf(not.With, cancellationToken), reader.Day(not.By)), not.By,
                    Card.Press(RequestText.FindMeSomeone, RequestActions.Begin), Press(InvitationText.LetItRest, RequestActions.LetItRest, request));
            case RequestState.PutAside aside:
                return new(RequestText.StandingPutAside.With(reader.Day(aside.Until)), aside.Until, Press(RequestText.TakeItUpAgain, RequestActions.ChooseAgain, request), Withdraw(request));
            case RequestState.ToForward forward:
                return new(
                    InvitationText.StandingForward.With(await directory.NameOf(forward.Whom, cancellationToken), reader.Day(forward.Until)), forward.Until,
                    Open(InvitationText.ShowTheLine, RequestActions.ShowLine, request), ChoiceCards.TakeBack(request, forward.Match, forward.Whom));
            default:
                return null;
        }
    }

    /// <summary>For whoever was invited before they were here.</summary>
    public async Task<Standing> ForInvited(Request request, RequestState.ToForward forward, Reader reader, CancellationToken cancellationToken) => new(
        InvitationText.StandingWaiting.With(await directory.NameOf(request.Person, cancellationToken), reader.Day(forward.Until)), forward.Until, InvitationCards.SeeIt(request, forward));

    private async Task<Standing> Of(Request request, RequestState.Asking asking, AdaptiveAction[] changeOrWithdraw, Reader reader, CancellationToken cancellationToken)
    {
        var name = await directory.NameOf(asking.Whom, cancellationToken);
        var by = ChoiceCards.HearsBy(request, asking);
        if (asking is { IsSoon: true, Times.IsEmpty: false })
            return new(ChoiceText.StandingAskingSoon.With(name, reader.Moment(by)), by, ChoiceCards.TakeBack(request, asking.Match, asking.Whom));
        return request.Invited is null
            ? new(ChoiceText.StandingAsking.With(name, ChoiceCards.HearsBy(request, asking, reader)), by, changeOrWithdraw)
            : new(InvitationText.StandingInvited.With(name, reader.Day(by)), by, ChoiceCards.TakeBack(request, asking.Match, asking.Whom));
    }

    private static AdaptiveAction Withdraw(Request request) => Open(RequestText.Withdraw, RequestActions.WithdrawForm, request);
}
