using System.Globalization;
using System.Net;
using System.Runtime.ExceptionServices;
using MentorBot.Domain;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Profiles;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using NodaTime;

namespace MentorBot.Flows.Turns;

/// <summary>Brings notices into people's chats: renders each from the state as it is now, then posts it or replaces the card that is there.</summary>
public sealed class TeamsNotices(Routes routes, IProfiles profiles, IDirectory directory, MentorBotAdapter adapter) : INotices
{
    private const string NoAppId = "";

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
            NoAppId,
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

    private static async Task<Delivery> Send(ITurnContext context, string? earlier, NoticeCard card, CancellationToken cancellationToken)
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
            return refused.Response?.StatusCode switch
            {
                HttpStatusCode.Forbidden => new Delivery.Unreachable(),
                HttpStatusCode.NotFound when earlier is null => new Delivery.Unreachable(),

                // The person deleted the card. What changes next is posted anew.
                HttpStatusCode.NotFound => new Delivery.Finished(),
                HttpStatusCode.TooManyRequests => new Delivery.TryAgain(RetryAfter(refused), InDoubt: false),
                var status => new Delivery.TryAgain(null, InDoubt: earlier is null && status is not < HttpStatusCode.InternalServerError),
            };
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException || (lost is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new Delivery.TryAgain(null, InDoubt: earlier is null);
        }
    }

    private static Duration? RetryAfter(ErrorResponseException refused) =>
        refused.Response.Headers.TryGetValue("Retry-After", out var values)
        && int.TryParse(values.FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? Duration.FromSeconds(seconds)
            : null;

    private static ConversationReference Reference(Reach reach) => new()
    {
        ServiceUrl = reach.ServiceUrl,
        ChannelId = reach.Channel,
        Conversation = new ConversationAccount(id: reach.Conversation),
        User = new ChannelAccount(id: reach.User),
        Bot = new ChannelAccount(id: reach.Bot),
    };
}
