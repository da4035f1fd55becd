using System.Net;
using System.Runtime.ExceptionServices;
using MentorBot.Domain;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Profiles;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace MentorBot.Flows.Turns;

/// <summary>Brings notices into people's chats: renders each from the state as it is now, then posts it or replaces the card that is there.</summary>
public sealed partial class TeamsNotices(
    Routes routes, IProfiles profiles, IDirectory directory, MentorBotAdapter adapter, TeamsRegistration registration, IClock clock, ILogger<TeamsNotices> logger) : INotices
{
    public async Task<Delivery> Deliver(Notice notice, CancellationToken cancellationToken)
    {
        if (await profiles.Find(notice.Whom, cancellationToken) is not { Reach: { } reach } profile)
            return new Delivery.Unreachable();

        // They want to hear nothing until they write. A card that is there already changes without a sound.
        if (profile.IsSilent && notice.Card is null)
            return new Delivery.Unreachable();

        var person = await directory.Find(notice.Whom, cancellationToken);
        var reader = new Reader(notice.Whom, profile.Zone ?? person?.Zone ?? DateTimeZone.Utc, Reader.CultureOf(profile.Locale));
        Reader.Speak(reader.Culture);
        var card = await routes.Notices[notice.Kind](notice, reader, cancellationToken);
        if (card is null || (card.Life == CardLife.Over && notice.Card is null))
            return new Delivery.Finished();

        var delivery = await Send(reach, notice.Card, card, cancellationToken);
        if (delivery is Delivery.Unreachable)
            await profiles.Change(notice.Whom, found => found.Reach == reach ? found with { Reach = null, Welcomed = false } : found, cancellationToken);
        return delivery;
    }

    private async Task<Delivery> Send(Reach reach, string? earlier, NoticeCard card, CancellationToken cancellationToken)
    {
        Delivery? delivery = null;
        ExceptionDispatchInfo? problem = null;

        // The adapter hands exceptions in a turn to its error reply, an apology in the person's chat. This is not their turn.
        await adapter.ContinueConversationAsync(
            registration.AppId,
            Reference(reach),
            async (context, token) =>
            {
                try
                {
                    // A proactive turn's activity has an id that no channel knows; a reply to it would go nowhere.
                    context.Activity.Id = null;
                    delivery = await Send(context, earlier, card, token);
                }
                catch (Exception thrown)
                {
                    problem = ExceptionDispatchInfo.Capture(thrown);
                }
            },
            cancellationToken);
        problem?.Throw();
        return delivery ?? throw new InvalidOperationException("The adapter ended a proactive turn without beginning it.");
    }

    private async Task<Delivery> Send(ITurnContext context, string? earlier, NoticeCard card, CancellationToken cancellationToken)
    {
        var message = Message.Of(card.Card);
        try
        {
            var id = earlier;
            if (id is null)
            {
                id = (await context.SendActivityAsync(message, cancellationToken)).Id;
            }
            else
            {
                message.Id = id;
                await context.UpdateActivityAsync(message, cancellationToken);
            }

            return card.Life == CardLife.Follows ? new Delivery.Shown(id) : new Delivery.Finished();
        }
        catch (ErrorResponseException refused)
        {
            return WhatFollows(Refusal.Of(refused, clock), isUpdate: earlier is not null);
        }
        catch (NoTokenException none)
        {
            LogNoToken(none);
            return new Delivery.TryAgain(null, InDoubt: false) { IsOutage = true };
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException || (lost is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            var neverLeft = lost is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError };
            return new Delivery.TryAgain(null, InDoubt: earlier is null && !neverLeft) { IsOutage = neverLeft };
        }
    }

    private Delivery WhatFollows(Refusal refused, bool isUpdate)
    {
        switch (refused.Status)
        {
            case HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized when refused.IsForTheOperator:
                LogNotAllowed((int)refused.Status, refused.Code);
                return new Delivery.TryAgain(null, InDoubt: false) { IsOutage = true };
            case HttpStatusCode.Forbidden:
                return new Delivery.Unreachable();

            // The person deleted the card. What changes next is posted anew.
            case HttpStatusCode.NotFound when isUpdate && refused.Code != Refusal.NoConversation:
                return new Delivery.Finished();
            case HttpStatusCode.NotFound:
                return new Delivery.Unreachable();

            // Whoever says when to come back has done nothing yet.
            case HttpStatusCode.TooManyRequests:
            case HttpStatusCode.ServiceUnavailable when refused.After is not null:
                return new Delivery.TryAgain(refused.After, InDoubt: false) { IsOutage = true };
            default:
                return new Delivery.TryAgain(null, InDoubt: !isUpdate && refused.Status is not < HttpStatusCode.InternalServerError);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Teams does not let the bot write (HTTP {Status} {Code}): look at the bot's registration, its secret, and whether an administrator turned it off. Everything waits and is tried again.")]
    private partial void LogNotAllowed(int status, string? code);

    [LoggerMessage(Level = LogLevel.Error, Message = "The bot got no token to write to Teams with: look at its secret, certificate or identity. Everything waits and is tried again.")]
    private partial void LogNoToken(Exception problem);

    private static ConversationReference Reference(Reach reach) => new()
    {
        ServiceUrl = reach.ServiceUrl,
        ChannelId = reach.Channel,
        Conversation = new ConversationAccount(id: reach.Conversation),
        User = new ChannelAccount(id: reach.User),
        Bot = new ChannelAccount(id: reach.Bot),
    };
}
