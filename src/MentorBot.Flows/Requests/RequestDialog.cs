using MentorBot.Domain.Relationships;
using MentorBot.Flows.Turns;
using Microsoft.Bot.Builder.Dialogs;

namespace MentorBot.Flows.Requests;

/// <summary>
/// Somebody is about to ask: they have the notice before them, or its form open. What is typed meanwhile was most likely meant
/// for the form, so it is sent there kindly. Whatever is pressed, the request itself decides; this only knows when it is over.
/// </summary>
public sealed class RequestDialog(RequestCards cards) : Dialog(Name)
{
    /// <summary>Also what the ids of its buttons begin with.</summary>
    public const string Name = "requests";

    /// <param name="options">The relationship that ended before, if one did; the card carries it on.</param>
    public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        var turn = dc.Context.TurnState.Get<Turn>();
        Conversations.Answered(dc, new Answer.Posts(await cards.BeforeYouWrite(turn.Actor.Person, options as RelationshipId?, cancellationToken)));
        return EndOfTurn;
    }

    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        if (dc.Context.TurnState.Get<Pressed>() is not { } pressed)
        {
            Conversations.Answered(dc, new Answer.Says(RequestText.TypedInstead));
            return EndOfTurn;
        }

        return pressed.ActionId is RequestActions.Send or RequestActions.Keep or RequestActions.Invite or RequestActions.NotNow
            ? await dc.EndDialogAsync(null, cancellationToken)
            : EndOfTurn;
    }
}
