using MentorBot.Domain;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Profiles;
using MentorBot.Domain.Programme;
using MentorBot.Flows.Cards;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using NodaTime;

namespace MentorBot.Flows.Turns;

/// <summary>Finds out who did this, from what the channel vouches for, and keeps what is needed to write to them later.</summary>
public sealed class TurnReader(MentoringProgramme programme, IDirectory directory, IProfiles profiles, IClock clock)
{
    public async Task<Arrival> Read(ITurnContext context, CancellationToken cancellationToken)
    {
        var activity = context.Activity;
        if (activity.From?.AadObjectId is not { Length: > 0 and <= PersonId.Longest } id)
            return new Arrival.Refused(TurnText.WhoAreYou);

        var person = new PersonId(id);
        var reading = profiles.Find(person, cancellationToken);
        var known = await directory.Find(person, cancellationToken);
        var stored = await reading;
        var profile = stored ?? Profile.Of(person);
        var zone = Zone(activity.LocalTimezone) ?? profile.Zone ?? known?.Zone ?? DateTimeZone.Utc;
        var reader = new Reader(person, zone, Reader.CultureOf(activity.Locale ?? profile.Locale));

        if (activity.Conversation is { ConversationType: { } type } && type != "personal")
            return new Arrival.Refused(TurnText.OnlyInPrivate);
        if (known is null)
            return new Arrival.Refused(TurnText.NotInDirectory.With(programme.Organisation, programme.Contact));

        if (stored is null && !IsTheirDoing(activity) && await profiles.WasForgotten(person, cancellationToken))
            return new Arrival.Refused(TurnText.OldCard);

        var asNow = AsNow(profile, activity);
        if (asNow != profile)
            profile = await profiles.Change(person, found => AsNow(found, activity), cancellationToken);
        return new Arrival.Welcome(new Turn(new Actor(programme.Tenant, person), known, profile, reader, clock.GetCurrentInstant(), context));
    }

    private static Profile AsNow(Profile profile, Activity activity) => profile with
    {
        Reach = new Reach(activity.ServiceUrl, activity.ChannelId, activity.Conversation.Id, activity.From.Id, activity.Recipient.Id),
        Locale = activity.Locale is null ? profile.Locale : Reader.CultureOf(activity.Locale).Name,
        Zone = Zone(activity.LocalTimezone) ?? profile.Zone,

        IsSilent = profile.IsSilent && !IsTheirDoing(activity),
    };

    /// <summary>What Teams tells of by itself, such as an update of the app, is not: it ends no silence, and brings nobody back who was forgotten.</summary>
    private static bool IsTheirDoing(Activity activity) => activity.Type is ActivityTypes.Message or ActivityTypes.Invoke;

    private static DateTimeZone? Zone(string? id) => id is null ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(id);
}
