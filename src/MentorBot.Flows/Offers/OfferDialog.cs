using MentorBot.Flows.Turns;
using Microsoft.Bot.Builder.Dialogs;

namespace MentorBot.Flows.Offers;

/// <summary>
/// Somebody is about to offer: they have the notice before them, or its form open. What is typed meanwhile was most likely meant
/// for the form, so it is sent there kindly. Whatever is pressed, the offer itself decides; this only knows when it is over.
/// </summary>
public sealed class OfferDialog(OfferCards cards) : Dialog(Name)
{
    /// <summary>Also what the ids of its buttons begin with.</summary>
    public const string Name = "offers";

    public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        Conversations.Answered(dc, new Answer.Posts(await cards.BeforeYouWrite(cancellationToken)));
        return EndOfTurn;
    }

    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        if (dc.Context.TurnState.Get<Pressed>() is not { } pressed)
        {
            Conversations.Answered(dc, new Answer.Says(OfferText.TypedInstead));
            return EndOfTurn;
        }

        return pressed.ActionId is OfferActions.Send or OfferActions.Keep or OfferActions.NotNow ? await dc.EndDialogAsync(null, cancellationToken) : EndOfTurn;
    }
}
